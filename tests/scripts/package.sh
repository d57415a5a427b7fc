#!/usr/bin/env bash
# Usage: package.sh SOURCE_FOLDER find_package|add_subdirectory|fetch_content|plain_include COMPILER
#        package.sh SOURCE_FOLDER network COMPILER CONVERTER WRITER
# Builds and runs the program of tests/package in a temporary folder, as a user in that way would. `network` makes targets
# of a model file, which WRITER writes, with an installed converter.
set -euo pipefail

source=$1 way=$2 compiler=$3
consumer=$source/tests/package/$way
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

quietly() {
  if ! "$@" >"$folder/log" 2>&1; then
    printf 'failed: %s\n' "$*"
    tail -n 60 "$folder/log"
    exit 1
  fi
}

cmake_quietly() { quietly cmake -G Ninja -DCMAKE_CXX_COMPILER="$compiler" "$@"; }

install_tenon() {
  cmake_quietly -S "$source" -B "$folder/tenon" -DTENON_TESTS=OFF -DTENON_EXAMPLES=OFF -DTENON_BENCH=OFF
  quietly cmake --install "$folder/tenon" --prefix "$folder/prefix"
}

build_consumer() {
  cmake_quietly -S "$consumer" -B "$folder/build" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "$@"
  quietly cmake --build "$folder/build"
}

# A model that was not touched is not converted again; one that was is.
check_conversions() {
  cmake --build "$folder/build" | grep 'no work to do' >/dev/null || { echo "a second build converts again"; exit 1; }
  touch "$1"
  cmake --build "$folder/build" | grep 'Converting' >/dev/null || { echo "a newer model is not converted"; exit 1; }
}

# A call that is wrong is refused in tenon's words when the build is configured.
refuses_call() {
  mkdir -p "$folder/wrong"
  { echo 'cmake_minimum_required(VERSION 3.22)'; echo 'project(wrong LANGUAGES CXX)'
    echo 'find_package(tenon REQUIRED)'; echo "$1"; } >"$folder/wrong/CMakeLists.txt"
  cmake -G Ninja -S "$folder/wrong" -B "$folder/wrong/build" -DCMAKE_PREFIX_PATH="$folder/prefix" >"$folder/log" 2>&1 &&
    { echo "accepted: $1"; exit 1; }
  grep -q 'tenon: ' "$folder/log" || { echo "not in tenon's words: $1"; exit 1; }
}

# The limits of constexpr evaluation must reach a user's compiler, our warnings must not.
check_options() {
  local commands=$folder/build/compile_commands.json
  grep -q -- -fconstexpr- "$commands" || { echo "the constexpr limits do not reach the user's build"; exit 1; }
  ! grep -q -E -- '-W(error|conversion|shadow)' "$commands" || { echo "our warnings reach the user's build"; exit 1; }
}

case $way in
  find_package)
    install_tenon
    build_consumer -DCMAKE_PREFIX_PATH="$folder/prefix"
    # The headers that were installed were used, not those of the source tree.
    ! grep -q -F -- "$source/include" "$folder/build/compile_commands.json" || { echo "the source tree was used"; exit 1; }
    check_options
    ;;
  add_subdirectory | fetch_content)
    build_consumer -DTENON_SOURCE="$source"
    check_options
    ! grep -q '^TENON_\(TESTS\|EXAMPLES\|BENCH\|INSTALL\):BOOL=ON' "$folder/build/CMakeCache.txt" ||
      { echo "an option of tenon is on in a user's build"; exit 1; }
    ;;
  plain_include)
    mkdir "$folder/build"
    quietly sh "$consumer/build.sh" "$compiler" "$source/include" "$folder/build/consumer"
    ;;
  network)
    install_tenon
    mkdir -p "$folder/prefix/bin" "$folder/model"
    cp "$4" "$folder/prefix/bin/tenon-convert"
    "$5" "$folder/model"
    build_consumer -DCMAKE_PREFIX_PATH="$folder/prefix" -DMODEL="$folder/model/small.tflite"
    check_conversions "$folder/model/small.tflite"
    check_options
    refuses_call 'tenon_add_network(TARGET a)'
    refuses_call 'tenon_add_network(TARGET a/b MODEL c)'
    ;;
  *) echo "unknown way: $way"; exit 1 ;;
esac
"$folder/build/consumer"
