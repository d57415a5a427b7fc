#!/usr/bin/env bash
# Usage: same_output.sh PROGRAM COMMAND...
# Passes if the command prints what the program prints, and both end well.
set -uo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" >"$folder/wanted" || { echo "$1 ends with status $?"; exit 1; }
shift
"$@" >"$folder/printed" || { echo "$* ends with status $?"; exit 1; }
[ -s "$folder/wanted" ] || { echo "nothing was printed"; exit 1; }
if ! cmp -s "$folder/wanted" "$folder/printed"; then
  diff "$folder/wanted" "$folder/printed" | head -n 40
  exit 1
fi
echo "$(wc -l <"$folder/wanted") lines are the same"
