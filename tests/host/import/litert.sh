#!/usr/bin/env bash
# Usage: litert.sh SOURCE WORK CONVERTER COMPILER MODEL INPUTS OPTION...
# Converts a model, compiles it for the backends that TENON_BACKENDS names (reference and kryo), and holds every tensor to LiteRT's reference kernels:
# integers bit for bit, float32 within 1e-4 of each tensor's range. MODEL is a .tflite file, `cut:FILE` for one without its SOFTMAX,
# or `operators:int8`, `operators:int16`, `operators:float32`, `operators:mixed` for networks that hold every operator, int8 with variables: the
# inputs are the steps of one stream. OPTIONs go to the compiler.
# Status 77 says skipped: where LiteRT cannot be installed, or the file is not there.
set -euo pipefail

source=$1 work=$2 converter=$3 compiler=$4 model=$5 inputs=$6
shift 6
options=("$@")
scripts=$source/tests/host/import

# shellcheck source=tests/host/import/python.sh
. "$scripts/python.sh"

# What LiteRT says while it starts is no news.
ask() { "$python" -B "$scripts/$1" "${@:2}" 2>"$work/python.log" || { cat "$work/python.log" >&2; return 1; }; }

prepare_model() {
  file=$work/network.tflite
  case $model in
    operators:*) ask operators.py "${model#operators:}" "$file" ;;
    cut:*) [ -f "${model#cut:}" ] || skip "${model#cut:} is not there"; ask litert.py cut "${model#cut:}" "$file" ;;
    *) [ -f "$model" ] || skip "$model is not there"; cp "$model" "$file" ;;
  esac
}

compile() { nice "${launcher[@]}" "$compiler" -std=c++20 -ffp-contract=off "${options[@]}" -I "$source/include" "$@"; }

launcher=()
command -v ccache >/dev/null && launcher=(ccache)
rm -rf "$work" && mkdir -p "$work"
prepare_python "${TENON_LITERT_ENVIRONMENT:-}" "$source/tests/golden/requirements.txt" LiteRT
prepare_model
ask litert.py inputs "$file" "$inputs" "$work/inputs.npy"
"$converter" "$file" -o "$work/network.hpp" --table "$work/table"
# Kernels that are linked have to be packed first, for each backend. Sets `header` and `model_type`, and `linked` to what is
# linked in.
pack_kernels() {
  header=network.hpp model_type=network_1::model linked=()
  [ -e "$work/network_weights.cpp" ] || return 0
  header=$1_packed.hpp model_type=$1_packed::model linked=("$work/$1_packed.cpp")
  cat >"$work/pack.cpp" <<CPP
#include <tenon/backend/kryo.hpp>
#include <tenon/host/pack_weights.hpp>
#include "network.hpp"
int main(int count, char** arguments) {
  return tenon::host::pack_main<tenon::engine<network_1::model, tenon::on<tenon::$1, tenon::reference>>>(
      {"network.hpp", "network_1::model", "network_1::weights"}, count, arguments);
}
CPP
  compile -Og -march=native -c "$work/pack.cpp" -o "$work/pack.o"
  "$compiler" "$work/pack.o" "$work/network_weights.cpp" -lfmt -o "$work/pack"
  "$work/pack" "$work/$header"
}

for backend in ${TENON_BACKENDS:-reference kryo}; do
  pack_kernels "$backend"
  cat >"$work/$backend.cpp" <<CPP
#include <tenon/backend/kryo.hpp>
#include <tenon/host/model_runner.hpp>
#include "$header"
int main(int count, char** arguments) {
  return tenon::host::run_main<tenon::engine<$model_type, tenon::on<tenon::$backend, tenon::reference>>>("model", count, arguments);
}
CPP
  compile -Og -march=native -c "$work/$backend.cpp" -o "$work/$backend.o"
  "$compiler" "$work/$backend.o" "${linked[@]}" -lfmt -o "$work/$backend"
  "$work/$backend" --quiet --input "$work/inputs.npy" --output-dir "$work/$backend.out" --steps-dir "$work/$backend.steps" >"$work/$backend.log"
  ask litert.py compare "$file" "$work/inputs.npy" "$work/table" "$work/$backend.steps" --within 1e-4
done
