#!/usr/bin/env bash
# Usage: .scripts/setup.sh GROUP...
# Installs the Debian packages of the groups (see .scripts/packages) that are missing, after saying what and why.
# Asks nothing. With TENON_SKIP_SETUP=1 it does nothing: for systems whose packages have other names.
set -euo pipefail

program=tenon
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=.scripts/common.sh
. "$here/common.sh"

installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

any_installed() {
  local package
  for package in ${1//|/ }; do
    if installed "$package"; then return 0; fi
  done
  return 1
}

# The first of the alternatives that this system's package lists know.
choose() {
  local package
  for package in ${1//|/ }; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      printf '%s\n' "$package"
      return
    fi
  done
  printf '%s\n' "${1%%|*}"
}

# Prints "package<TAB>reason" of each missing package of the groups, each package once.
missing() {
  local wanted=" $* " group package reason seen=' '
  while read -r group package reason; do
    case $group in '' | '#'*) continue ;; esac
    case $wanted in *" $group "*) ;; *) continue ;; esac
    case $seen in *" $package "*) continue ;; esac
    seen="$seen$package "
    any_installed "$package" || printf '%s\t%s\n' "$package" "$reason"
  done <"$here/packages"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

require_groups() {
  local group
  [ $# -gt 0 ] || fail 2 "setup.sh needs at least one group; they are: $(known_groups)"
  for group in "$@"; do
    grep -q "^$group " "$here/packages" || fail 2 "there is no package group '$group'; they are: $(known_groups)"
  done
}

known_groups() { awk '!/^#/ && NF && !seen[$1]++ { printf "%s%s", separator, $1; separator = " " }' "$here/packages"; }

install_missing() {
  local names=() package reason
  as_root apt-get update -q || fail 1 "apt-get update failed; check the network, then run this again"
  while IFS=$'\t' read -r package reason; do
    names+=("$(choose "$package")")
  done <<<"$1"
  as_root apt-get install -y -q --no-install-recommends "${names[@]}" ||
    fail 1 "apt-get could not install the packages above; install them by hand, then run this again"
}

[ "${TENON_SKIP_SETUP:-}" != 1 ] || exit 0
require_groups "$@"
list=$(missing "$@")
[ -n "$list" ] || exit 0

printf 'tenon needs these Debian packages, which are missing here:\n'
printf '%s\n' "$list" | awk -F '\t' '{ sub(/[|].*/, "", $1); printf "  %-32s %s\n", $1, $2 }'
command -v apt-get >/dev/null ||
  fail 1 "this system has no apt-get; install the packages above by its own names, then run this again with TENON_SKIP_SETUP=1"
[ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
  fail 1 "installing needs root, and there is no sudo; run this as root, or install the packages above by hand"
printf 'Installing them with apt-get.\n'
install_missing "$list"
