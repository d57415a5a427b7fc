#!/usr/bin/env bash
# Usage: headers_together.sh INCLUDE_FOLDER FOLDER COMPILER [OPTION...]   or   headers_together.sh --self-check
# Passes if the headers right in INCLUDE_FOLDER/FOLDER compile in one translation unit, each included twice.
set -euo pipefail

# In the other order, so that none leans on what stands before it in the alphabet.
together() {
  local include=$1 folder=$2 output
  shift 2
  output=$( (cd "$include" && printf '%s\n' "$folder"/*.hpp) | sort -r |
    awk '{ print "#include <" $0 ">\n#include <" $0 ">" }' | "$@" -I "$include" -fsyntax-only -x c++ - 2>&1) && return
  printf '%s\n' "$output" | sed -n 1,30p
  return 1
}

self_check() {
  local folder name
  folder=$(mktemp -d)
  # shellcheck disable=SC2064  # the folder of now
  trap "rm -rf '$folder'" EXIT
  mkdir "$folder/good" "$folder/leans" "$folder/unguarded"
  printf '#pragma once\nstruct a {};\n' >"$folder/good/a.hpp"
  printf '#pragma once\nstruct a {};\n' >"$folder/leans/a.hpp"
  printf '#pragma once\nstruct b : a {};\n' >"$folder/leans/b.hpp"
  printf 'struct c {};\n' >"$folder/unguarded/c.hpp"
  together "$folder" good g++ -std=c++20
  for name in leans unguarded; do
    if together "$folder" "$name" g++ -std=c++20 >/dev/null; then
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
together "$@"
