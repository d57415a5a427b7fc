# shellcheck shell=bash
# What tests share that ask a Python package what is right: how they are skipped, and their environment. Sourced.

skip() {
  echo "skipped: $*"
  exit 77
}

# prepare_python GIVEN REQUIREMENTS WHAT: sets `python` to that of the environment GIVEN, or else of one that all tests of a
# kind share, made once beside the folder `work` with the packages that the file REQUIREMENTS lists.
prepare_python() {
  # shellcheck disable=SC2154  # work is the caller's
  local environment=${1:-$(dirname "$work")/environment}
  python=$environment/bin/python
  mkdir -p "$(dirname "$environment")"
  exec 9>"$environment.lock"
  flock 9
  if ! [ -e "$environment.ready" ] && [ -z "$1" ]; then
    { python3 -m venv "$environment" && "$python" -m pip install -q -r "$2"; } >"$environment.log" 2>&1 ||
      skip "$3 cannot be installed here (python3-venv and the packages of $(basename "$2")); see $environment.log"
    touch "$environment.ready"
  fi
  exec 9>&-
}
