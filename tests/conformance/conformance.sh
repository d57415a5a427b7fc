#!/usr/bin/env bash
# Usage: conformance.sh SOURCE WORK CONVERTER COMPILER SUITES OPTION...
# Runs the cases of some suites (node,light) in an environment with the onnx package; OPTIONs go to the compiler. Status 77 says skipped: where the package
# cannot be installed. TENON_CONFORMANCE_MATRIX=FILE.md writes the page docs/conformance.md anew.
set -euo pipefail

source=$1 work=$2 converter=$3 compiler=$4 suites=$5
shift 5
environment=${TENON_ONNX_ENVIRONMENT:-$work/environment}
mkdir -p "$work"
if [ -z "${TENON_ONNX_ENVIRONMENT:-}" ] && ! [ -e "$environment.ready" ]; then
  { python3 -m venv "$environment" &&
    "$environment/bin/python" -m pip install -q -r "$source/tests/host/import/onnx_requirements.txt"; } >"$work/environment.log" 2>&1 || {
    echo "skipped: the package onnx cannot be installed here (python3-venv); see $work/environment.log"
    exit 77
  }
  touch "$environment.ready"
fi
rm -rf "$work/cases"
IFS=, read -ra chosen <<<"$suites"
exec "$environment/bin/python" -B "$source/tests/conformance/conformance.py" "$converter" "$compiler" "$source" "$work" \
  "${chosen[@]/#/--suite=}" ${TENON_CONFORMANCE_MATRIX:+--matrix "$TENON_CONFORMANCE_MATRIX"} --floor light=9 --floor pytorch-converted=69 --floor node=496 -- "$@"
