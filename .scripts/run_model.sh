# shellcheck shell=bash
# Runs a model file: converts it, compiles it with this machine's compiler, and starts the program. examples/run sources it.
# shellcheck disable=SC2154,SC2015  # variables of common.sh; fail does not return

model_file='' model_backend=kryo model_name='' model_kept='' model_arguments=() model_shapes=() model_compiler=()

read_model_arguments() {
  model_file=$1
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --input | --input-shape | --output-dir | --backend | --name | --keep | --steps-dir) [ $# -ge 2 ] || fail 2 "$1 needs a value behind it" ;;
    esac
    case $1 in
      --input | --output-dir | --steps-dir) model_arguments+=("$1" "$2"); shift ;;
      --input-shape) model_shapes+=("$1" "$2"); shift ;;
      --backend) model_backend=$2; shift ;;
      --name) model_name=$2; shift ;;
      --keep) model_kept=$2; shift ;;
      --quiet) model_arguments+=("$1") ;;
      *) fail 2 "unknown option $1; with a model the options are --input --input-shape --output-dir --backend --name --keep --steps-dir --quiet" ;;
    esac
    shift
  done
  choose_backend
  [ -f "$model_file" ] || fail 2 "$model_file: does not exist or is no file; check the path"
}

# What a backend asks of the program: a header, where steps are placed, how it is run, libraries, and packages. Hexagon's
# vector instructions are emulated; adreno runs on whatever OpenCL device there is.
choose_backend() {
  model_placement="tenon::$model_backend, tenon::reference" model_header=kryo model_runner=model_runner
  model_main=run_main model_how='' model_libraries=(-lfmt) model_packages=(base)
  case $model_backend in
    reference | kryo) ;;
    hexagon)
      model_header=hexagon model_placement='tenon::hexagon<tenon::v68>, tenon::reference' model_packages+=(hexagon)
      model_how=',
                                      "hexagon: its vector instructions are emulated on this processor; the latency "
                                      "tells nothing of a Hexagon"'
      ;;
    adreno)
      model_header=adreno model_placement='tenon::adreno<tenon::a740>' model_runner=opencl_model
      model_main=run_main_on_opencl model_libraries+=(-lOpenCL) model_packages+=(adreno)
      ;;
    *) fail 2 "there is no backend '$model_backend' that runs here; they are: reference kryo hexagon adreno" ;;
  esac
}

# The model file's name without folder and ending.
model_stem() {
  local name
  name=$(basename "$model_file")
  printf '%s\n' "${name%.*}"
}

# Where this model's program is kept: a folder for each file, name and backend.
model_folder() {
  local key
  key=$(printf '%s\n' "$(absolute_path "$model_file")" "$model_backend" "$model_name" "${CXX:-}" "${model_shapes[@]}" | cksum | cut -d' ' -f1)
  printf '%s/models/%s-%s\n' "$build_root" "$(model_stem)" "$key"
}

# True if the program is newer than all that it is made of.
model_is_built() {
  [ -x "$1/program" ] && [ "$1/program" -nt "$model_file" ] &&
    [ -z "$(find "$root/include" "$root/examples/convert" -newer "$1/program" -type f -print -quit)" ]
}

# Emulated vectors are short work for clang only.
find_compiler() {
  local each emulating=''
  [ "$model_backend" = hexagon ] && emulating=clang++-19
  for each in ${CXX:-} $emulating c++ g++ clang++; do
    if command -v "$each" >/dev/null; then printf '%s\n' "$each"; return; fi
  done
  fail 1 "there is no C++ compiler; install g++ 12 or clang 19, or name one with CXX"
}

# Options that quantizing in the compiler needs, as the CMake target carries them.
compiler_limits() {
  if "$1" --version | grep -q clang; then
    printf '%s\n' -fconstexpr-steps=4000000000 -fbracket-depth=4096
  else
    printf '%s\n' -fconstexpr-ops-limit=4000000000 -fconstexpr-loop-limit=2000000000
  fi
}

# write_model_main FOLDER NAMESPACE HEADER MODEL
write_model_main() {
  cat >"$1/main.cpp" <<CPP
// Runs the network of network.hpp on arrays in files.
#include <tenon/backend/$model_header.hpp>
#include <tenon/host/$model_runner.hpp>

#include "$3"

int main(int count, char** arguments) {
  using engine = tenon::engine<$4, tenon::on<$model_placement>>;
  return tenon::host::$model_main<engine>("$2", count, arguments$model_how);
}
CPP
}

# write_split_main FOLDER NAMESPACE: of a packed network, whose kernels lie in kernels.cpp, which is compiled while the
# numbers are packed.
write_split_main() {
  cat >"$1/main.cpp" <<CPP
// Runs the network of network.hpp on arrays in files. Its kernels are functions of kernels.cpp.
#include <tenon/backend/$model_header.hpp>
#include <tenon/host/$model_runner.hpp>

#include "packed.hpp"

struct weights : packed::weights {
  static constexpr bool kernels_are_linked = true;
};

int main(int count, char** arguments) {
  using engine = tenon::engine<tenon::with_weights<packed::model, weights>, tenon::on<$model_placement>>;
  return tenon::host::$model_main<engine>("$2", count, arguments$model_how);
}
CPP
  cat >"$1/kernels.cpp" <<CPP
// The kernels of network.hpp as functions.
#include <tenon/backend/$model_header.hpp>
#include <tenon/engine/kernel_unit.hpp>

#include "network.hpp"

template struct tenon::kernel_unit<tenon::engine<$2::model, tenon::on<$model_placement>>>;
CPP
}

