#!/bin/bash
# An object of a firmware program asks for no heap, no exceptions, no guards and no constructors, and has short symbols.
#   symbols.sh COMPILER SOURCE OPTION...
#   symbols.sh --self-check            plants each fault and expects it to be found
set -u -o pipefail

firmware_options="-std=c++20 -O2 -ffreestanding -fno-exceptions -fno-rtti -fno-unwind-tables -fno-asynchronous-unwind-tables"
# What a freestanding compiler may call by itself.
allowed="^(memcpy|memmove|memset|memcmp|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_)$"
longest_name=300

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Prints every fault of an object, one a line.
faults_of() {
  local object=$1
  nm --undefined-only "$object" | awk '{print $NF}' | grep -Ev "$allowed" | sed 's/^/asks for the symbol /'
  nm "$object" | awk '{print $NF}' | grep -E '^_ZGV' | sed 's/^/has a guard of a static object: /'
  nm "$object" | awk -v most=$longest_name 'length($NF) > most {print "has a symbol of " length($NF) " characters: " substr($NF, 1, 120) "..."}'
  readelf -SW "$object" | grep -Eo '\.(init_array|ctors|fini_array|eh_frame|gcc_except_table)[^ ]*' | sort -u | sed 's/^/has a section /'
}

compile() {
  local compiler=$1
  shift
  # shellcheck disable=SC2086
  "$compiler" $firmware_options "$@"
}

self_check() {
  local name=tenon_
  for _ in {1..40}; do name+=123456789_; done
  local -A planted=(
    [heap]='int* f(int n) { return new int[static_cast<unsigned long>(n)]; }'
    [guard]='int g(); int f() { static int once = g(); return once; }'
    [constructor]='int g(); int value = g();'
    [long_name]="int $name() { return 1; }"
    [call]='extern "C" int puts(const char*); int f() { return puts("a"); }'
  )
  local -A expected=([heap]='_Zna' [guard]='guard' [constructor]='init_array' [long_name]='characters' [call]='puts')
  local failed=0
  for fault in "${!planted[@]}"; do
    echo "${planted[$fault]}" >"$folder/$fault.cpp"
    compile g++ -c "$folder/$fault.cpp" -o "$folder/$fault.o" || failed=1
    [[ $(faults_of "$folder/$fault.o") == *"${expected[$fault]}"* ]] || { echo "the planted fault '$fault' was not found"; failed=1; }
  done
  echo 'int f(int x) { return x + 1; }' >"$folder/sound.cpp"
  compile g++ -c "$folder/sound.cpp" -o "$folder/sound.o" || failed=1
  [[ -z $(faults_of "$folder/sound.o") ]] || { echo "a sound object was refused"; failed=1; }
  return $failed
}

if [[ ${1-} == --self-check ]]; then
  self_check
  exit
fi

compiler=$1 source=$2
shift 2
command -v "$compiler" >/dev/null || { echo "skipped: $compiler is missing"; exit 77; }
compile "$compiler" "$@" -c "$source" -o "$folder/object.o" || exit 1
faults=$(faults_of "$folder/object.o")
size "$folder/object.o"
[[ -z $faults ]] || { echo "$source with $compiler:"; echo "$faults"; exit 1; }
