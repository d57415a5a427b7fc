#!/usr/bin/env bash
# Usage: package.sh SOURCE_FOLDER find_package|add_subdirectory|fetch_content|plain_include COMPILER
# Builds and runs the program of tests/package in a temporary folder, as a user in that way would.
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
  *) echo "unknown way: $way"; exit 1 ;;
esac
"$folder/build/consumer"