# write_packing_main FOLDER NAMESPACE
write_packing_main() {
  cat >"$1/pack.cpp" <<CPP
// Packs the kernels of network.hpp, which are too large for the compiler.
#include <tenon/backend/$model_header.hpp>
#include <tenon/host/pack_weights.hpp>

#include "network.hpp"

int main(int count, char** arguments) {
  using engine = tenon::engine<$2::model, tenon::on<$model_placement>>;
  return tenon::host::pack_main<engine>({"network.hpp", "$2::model", "$2::weights"}, count, arguments);
}
CPP
}

# convert_model FOLDER NAME
convert_model() {
  step "Packages"
  install_packages "${model_packages[@]}"
  step "Building the converter"
  configure "$build_root/examples" -DTENON_TESTS=OFF -DTENON_EXAMPLES=ON -DTENON_BENCH=OFF
  build "$build_root/examples" example.convert || fail 1 "the converter could not be built; see the lines above"
  step "Converting $model_file"
  rm -rf "$1.partial" && mkdir -p "$1.partial" || fail 1 "cannot create the folder $1"
  "$build_root/examples/programs/convert" "$model_file" -o "$1.partial/network.hpp" --name "$2" \
    "${model_shapes[@]}" || exit $?
}

# told_by_type FOLDER WORD: the text that the compiler shows first as WORD<{"text"}>.
told_by_type() {
  grep -oE "$2<[^{]*\{\"[^\"]*" "$1/compile.log" | head -n 1 | sed 's/.*{"//'
}

# require_kernels FOLDER: tells of the first layer for which adreno, which has to run all, has no kernel.
require_kernels() {
  local layer
  [ "$model_backend" = adreno ] || return 0
  layer=$(told_by_type "$1" in_node)
  [ -z "$layer" ] ||
    fail 1 "$model_file: adreno cannot run the layer '$layer': $(told_by_type "$1" says); name another backend"
}

# compile_in FOLDER PROGRAM OPTION... : makes a program of the sources among the options; all are named as they lie there.
compile_in() {
  local folder=$1 program=$2
  shift 2
  (cd "$folder" && "${model_compiler[@]}" "$@" -o "$program") >>"$folder/compile.log" 2>&1 || {
    require_kernels "$folder"
    grep -E 'error|Error|undefined|tenon:' "$folder/compile.log" | head -n 20 >&2
    fail 1 "$model_file: its network could not be compiled; see the lines above, all of them are in $folder/compile.log"
  }
}

# find_compiler_for FOLDER: kernels whose numbers are not known take clang half the time and memory that g++ needs, for the
# same bits.
find_compiler_for() {
  if [ -e "$1/network_weights.cpp" ] && [ -z "${CXX:-}" ] && command -v clang++-19 >/dev/null; then
    printf '%s\n' clang++-19
  else
    find_compiler
  fi
}

# compile_model FOLDER NAMESPACE
compile_model() {
  local compiler limits kernels_job folder=$1.partial launcher=()
  compiler=$(find_compiler_for "$folder") || exit $?
  mapfile -t limits < <(compiler_limits "$compiler")
  command -v ccache >/dev/null && launcher=(ccache)
  model_compiler=("${launcher[@]}" "$compiler" -std=c++20 -march=native -DNDEBUG -ffp-contract=off "${limits[@]}"
    -I "$root/include")
  if [ -e "$folder/network_weights.cpp" ]; then
    [ "$model_backend" != adreno ] ||
      fail 1 "$model_file: its weights are too many for adreno, whose programs are made of numbers that the compiler knows; name another backend"
    step "Packing the weights with $compiler, as they are too many for the compiler alone"
    write_packing_main "$folder" "$2"
    write_split_main "$folder" "$2"
    # The kernels take as long as all the rest.
    compile_in "$folder" kernels.o -O3 -c kernels.cpp &
    kernels_job=$!
    trap 'kill "$kernels_job" 2>/dev/null' EXIT
    compile_in "$folder" pack.o -O0 -c pack.cpp
    compile_in "$folder" pack pack.o network_weights.cpp "${model_libraries[@]}"
    (cd "$folder" && ./pack packed.hpp) || fail 1 "$model_file: its weights could not be packed; see the line above"
    step "Compiling with $compiler"
    compile_in "$folder" main.o -O1 -c main.cpp
    wait "$kernels_job" || exit 1
    trap - EXIT
    compile_in "$folder" program main.o kernels.o packed.cpp "${model_libraries[@]}"
  else
    step "Compiling with $compiler, which takes a minute or so for each 100,000 weights"
    write_model_main "$folder" "$2" network.hpp "$2::model"
    compile_in "$folder" main.o -O1 -c main.cpp
    compile_in "$folder" program main.o "${model_libraries[@]}"
  fi
  rm -rf "$1" && mv "$folder" "$1"
}

run_model() {
  local folder
  read_model_arguments "$@"
  folder=$(model_folder)
  if ! model_is_built "$folder"; then
    convert_model "$folder" "${model_name:-$(model_stem)}"
    compile_model "$folder" "$(sed -n 's/^namespace \(.*\) {$/\1/p' "$folder.partial/network.hpp")"
    step "Running"
  fi
  if [ -n "$model_kept" ]; then
    mkdir -p "$model_kept" || fail 1 "cannot create the folder $model_kept"
    find "$folder" -maxdepth 1 '(' -name '*.hpp' -o -name '*.cpp' -o -name '*.cpp.bin' ')' -exec cp -t "$model_kept" {} + || fail 1 "cannot write to $model_kept"
  fi
  exec "$folder/program" "${model_arguments[@]}"
}
