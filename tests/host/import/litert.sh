#!/usr/bin/env bash
# Usage: litert.sh SOURCE WORK CONVERTER COMPILER MODEL INPUTS OPTION...
# Converts a model, compiles it for the backends that TENON_BACKENDS names (reference and kryo unless given; hexagon, whose
# vector instructions are emulated, and adreno on this machine's OpenCL device, too), and holds every tensor to LiteRT's
# reference kernels: integers bit for bit, float32 within 1e-4 of each tensor's range. Of adreno only outputs can be seen.
# MODEL is a .tflite file, `cut:FILE` for one without its SOFTMAX, or `operators:int8`, `operators:int16`,
# `operators:float32`, `operators:mixed` for networks that hold every operator, int8 with variables: the inputs are the
# steps of one stream. OPTIONs go to the compiler.
# Status 77 says skipped: where LiteRT cannot be installed, or the file is not there.
set -euo pipefail

source=$1 work=$2 converter=$3 compiler=$4 model=$5 inputs=$6
shift 6
given=("$@")
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

compile() { nice "${launcher[@]}" "$builder" -std=c++20 -ffp-contract=off "${options[@]}" -I "$source/include" "$@"; }

# What a backend asks of the program: a header, where steps are placed, how it is run, a compiler, libraries. Emulated
# vectors are short work for clang only.
choose_backend() {
  header_of_backend=kryo placement="tenon::$1, tenon::reference" runner=model_runner run=run_main builder=$compiler
  libraries=(-lfmt) shown=(--steps-dir "$work/$1.steps") compared=$work/$1.steps level=-Og options=("${given[@]}")
  case $1 in
    hexagon)
      header_of_backend=hexagon placement='tenon::hexagon<tenon::v68>, tenon::reference' builder=clang++-19 level=-O1
      options=(-fconstexpr-steps=2000000000 -fbracket-depth=4096)
      ;;
    adreno)
      header_of_backend=adreno placement='tenon::adreno<tenon::a740>' runner=opencl_model run=run_main_on_opencl
      libraries+=(-lOpenCL) shown=() compared=$work/adreno.out
      ;;
  esac
}

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
#include <tenon/backend/$header_of_backend.hpp>
#include <tenon/host/pack_weights.hpp>
#include "network.hpp"
int main(int count, char** arguments) {
  return tenon::host::pack_main<tenon::engine<network_1::model, tenon::on<$placement>>>(
      {"network.hpp", "network_1::model", "network_1::weights"}, count, arguments);
}
CPP
  compile $level -march=native -c "$work/pack.cpp" -o "$work/pack.o"
  "$builder" "$work/pack.o" "$work/network_weights.cpp" -lfmt -o "$work/pack"
  "$work/pack" "$work/$header"
}

for backend in ${TENON_BACKENDS:-reference kryo}; do
  choose_backend "$backend"
  pack_kernels "$backend"
  cat >"$work/$backend.cpp" <<CPP
#include <tenon/backend/$header_of_backend.hpp>
#include <tenon/host/$runner.hpp>
#include "$header"
int main(int count, char** arguments) {
  return tenon::host::$run<tenon::engine<$model_type, tenon::on<$placement>>>("model", count, arguments);
}
CPP
  compile $level -march=native -c "$work/$backend.cpp" -o "$work/$backend.o"
  "$builder" "$work/$backend.o" "${linked[@]}" "${libraries[@]}" -o "$work/$backend"
  "$work/$backend" --quiet --input "$work/inputs.npy" --output-dir "$work/$backend.out" "${shown[@]}" >"$work/$backend.log"
  printf '%s: ' "$backend"
  ask litert.py compare "$file" "$work/inputs.npy" "$work/table" "$compared" --within 1e-4
done
