#!/usr/bin/env bash
# The firmware example on both boards: the host's bits, no symbol that firmware must not have, and a refusal of one flipped bit.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
for tool in arm-none-eabi-g++ qemu-system-arm; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
complain() { echo "firmware: $*"; failed=1; }

"$root/examples/firmware/build" "$folder"
"$folder/host" >"$folder/expected"
[ "$(wc -l <"$folder/expected")" -eq 10 ] || complain "the host does not print ten digits"

start() { # board, program
  timeout 120 qemu-system-arm -M "$1" -nographic -monitor none -serial none \
    -semihosting-config enable=on,target=native -kernel "$2" 2>&1
}

check_board() { # processor, board
  local elf=$folder/$1.elf
  start "$2" "$elf" >"$folder/$1.txt" || complain "$1 ends with status $?"
  grep '^digit' "$folder/$1.txt" | diff - "$folder/expected" || complain "$1 gives other bits than the host"
  grep -q '^stack: [0-9]* bytes' "$folder/$1.txt" || complain "$1 does not tell its stack"
  if arm-none-eabi-nm "$elf" | grep -E ' (malloc|free|calloc|realloc|_Znwj|_Znaj|_ZdlPv|__cxa_.*|_Unwind_.*|_init|__libc_init_array)$'; then
    complain "$1 holds a symbol that firmware must not have"
  fi
  if arm-none-eabi-size -A "$elf" | awk '$1 ~ /init_array|exidx|eh_frame/ && $2 > 0 { print; found = 1 } END { exit !found }'; then
    complain "$1 has a section that firmware must not have"
  fi
  check_flipped_bit "$1" "$2"
}

check_flipped_bit() { # processor, board
  local elf=$folder/$1.elf flipped=$folder/$1.flipped.elf
  arm-none-eabi-objcopy -O binary --only-section=.weights "$elf" "$folder/weights"
  python3 - "$folder/weights" <<'PYTHON'
import sys
with open(sys.argv[1], "r+b") as file:
    file.seek(1000)
    byte = file.read(1)[0]
    file.seek(1000)
    file.write(bytes([byte ^ 4]))
PYTHON
  arm-none-eabi-objcopy --update-section .weights="$folder/weights" "$elf" "$flipped"
  if start "$2" "$flipped" >"$folder/refusal"; then complain "$1 runs with a flipped weight bit"; fi
  grep -q '^refused: the weights in flash' "$folder/refusal" || complain "$1 does not say why it refuses a flipped bit"
}

check_board cortex_m7 mps2-an500
check_board cortex_m55 mps3-an547
[ "$failed" -eq 0 ] && echo "both boards give the host's bits and refuse a flipped one"
exit "$failed"
