#!/usr/bin/env bash
# Usage: commands.sh SOURCE_FOLDER
# The three commands and the set-up answer bad input with one clear line and a status, and leave nothing half-written.
set -euo pipefail

source=$1
unset TENON_SKIP_SETUP TENON_BUILD
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
faults=0

complain() {
  printf '%s\n' "$*"
  faults=$((faults + 1))
}

# refuses STATUS TEXT COMMAND...: one line on standard error that carries TEXT, nothing on standard output.
refuses() {
  local status=$1 text=$2 got=0
  shift 2
  "$@" >"$folder/out" 2>"$folder/err" || got=$?
  [ "$got" = "$status" ] || complain "status $got instead of $status: $*"
  [ "$(wc -l <"$folder/err")" = 1 ] || complain "not one line on standard error: $*: $(head -n 5 "$folder/err")"
  grep -qF -- "$text" "$folder/err" || complain "does not say '$text': $*: $(head -n 1 "$folder/err")"
  [ ! -s "$folder/out" ] || complain "prints besides its refusal: $*: $(head -n 3 "$folder/out")"
}

refuses_bad_options() {
  local command
  for command in tests examples bench; do
    "$source/$command/run" --help | grep '^Usage: ' >/dev/null || complain "no usage from $command/run --help"
    refuses 2 'unknown option --no-such' "$source/$command/run" --no-such
  done
  refuses 2 "unknown compiler 'icc'" "$source/tests/run" --compiler icc
  refuses 2 'exclude each other' "$source/tests/run" --coverage --sanitize
  refuses 2 "no example 'no-such'; they are:" "$source/examples/run" no-such
  refuses 2 'firmware: unknown option --no-such' "$source/examples/run" firmware --no-such
  refuses 2 "no group 'no-such'; they are: kernel kernel/hexagon kernel/arm compile model" "$source/bench/run" no-such
  refuses 2 'unknown option --no-such; with a model' "$source/examples/run" model.tflite --no-such
  refuses 2 "no backend 'no-such' that runs here; they are: reference kryo hexagon adreno" "$source/examples/run" model.tflite --backend no-such
  refuses 2 '--input needs a value' "$source/examples/run" model.tflite --input
  refuses 2 'none.tflite: does not exist' "$source/examples/run" "$folder/none.tflite"
  refuses 2 'none.onnx: does not exist' "$source/examples/run" "$folder/none.onnx" --input-shape x:1,2
}

