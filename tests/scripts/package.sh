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

# builds_with_error TEXT: the next build of the consumer fails, and says so.
builds_with_error() {
  cmake --build "$folder/build" >"$folder/log" 2>&1 && { echo "built in spite of: $1"; exit 1; }
  grep -q -F -- "$1" "$folder/log" || { echo "not told: $1"; cat "$folder/log"; exit 1; }
}

# change_byte FILE: the fourth one.
change_byte() {
  local byte
  byte=$(od -An -tu1 -j3 -N1 "$1")
  # shellcheck disable=SC2059  # the byte is made of its number
  printf "\\$(printf %03o $((byte ^ 1)))" | dd of="$1" bs=1 seek=3 conv=notrunc status=none
}

# Objects of kernels that are missing, of another size, or not those that the type was made for.
check_linked_kernels() {
  local network=$folder/build/small_linked.network
  "$compiler" "$folder/build/CMakeFiles/consumer.dir/main.cpp.o" -o "$folder/unlinked" >"$folder/log" 2>&1 &&
    { echo "linked without the packed kernels"; exit 1; }
  grep -q 'undefined reference to .small_linked_packed_' "$folder/log" || { echo "a missing object is not told"; exit 1; }
  change_byte "$network/small_linked_packed.cpp.bin"
  quietly cmake --build "$folder/build"
  "$folder/build/consumer" && { echo "a changed byte of packed kernels is not found"; exit 1; }
  change_byte "$network/small_linked_packed.cpp.bin"
  quietly cmake --build "$folder/build"
  quietly "$folder/build/consumer"
  printf x >>"$network/small_linked_packed.cpp.bin"
  builds_with_error 'tenon: small_linked_packed.cpp.bin has not the'
  change_byte "$network/small_linked_weights.cpp.bin"
  builds_with_error 'the trained numbers linked into this program are not those of its header; convert the model again'
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
    check_linked_kernels
    ;;
  *) echo "unknown way: $way"; exit 1 ;;
esac
"$folder/build/consumer"
