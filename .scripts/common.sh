# shellcheck shell=bash
# Shared by tests/run, examples/run and bench/run. Source it; it defines functions and three variables.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Everything that is built lies here; another folder can be named, so that two runs do not meet.
# shellcheck disable=SC2034  # for the scripts that source this file
build_root=${TENON_BUILD:-$root/.build}
jobs=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)

# Ends the program with one line on standard error; 2 is the status of a wrong call, 1 of everything else.
fail() {
  local status=$1
  shift
  printf '%s: %s\n' "${program:-tenon}" "$*" >&2
  exit "$status"
}

step() { printf '\n== %s\n' "$*"; }

# Prints the comment block at the top of a script, without its first line and the comment signs.
print_help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//;t show;b;:show;p}' "$1"; }

install_packages() { "$root/.scripts/setup.sh" "$@" || exit $?; }

# Ninja asks compilers which headers they read, so ccache need not preprocess what it has not seen.
export CCACHE_DEPEND=1

# configure BUILD_FOLDER [CMAKE_ARGUMENT...]: quiet unless it fails.
configure() {
  local build=$1 log
  shift
  local launcher=()
  command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  mkdir -p "$build" || fail 1 "cannot create the build folder $build"
  log=$build/configure.log
  if ! cmake -S "$root" -B "$build" -G Ninja "${launcher[@]}" "$@" >"$log" 2>&1; then
    cat "$log" >&2
    fail 1 "the build could not be configured; see the lines above (also in $log)"
  fi
  grep '^-- tenon:' "$log" || true
}

# build BUILD_FOLDER [NINJA_ARGUMENT...]
build() {
  local folder=$1
  shift
  cmake --build "$folder" --parallel "$jobs" -- "$@"
}

# absolute_path FILE: of a file that need not exist, seen from the caller's folder.
absolute_path() {
  case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s/%s\n' "$PWD" "$1" ;;
  esac
}

# require_writable FILE: ends the program unless FILE can be written, or replaced by renaming. Leaves nothing behind.
require_writable() {
  local folder probe
  folder=$(dirname "$1")
  [ -n "$1" ] || fail 2 "--json needs the name of a file"
  [ ! -d "$1" ] || fail 2 "cannot write $1: it is a folder; name a file in it"
  [ ! -e "$1" ] || [ -f "$1" ] || fail 2 "cannot write $1: it is not a plain file"
  [ -d "$folder" ] || fail 2 "cannot write $1: there is no folder $folder; create it first"
  [ ! -e "$1" ] || [ -w "$1" ] || fail 2 "cannot write $1: permission denied"
  probe=$(mktemp "$folder/.tenon.XXXXXX" 2>/dev/null) || fail 2 "cannot write $1: no file can be made in $folder"
  rm -f "$probe"
}
