#!/usr/bin/env bash
# Usage: same_output.sh PROGRAM COMMAND...
# Passes if the command prints what the program prints, and both end well.
set -uo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" >"$folder/expected" || { echo "$1 ends with status $?"; exit 1; }
shift
"$@" >"$folder/printed" || { echo "$* ends with status $?"; exit 1; }
[ -s "$folder/expected" ] || { echo "nothing was printed"; exit 1; }
diff "$folder/expected" "$folder/printed" | head -n 40
cmp -s "$folder/expected" "$folder/printed" && echo "$(wc -l <"$folder/expected") lines are the same"
