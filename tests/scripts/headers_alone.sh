#!/usr/bin/env bash
# Usage: headers_alone.sh INCLUDE_FOLDER FOLDER COMPILER [OPTION...]   or   headers_alone.sh --self-check
# Passes if every header right in INCLUDE_FOLDER/FOLDER compiles by itself, included twice.
set -euo pipefail

each_alone() {
  local include=$1 folder=$2 header output failed=0
  shift 2
  for header in "$include/$folder"/*.hpp; do
    header=${header#"$include"/}
    if ! output=$(printf '#include <%s>\n' "$header" "$header" | "$@" -I "$include" -fsyntax-only -x c++ - 2>&1); then
      printf '%s does not compile alone:\n' "$header"
      printf '%s\n' "$output" | sed -n 1,30p
      failed=1
    fi
  done
  return $failed
}

self_check() {
  local folder
  folder=$(mktemp -d)
  # shellcheck disable=SC2064  # the folder of now
  trap "rm -rf '$folder'" EXIT
  mkdir "$folder/good" "$folder/leans" "$folder/unguarded"
  printf '#pragma once\nstruct a {};\n' >"$folder/good/a.hpp"
  printf '#pragma once\nstruct b : a {};\n' >"$folder/leans/b.hpp"
  printf 'struct c {};\n' >"$folder/unguarded/c.hpp"
  each_alone "$folder" good g++ -std=c++20 || exit 1
  for name in leans unguarded; do
    if each_alone "$folder" "$name" g++ -std=c++20 >/dev/null; then
      printf 'self-check: %s must fail, but passed\n' "$name"
      exit 1
    fi
  done
}

if [ "${1:-}" = --self-check ]; then
  self_check
  exit 0
fi
if ! command -v "$3" >/dev/null; then
  echo "skipped: $3 is missing"
  exit 77
fi
each_alone "$@"
