# Programs with doctest: add_test_folder(FOLDER), add_test_program(NAME ...), add_thread_sanitizer_test(NAME SOURCE).

find_path(TENON_DOCTEST doctest/doctest.h REQUIRED)
find_path(TENON_XSIMD xsimd/xsimd.hpp REQUIRED)

# Tests that need OpenCL are told as skipped without it.
find_path(TENON_OPENCL_HEADERS CL/opencl.hpp)
find_library(TENON_OPENCL OpenCL)
set(tenon_needs_opencl "^(backend/adreno|host/opencl_)")

# What every test program is built with.
add_library(tenon_test INTERFACE)
target_link_libraries(tenon_test INTERFACE tenon_hosted)
target_include_directories(tenon_test INTERFACE ${CMAKE_CURRENT_SOURCE_DIR})
target_include_directories(tenon_test SYSTEM INTERFACE ${TENON_DOCTEST} ${TENON_XSIMD})
target_compile_definitions(tenon_test INTERFACE TENON_TESTS_FOLDER="${CMAKE_CURRENT_SOURCE_DIR}")
if(TENON_OPENCL)
  target_link_libraries(tenon_test INTERFACE -Wl,--as-needed ${TENON_OPENCL})
endif()
# Hundreds of small programs: lld links one in a third of the time.
find_program(TENON_LLD ld.lld-19)
if(TENON_LLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  file(REAL_PATH ${TENON_LLD} linker)
  get_filename_component(folder ${linker} DIRECTORY)
  target_link_options(tenon_test INTERFACE -B${folder} -fuse-ld=lld)
endif()
if(TENON_COVERAGE)
  target_compile_options(tenon_test INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(tenon_test INTERFACE --coverage)
endif()

# Programs are optimized as far as makes compiling and running them together shortest. Vector instructions become single
# ones from -Og on, at half the price of -O1; code without them is straight lines that run for milliseconds, and is
# compiled fastest as it stands.
set(tenon_level -Og)
set(tenon_level_of_plain_code -O0)
set(tenon_plain_code "^(contract|laws|backend/(adreno|hexagon|reference))/")
if(TENON_COVERAGE)
  set(tenon_level -O0)
endif()

add_library(tenon_test_main OBJECT EXCLUDE_FROM_ALL main.cpp)
target_link_libraries(tenon_test_main PRIVATE tenon_test)

# The instruction sets worth a build of their own: name, compiler option, flags that /proc/cpuinfo must show.
set(tenon_instruction_sets avx2 avx_vnni avx512_vnni)
set(tenon_option_avx2 -march=haswell)
set(tenon_needs_avx2 avx2 fma bmi2)
set(tenon_option_avx512_vnni -march=cascadelake)
set(tenon_needs_avx512_vnni avx512_vnni avx512vl)
set(tenon_option_avx_vnni -march=alderlake)
set(tenon_needs_avx_vnni avx_vnni)

set(processor_flags)
if(EXISTS /proc/cpuinfo)
  file(STRINGS /proc/cpuinfo processor_flags REGEX "^(flags|Features)" LIMIT_COUNT 1)
  string(REGEX REPLACE "[ \t:]+" ";" processor_flags "${processor_flags}")
endif()
set(tenon_runnable_instruction_sets)
foreach(name IN LISTS tenon_instruction_sets)
  set(missing ${tenon_needs_${name}})
  list(REMOVE_ITEM missing ${processor_flags} "")
  if(missing)
    message(STATUS "tenon: no ${name} tests, as this processor lacks ${missing}")
  else()
    list(APPEND tenon_runnable_instruction_sets ${name})
  endif()
endforeach()

# Unless all tests are wanted, a set that is not the widest of this machine, or none, is tested where it has most code of its
# own, and all else for the widest set only.
set(tenon_own_code_of_sets "/(conv2d|depthwise_conv2d|dense)_first$")

# remember_test(NAME [TARGET]): keeps what tests/run needs to narrow a build; a test without a target needs no build.
function(remember_test name)
  set_property(GLOBAL APPEND_STRING PROPERTY tenon_test_list "${name}\t${ARGN}\n")
endfunction()

# want_cases(NAME): among all tests, those of contracts draw until every operator has seen its cases.
function(want_cases name)
  if(TENON_ALL_TESTS AND name MATCHES "${tenon_counts_cases}")
    set(cases ${tenon_cases_of_all_tests})
    if(name MATCHES "${tenon_contract_in_fifths}")
      math(EXPR cases "${cases} / 5")
    endif()
    set_tests_properties(${name} PROPERTIES ENVIRONMENT TENON_CASES=${cases} TIMEOUT 3600)
  endif()
endfunction()

function(write_test_list)
  get_property(lines GLOBAL PROPERTY tenon_test_list)
  file(WRITE ${PROJECT_BINARY_DIR}/tests.txt "${lines}")
endfunction()

# target_of(NAME VARIABLE): op/conv2d.avx2 -> test.op.conv2d_avx2, which is not that of op/conv2d/avx2
function(target_of name variable)
  string(REPLACE "." "_" target "${name}")
  string(REPLACE "/" "." target "test.${target}")
  set(${variable} ${target} PARENT_SCOPE)
endfunction()

# Tests that step through emulated vectors or through large libraries, and contracts of kernels that are xsimd's vectors:
# clang compiles them, as they stand, in about half the time that g++ takes.
find_program(TENON_CLANG clang++-19)
set(tenon_code_for_clang)
if(TENON_CLANG AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT TENON_SANITIZE AND NOT TENON_COVERAGE)
  set(tenon_code_for_clang
    "^(backend/hexagon|host)/|^contract/(average_pool|batch_norm|depthwise_conv2d|global_|max_pool|mean|products)")
endif()

# compile_by_clang(NAME VARIABLE [OPTIONS ...] SOURCES ...): puts objects in the place of the sources.
function(compile_by_clang name variable)
  cmake_parse_arguments(PARSE_ARGV 2 argument "" "" "OPTIONS;SOURCES")
  set(objects)
  foreach(source IN LISTS argument_SOURCES)
    get_filename_component(stem ${source} NAME)
    set(output ${PROJECT_BINARY_DIR}/clang/${name}/${stem}.o)
    get_filename_component(folder ${output} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${output} DEPENDS ${source} DEPFILE ${output}.d VERBATIM
      COMMAND ${CMAKE_CXX_COMPILER_LAUNCHER} ${TENON_CLANG} -std=c++20 -O0 -ffp-contract=off ${argument_OPTIONS}
        ${tenon_clang_limits} ${tenon_warnings} -DTENON_TESTS_FOLDER="${PROJECT_SOURCE_DIR}/tests" -I ${PROJECT_SOURCE_DIR}/include
        -I ${PROJECT_SOURCE_DIR}/tests -isystem ${TENON_GENERATED} -idirafter ${TENON_DOCTEST}
        -MD -MF ${output}.d -MT ${output} -c ${source} -o ${output}
      COMMENT "Compiling ${name} by clang")
    list(APPEND objects ${output})
  endforeach()
  set(${variable} ${objects} PARENT_SCOPE)
endfunction()

# common_objects_of(NAME VARIABLE): what the programs of a test's folder share, compiled once.
function(common_objects_of name variable)
  set(${variable} PARENT_SCOPE)
  get_filename_component(folder ${name} DIRECTORY)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${folder}/*.common.cpp)
  if(sources)
    target_of(${folder} target)
    if(NOT TARGET ${target}.common)
      add_library(${target}.common OBJECT EXCLUDE_FROM_ALL ${sources})
      target_link_libraries(${target}.common PRIVATE tenon_test)
      target_compile_options(${target}.common PRIVATE ${tenon_level_of_plain_code})
    endif()
    set(${variable} $<TARGET_OBJECTS:${target}.common> PARENT_SCOPE)
  endif()
endfunction()

# add_test_program(NAME [MAIN OBJECTS] [OPTIONS ...] [LABELS ...] SOURCES ...)
function(add_test_program name)
  set(level ${tenon_level})
  cmake_parse_arguments(PARSE_ARGV 1 argument "" "MAIN" "OPTIONS;LABELS;SOURCES" )
  target_of(${name} target)
  if(NOT argument_MAIN)
    set(argument_MAIN $<TARGET_OBJECTS:tenon_test_main>)
  endif()
  if(tenon_code_for_clang AND name MATCHES "${tenon_code_for_clang}")
    compile_by_clang(${name} argument_SOURCES OPTIONS ${argument_OPTIONS} SOURCES ${argument_SOURCES})
  endif()
  common_objects_of(${name} common)
  add_executable(${target} ${argument_SOURCES} ${argument_MAIN} ${common})
  target_link_libraries(${target} PRIVATE tenon_test)
  # Without any optimization g++ 12 does not compile all that xsimd has for AVX-512.
  if(TENON_COVERAGE AND argument_OPTIONS)
    set(level -Og)
  endif()
  if(NOT argument_OPTIONS AND name MATCHES "${tenon_plain_code}")
    set(level ${tenon_level_of_plain_code})
  endif()
  target_compile_options(${target} PRIVATE ${level} ${argument_OPTIONS})
  if(argument_OPTIONS)
    set_target_properties(${target} PROPERTIES TENON_ADDRESSES_ONLY ON)
  endif()
  target_link_options(${target} PRIVATE ${argument_OPTIONS})
  # Started by way of `env`, so that one that did not build is a failure of one line and not of thirty.
  add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E env $<TARGET_FILE:${target}> --no-intro)
  set_tests_properties(${name} PROPERTIES LABELS "${argument_LABELS}" TIMEOUT 900 SKIP_RETURN_CODE 77)
  want_cases(${name})
  remember_test(${name} ${target})
endfunction()

# add_thread_sanitizer_test(NAME SOURCE...): all of the program, main included, is built with the thread sanitizer.
function(add_thread_sanitizer_test name)
  if(TENON_SANITIZE OR TENON_COVERAGE)
    return()
  endif()
  add_test_program(${name} MAIN ${PROJECT_SOURCE_DIR}/tests/main.cpp OPTIONS -fsanitize=thread -g1
    LABELS thread SOURCES ${ARGN})
endfunction()

# add_memory_sanitizer_test(NAME SOURCE): a program without doctest, built by clang with the memory sanitizer, which takes
# values that are marked as unknown for unknown until a branch asks for one. Looking up in a table by one is allowed.
function(add_memory_sanitizer_test name source)
  if(TENON_SANITIZE OR TENON_COVERAGE)
    return()
  elseif(NOT TENON_CLANG)
    add_skipped_test(${name} "clang++-19 is missing, whose memory sanitizer it needs")
    return()
  endif()
  target_of(${name} target)
  set(program ${PROJECT_BINARY_DIR}/clang/${name})
  get_filename_component(folder ${program} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  set(sanitizer -fsanitize=memory -fno-sanitize-memory-param-retval -mllvm -msan-check-access-address=0)
  add_custom_command(OUTPUT ${program}.o DEPENDS ${source} DEPFILE ${program}.d VERBATIM
    COMMAND ${CMAKE_CXX_COMPILER_LAUNCHER} ${TENON_CLANG} -std=c++20 -O1 -g1 -ffp-contract=off ${tenon_clang_limits}
      ${tenon_warnings} ${sanitizer} -DTENON_MEMORY_SANITIZER -I ${PROJECT_SOURCE_DIR}/include
      -I ${PROJECT_SOURCE_DIR}/tests -MD -MF ${program}.d -MT ${program}.o -c ${source} -o ${program}.o
    COMMENT "Compiling ${name} with the memory sanitizer")
  add_custom_command(OUTPUT ${program} DEPENDS ${program}.o VERBATIM
    COMMAND ${TENON_CLANG} -fsanitize=memory ${program}.o -o ${program} COMMENT "Linking ${name}")
  add_custom_target(${target} DEPENDS ${program})
  add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E env ${program})
  set_tests_properties(${name} PROPERTIES LABELS memory TIMEOUT 900)
  remember_test(${name} ${target})
endfunction()

# The same sources once more for each instruction set that this machine runs: NAME.avx2, ... Not to see which lines are run
# or to watch memory: the tests of kryo itself, which are built for the widest set, do that.
function(add_instruction_set_tests name)
  if(TENON_COVERAGE OR TENON_SANITIZE)
    return()
  endif()
  set(sets ${tenon_runnable_instruction_sets})
  if(sets AND NOT TENON_ALL_TESTS AND NOT name MATCHES "${tenon_own_code_of_sets}")
    list(GET sets -1 sets)
  endif()
  foreach(set IN LISTS sets)
    add_test_program(${name}.${set} OPTIONS ${tenon_option_${set}} LABELS isa SOURCES ${ARGN})
  endforeach()
endfunction()

# has_builds_for_sets(NAME VARIABLE): whether a test is built once more for each instruction set.
function(has_builds_for_sets name variable)
  set(${variable} OFF PARENT_SCOPE)
  foreach(folder IN LISTS TENON_TEST_ISA_FOLDERS)
    if(name MATCHES "^${folder}/" AND NOT name MATCHES "${TENON_TEST_ISA_FREE}")
      set(${variable} ON PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# widest_option_of(NAME VARIABLE): what a test is built with that is built only once, for the widest set of this machine.
function(widest_option_of name variable)
  set(${variable} PARENT_SCOPE)
  foreach(folder IN LISTS TENON_TEST_WIDEST_FOLDERS)
    foreach(set avx2 avx_vnni avx512_vnni)
      if(name MATCHES "^${folder}/" AND set IN_LIST tenon_runnable_instruction_sets)
        set(${variable} ${tenon_option_${set}} PARENT_SCOPE)
      endif()
    endforeach()
  endforeach()
endfunction()

# add_test_folder(FOLDER): a test for every source in it; the label is the name of the folder.
function(add_test_folder folder)
  set(tests ${PROJECT_SOURCE_DIR}/tests)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE ${tests} ${tests}/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "\\.(part[0-9]*|common)\\.cpp$")
  if(NOT TENON_ALL_TESTS)
    list(FILTER sources EXCLUDE REGEX "\\.all\\.cpp$")
  endif()
  foreach(source IN LISTS sources)
    string(REGEX REPLACE "\\.cpp$" "" name ${source})
    file(GLOB parts CONFIGURE_DEPENDS ${tests}/${name}.part*.cpp)
    set(all_sources ${tests}/${source} ${parts})
    if(name MATCHES "${tenon_needs_opencl}" AND NOT (TENON_OPENCL AND TENON_OPENCL_HEADERS))
      add_skipped_test(${name} "the OpenCL headers (opencl-clhpp-headers) or library (ocl-icd-opencl-dev) are missing")
      continue()
    endif()
    if(name MATCHES "\\.thread$")
      add_thread_sanitizer_test(${name} ${all_sources})
      continue()
    endif()
    if(name MATCHES "\\.memory$")
      add_memory_sanitizer_test(${name} ${all_sources})
      continue()
    endif()
    widest_option_of(${name} options)
    has_builds_for_sets(${name} for_sets)
    if(NOT for_sets OR NOT tenon_runnable_instruction_sets OR name MATCHES "${tenon_own_code_of_sets}" OR
       TENON_ALL_TESTS OR TENON_SANITIZE OR TENON_COVERAGE)
      add_test_program(${name} OPTIONS ${options} LABELS ${folder} SOURCES ${all_sources})
    endif()
    if(for_sets)
      add_instruction_set_tests(${name} ${all_sources})
    endif()
  endforeach()
endfunction()
