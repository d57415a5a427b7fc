#!/usr/bin/env bash
# Usage: headers_alone.sh alone|together INCLUDE_FOLDER FOLDER COMPILER [OPTION...]   or   headers_alone.sh --self-check
# Passes if every header right in INCLUDE_FOLDER/FOLDER compiles by itself, or after all others; each included twice.
set -euo pipefail

# compiles INCLUDE_FOLDER COMPILER [OPTION...]: the source on standard input.
compiles() {
  local include=$1 output
  shift
  output=$("$@" -I "$include" -fsyntax-only -x c++ - 2>&1) && return
  printf '%s\n' "$output" | sed -n 1,30p
  return 1
}

alone() {
  local include=$1 folder=$2 header failed=0
  shift 2
  for header in "$include/$folder"/*.hpp; do
    header=${header#"$include"/}
    printf '#include <%s>\n' "$header" "$header" | compiles "$include" "$@" && continue
    printf '%s does not compile alone\n' "$header"
    failed=1
  done
  return $failed
}

# In the other order, so that none leans on what stands before it in the alphabet.
together() {
  local include=$1 folder=$2
  shift 2
  (cd "$include" && printf '%s\n' "$folder"/*.hpp) | sort -r | awk '{ print "#include <" $0 ">\n#include <" $0 ">" }' |
    compiles "$include" "$@"
}

self_check() {
  local folder name
  folder=$(mktemp -d)
  # shellcheck disable=SC2064  # the folder of now
  trap "rm -rf '$folder'" EXIT
  mkdir "$folder/good" "$folder/leans" "$folder/unguarded"
  printf '#pragma once\nstruct a {};\n' >"$folder/good/a.hpp"
  printf '#pragma once\nstruct b : a {};\n' >"$folder/leans/b.hpp"
  printf 'struct c {};\n' >"$folder/unguarded/c.hpp"
  for how in alone together; do
    $how "$folder" good g++ -std=c++20 || exit 1
    for name in leans unguarded; do
      if $how "$folder" "$name" g++ -std=c++20 >/dev/null; then
        printf 'self-check: %s must fail %s, but passed\n' "$name" "$how"
        exit 1
      fi
    done
  done
}

if [ "${1:-}" = --self-check ]; then
  self_check
  exit 0
fi
if ! command -v "$4" >/dev/null; then
  echo "skipped: $4 is missing"
  exit 77
fi
"$@"
