#!/usr/bin/env bash
# Usage: onnx_runtime.sh SOURCE WORK CONVERTER COMPILER MODEL INPUTS SHAPES OPTION...
# Converts a model, compiles it for the last backend that TENON_BACKENDS names (kryo), and holds every tensor to ONNX
# Runtime within 1e-4 of its range, integers within a step. MODEL is an .onnx file, `operators:all` for a network that
# holds every operator, or `operators:quantized` for one of integers; SHAPES is NAME:1,3,48,192 for an input that the file
# leaves open, or `-`. OPTIONs go to the compiler.
# Status 77 says skipped: where ONNX Runtime cannot be installed, or the file is not there.
set -euo pipefail

source=$1 work=$2 converter=$3 compiler=$4 model=$5 inputs=$6 shapes=${7#-}
shift 7
scripts=$source/tests/host/import

# shellcheck source=tests/host/import/python.sh
. "$scripts/python.sh"

backend=${TENON_BACKENDS:-kryo}
rm -rf "$work" && mkdir -p "$work"
prepare_python "${TENON_ONNX_ENVIRONMENT:-}" "$scripts/onnx_requirements.txt" "ONNX Runtime"
file=$work/network.onnx
# Real numbers behind integers are as far off as those may be.
within=1e-4
case $model in *quantized) within=0.02 ;; esac
case $model in
  operators:*) "$python" -B "$scripts/onnx_operators.py" "${model#operators:}" "$file" ;;
  *) [ -f "$model" ] || skip "$model is not there"; cp "$model" "$file" ;;
esac
"$converter" "$file" -o "$work/network.hpp" --table "$work/table" ${shapes:+--input-shape "$shapes"}
cat >"$work/main.cpp" <<CPP
#include <tenon/backend/kryo.hpp>
#include <tenon/host/model_runner.hpp>
#include "network.hpp"
int main(int count, char** arguments) {
  return tenon::host::run_main<tenon::engine<network_1::model, tenon::on<tenon::${backend##* }, tenon::reference>>>("model", count, arguments);
}
CPP
launcher=()
command -v ccache >/dev/null && launcher=(ccache)
nice "${launcher[@]}" "$compiler" -std=c++20 -Og -march=native -ffp-contract=off "$@" -I "$source/include" \
  -c "$work/main.cpp" -o "$work/main.o"
"$compiler" "$work/main.o" -lfmt -o "$work/program"
"$python" -B "$scripts/onnx_runtime.py" inputs "$file" "$inputs" "$work/table" "$work" ${shapes:+"$shapes"}
mapfile -t arguments <"$work/arguments"
"$work/program" --quiet "${arguments[@]}" --output-dir "$work/out" --steps-dir "$work/steps" >"$work/log"
"$python" -B "$scripts/onnx_runtime.py" compare "$file" "$work/table" "$work" "$work/steps" --within "$within"
