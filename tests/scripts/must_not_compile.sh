#!/usr/bin/env bash
# Usage: must_not_compile.sh SOURCE COMPILER [OPTION...]   or   must_not_compile.sh --self-check
# Passes if SOURCE is refused by one error that carries the texts of its first lines, `// says: TEXT`, either as the error's
# message or as the facts that a tenon verdict states in its type.
set -euo pipefail

refused_as_said() {
  local source=$1 said texts output
  shift
  mapfile -t texts < <(sed -nE '/^\/\/ says: /!q; s,^// says: ,,p' "$source")
  if [ ${#texts[@]} -eq 0 ] || [ -z "${texts[0]}" ]; then
    printf '%s: the first line must be "// says: TEXT"\n' "$source"
    return 1
  fi
  if output=$("$@" -fsyntax-only "$source" 2>&1); then
    printf '%s: compiles, but must be refused with: %s\n' "$source" "${texts[0]}"
    return 1
  fi
  for said in "${texts[@]}"; do
    if ! printf '%s\n' "$output" | whole_sentences | grep -E '(^|[: ])error:|verdict<' | grep -F -- "$said" >/dev/null; then
      printf '%s: refused, but no error line says: %s\n' "$source" "$said"
      printf '%s\n' "$output" | sed -n 1,40p
      return 1
    fi
  done
  if [ "$(printf '%s\n' "$output" | grep -cE '(^|[: ])error:')" -ne 1 ]; then
    printf '%s: refused as it should be, but with more than one error:\n' "$source"
    printf '%s\n' "$output" | grep -E '(^|[: ])error:'
    return 1
  fi
}

# clang prints a long sentence in pieces, each a template argument of its own; here they are put together again.
whole_sentences() {
  sed -E 's/"\}, (tenon::)?fixed_string<[^>]*>\{"//g'
}

self_check() {
  local folder
  folder=$(mktemp -d)
  # shellcheck disable=SC2064  # the folder of now
  trap "rm -rf '$folder'" EXIT
  printf '// says: tenon: wrong; right\nstatic_assert(sizeof(int) == 0, "tenon: wrong; right");\n' >"$folder/good.cpp"
  printf '// says: tenon: wrong\n// says: right\nstatic_assert(sizeof(int) == 0, "tenon: wrong; right");\n' >"$folder/both.cpp"
  printf '// says: tenon: wrong\n// says: left\nstatic_assert(sizeof(int) == 0, "tenon: wrong; right");\n' >"$folder/half.cpp"
  printf '// says: tenon: wrong; right\nint main() {}\n' >"$folder/compiles.cpp"
  printf '// says: tenon: wrong; right\nstatic_assert(sizeof(int) == 0, "tenon: other");  // tenon: wrong; right\n' >"$folder/other.cpp"
  printf '// says: tenon: wrong; right\nint f() { return no_such_name; }\n' >"$folder/unrelated.cpp"
  printf 'static_assert(sizeof(int) == 0, "tenon: wrong; right");\n' >"$folder/silent.cpp"
  printf '// says: tenon: wrong; right\nstatic_assert(sizeof(int) == 0, "tenon: wrong; right");\nint x = no_such_name;\n' >"$folder/twice.cpp"
  for name in good both; do
    refused_as_said "$folder/$name.cpp" g++ -std=c++20 || exit 1
  done
  for name in half compiles other unrelated silent twice; do
    if refused_as_said "$folder/$name.cpp" g++ -std=c++20 >/dev/null; then
      printf 'self-check: %s.cpp must fail, but passed\n' "$name"
      exit 1
    fi
  done
}

if [ "${1:-}" = --self-check ]; then
  self_check
  exit 0
fi
source=$1 compiler=$2
shift 2
if ! command -v "$compiler" >/dev/null; then
  echo "skipped: $compiler is missing"
  exit 77
fi
quiet=(-fno-diagnostics-show-caret -fmessage-length=0)
case $compiler in clang*) quiet=(-fno-caret-diagnostics -ferror-limit=0) ;; esac
refused_as_said "$source" env LC_ALL=C "$compiler" "$@" "${quiet[@]}"