# Programs that are tested answer a wrong option by examples/command_line.hpp; so do all others, unless they say how.
reads_command_lines_in_one_way() {
  local other
  other=$(cd "$source/examples" && grep -lE 'CLI11_PARSE|[.]exit\(|int main\(\)' */*.cpp | grep -v '^firmware/' || true)
  [ -z "$other" ] || complain "these read their command line in a way of their own, or not at all: $other"
}

lists_examples() {
  local name
  "$source/examples/run" --list >"$folder/out" 2>"$folder/err" || complain "examples/run --list fails"
  for name in convert digits firmware residual same_bits simple_model; do
    grep -qx "$name" "$folder/out" || complain "examples/run --list lacks $name: $(paste -sd ' ' "$folder/out")"
  done
  [ ! -s "$folder/err" ] || complain "examples/run --list complains: $(head -n 3 "$folder/err")"
}

refuses_bad_files() {
  local command
  mkdir "$folder/full"
  for command in examples bench; do
    refuses 2 'there is no folder' "$source/$command/run" --json "$folder/none/a.json"
    refuses 2 'is a folder' "$source/$command/run" --json "$folder/full"
    refuses 2 'not a plain file' "$source/$command/run" --json /dev/null
    refuses 2 'needs the name of a file' "$source/$command/run" --json
    refuses 2 'needs the name of a file' "$source/$command/run" --json=
    refuses 2 'no file can be made in /proc' "$source/$command/run" --json /proc/a.json
  done
  refuses 2 'there is no folder' "$source/examples/run" digits --json "$folder/none/a.json"
  refuses 2 'there is no folder' "$source/examples/run" same_bits --json "$folder/none/a.json"
  for command in convert firmware quantize; do
    refuses 2 "the example $command writes no records" "$source/examples/run" "$command" --json "$folder/full/a.json"
  done
  [ -z "$(ls -A "$folder/full")" ] || complain "something was left in the folder"
}

refuses_bad_filter() {
  TENON_SKIP_SETUP=1 TENON_BUILD=$folder/build "$source/tests/run" no/such >"$folder/out" 2>"$folder/err" && complain "an unknown filter passes"
  grep -q "no test is named 'no/such'" "$folder/err" || complain "an unknown filter is not named: $(head -n 3 "$folder/err")"
}

# A system on which nothing is installed; with apt-get, if asked, that only notes what it is told.
pretend_system() {
  local tool
  rm -rf "${folder:?}/bin"
  mkdir "$folder/bin"
  for tool in bash env dirname cat grep awk sed cut tr id nproc; do
    ln -s "$(command -v "$tool")" "$folder/bin/$tool"
  done
  printf '#!/bin/sh\nexit 1\n' >"$folder/bin/dpkg-query"
  if [ "${1:-}" = apt ]; then
    printf '#!/bin/sh\nexit 0\n' >"$folder/bin/apt-cache"
    printf '#!/bin/sh\necho "$@" >>%s/told\n' "$folder" >"$folder/bin/apt-get"
    printf '#!/bin/sh\nexec "$@"\n' >"$folder/bin/sudo"
  fi
  chmod +x "$folder/bin"/*
}

checks_setup() {
  local got=0
  pretend_system
  PATH=$folder/bin "$source/.scripts/setup.sh" base >"$folder/out" 2>"$folder/err" || got=$?
  [ "$got" = 1 ] || complain "without apt-get the status is $got"
  grep -q 'no apt-get' "$folder/err" || complain "without apt-get it says: $(cat "$folder/err")"
  grep -q 'ninja-build  *runs the build' "$folder/out" || complain "what is missing, and why, is not said: $(cat "$folder/out")"

  pretend_system apt
  PATH=$folder/bin "$source/.scripts/setup.sh" base bench >"$folder/out" 2>"$folder/err" || complain "fails with apt-get: $(cat "$folder/err")"
  grep -q '^install -y .*ninja-build.*libbenchmark-dev' "$folder/told" || complain "apt-get was told: $(cat "$folder/told")"
  ! grep -q 'qemu' "$folder/told" || complain "a package of another group was installed"
  refuses 2 "no package group 'no-such'" "$source/.scripts/setup.sh" no-such
}

# Without an emulator, or what estimates instead of one, a bench of its processor says so.
tells_missing_tools() {
  local tool
  pretend_system
  printf '#!/bin/sh\nexit 1\n' >"$folder/bin/tool"
  chmod +x "$folder/bin/tool"
  for tool in clang++-19 ld.lld-19; do ln -s tool "$folder/bin/$tool"; done
  refuses 1 'qemu-hexagon is missing; .scripts/setup.sh hexagon installs it' \
    env PATH="$folder/bin" bash "$source/bench/kernel/hexagon/run"
  refuses 1 'llvm-mca-19 is missing; .scripts/setup.sh arm installs it' \
    env PATH="$folder/bin" bash "$source/bench/kernel/arm/run"
}

record='{"name":"a","metric":"time","value":1.5,"unit":"s","better":"lower","peer":null,"peer_version":null,"ratio":null,"machine":"m"}'

checks_records() {
  local merge=(python3 "$source/.scripts/merge_records.py" "$folder/all.json")
  printf '[%s]' "$record" >"$folder/one.json"
  printf '[%s,%s]' "$record" "$record" >"$folder/two.json"
  printf '[%s]' "${record/lower/less}" >"$folder/bad.json"
  printf '[' >"$folder/torn.json"
  "${merge[@]}" "$folder/one" "$folder/two"
  [ "$(grep -c '"name": "a"' "$folder/all.json")" = 3 ] || complain "three records became: $(cat "$folder/all.json")"
  cp "$folder/all.json" "$folder/before.json"
  refuses 1 'better must be' "${merge[@]}" "$folder/one" "$folder/bad"
  refuses 1 'cannot read the records of torn.json' "${merge[@]}" "$folder/torn"
  refuses 1 'cannot read the records of none.json' "${merge[@]}" "$folder/none"
  cmp -s "$folder/all.json" "$folder/before.json" || complain "a refused merge changed the file"
}

# The examples are configured without the tests, and have to find Hexagon's tools nevertheless.
finds_hexagon_for_examples() {
  local needed
  for needed in /usr/bin/clang++-19 /usr/bin/ld.lld-19 /usr/bin/qemu-hexagon /usr/lib/llvm-19/include/c++/v1/__config \
    /usr/lib/picolibc/arm-none-eabi/include/picolibc.h; do
    [ -e $needed ] || return 0
  done
  cmake -G Ninja -S "$source" -B "$folder/examples" -DTENON_TESTS=OFF -DTENON_EXAMPLES=ON -DTENON_BENCH=OFF >"$folder/out" 2>&1 ||
    complain "the examples cannot be configured: $(tail -n 5 "$folder/out")"
  grep -q 'same_bits.emulated/hexagon/digits' "$folder/examples/build.ninja" || complain "same_bits is not built for Hexagon"
}

refuses_bad_options
reads_command_lines_in_one_way
lists_examples
refuses_bad_files
refuses_bad_filter
checks_setup
tells_missing_tools
checks_records
finds_hexagon_for_examples
[ $faults = 0 ] && echo clean
