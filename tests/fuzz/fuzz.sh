#!/usr/bin/env bash
# Usage: fuzz.sh SOURCE WORK COMPILER TARGET SECONDS OPTION...
# Builds the fuzz target tests/fuzz/TARGET.cpp with the address and undefined-behaviour sanitizers and feeds it for so many
# seconds, starting from seeds that it writes itself. OPTIONs go to the compiler. What it found stays in WORK/corpus, and is
# where the next run goes on. Status 77 says skipped: where the compiler has no libFuzzer.
set -euo pipefail

source=$1 work=$2 compiler=$3 target=$4 seconds=$5
shift 5

sanitizers=(-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all)
mkdir -p "$work/corpus" "$work/seeds"
echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' >"$work/probe.cpp"
"$compiler" "${sanitizers[@]}" "$work/probe.cpp" -o "$work/probe" 2>/dev/null || {
  echo "skipped: $compiler has no libFuzzer here (clang-19, libclang-rt-19-dev)"
  exit 77
}
# A long run wants a fast program, a short one that it is there soon.
level=-O1
[ "$seconds" -ge 60 ] || level=-O0
launcher=()
command -v ccache >/dev/null && launcher=(ccache)
"${launcher[@]}" "$compiler" -std=c++20 $level -g1 -ffp-contract=off "${sanitizers[@]}" "$@" -I "$source/include" -I "$source/tests" \
  -c "$source/tests/fuzz/$target.cpp" -o "$work/$target.o"
"$compiler" "${sanitizers[@]}" "$work/$target.o" -lfmt -Wl,--as-needed -lprotobuf-lite -o "$work/$target"
TENON_SEEDS=$work/seeds "$work/$target"
# A reader that needs more than 512 MB, or 10 seconds, for a few kilobytes has no bounds.
"$work/$target" -max_total_time="$seconds" -max_len=65536 -rss_limit_mb=512 -malloc_limit_mb=256 -timeout=10 \
  -artifact_prefix="$work/" -print_final_stats=1 -verbosity=0 "$work/corpus" "$work/seeds" 2>"$work/log" || {
  grep -E 'ERROR|SUMMARY|no line|Test unit' "$work/log" | head -n 10
  exit 1
}
grep -E 'number_of_executed_units|peak_rss_mb|average_exec_per_sec' "$work/log"
