# shellcheck shell=bash
# Runs a model file: converts it, compiles it with this machine's compiler, and starts the program. examples/run sources it.
# shellcheck disable=SC2154,SC2015  # variables of common.sh; fail does not return

model_file='' model_backend=kryo model_name='' model_kept='' model_arguments=() model_shapes=()

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
  case $model_backend in
    reference | kryo) ;;
    *) fail 2 "there is no backend '$model_backend' that runs here; they are: reference kryo" ;;
  esac
  [ -f "$model_file" ] || fail 2 "$model_file: does not exist or is no file; check the path"
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

find_compiler() {
  local each
  for each in ${CXX:-} c++ g++ clang++; do
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

write_model_main() {
  cat >"$1/main.cpp" <<CPP
// Runs the network of network.hpp on arrays in files.
#include <tenon/backend/kryo.hpp>
#include <tenon/host/model_runner.hpp>

#include "network.hpp"

int main(int count, char** arguments) {
  using engine = tenon::engine<$2::model, tenon::on<tenon::$model_backend, tenon::reference>>;
  return tenon::host::run_main<engine>("$2", count, arguments);
}
CPP
}

# convert_model FOLDER NAME
convert_model() {
  step "Packages"
  install_packages base
  step "Building the converter"
  configure "$build_root/examples" -DTENON_TESTS=OFF -DTENON_EXAMPLES=ON -DTENON_BENCH=OFF
  build "$build_root/examples" example.convert || fail 1 "the converter could not be built; see the lines above"
  step "Converting $model_file"
  rm -rf "$1.partial" && mkdir -p "$1.partial" || fail 1 "cannot create the folder $1"
  "$build_root/examples/programs/convert" "$model_file" -o "$1.partial/network.hpp" --name "$2" \
    "${model_shapes[@]}" || exit $?
}

# compile_model FOLDER NAMESPACE
compile_model() {
  local compiler limits launcher=()
  compiler=$(find_compiler) || exit $?
  mapfile -t limits < <(compiler_limits "$compiler")
  command -v ccache >/dev/null && launcher=(ccache)
  step "Compiling with $compiler, which takes a minute or so for each 100,000 weights"
  write_model_main "$1.partial" "$2"
  "${launcher[@]}" "$compiler" -std=c++20 -O3 -march=native -DNDEBUG -ffp-contract=off "${limits[@]}" -I "$root/include" \
    -c "$1.partial/main.cpp" -o "$1.partial/main.o" >"$1.partial/compile.log" 2>&1 &&
    "$compiler" "$1.partial/main.o" -lfmt -o "$1.partial/program" >>"$1.partial/compile.log" 2>&1 || {
    grep -E 'error|tenon:' "$1.partial/compile.log" | head -n 20 >&2
    fail 1 "$model_file: its network could not be compiled; see the lines above, all of them are in $1.partial/compile.log"
  }
  rm -rf "$1" && mv "$1.partial" "$1"
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
    cp "$folder"/*.hpp "$folder/main.cpp" "$model_kept" || fail 1 "cannot write to $model_kept"
  fi
  exec "$folder/program" "${model_arguments[@]}"
}
