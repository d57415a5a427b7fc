# Tests that are built for 64-bit Arm and run under qemu: add_cross_test(NAME SOURCE), add_cross_folder(FOLDER).

find_program(TENON_AARCH64_COMPILER aarch64-linux-gnu-g++)
find_program(TENON_QEMU_AARCH64 qemu-aarch64)

# The processors: name, compiler option, what qemu is to imitate.
set(tenon_arm_processors cortex_a76 i8mm)
set(tenon_arm_option_cortex_a76 -mcpu=cortex-a76)
set(tenon_arm_qemu_cortex_a76 cortex-a76)
set(tenon_arm_option_i8mm -march=armv8.6-a+i8mm)
set(tenon_arm_qemu_i8mm max)
# i8mm adds a product of matrices. What needs none is the same code on both processors, so it is built once and run on each.
set(tenon_arm_products "^cross/(contract/)?(conv2d|dense|gemm|product|neon_i8mm|sharing|small_network)")

# The host's include folder must not be seen by a cross compiler, so the header-only packages are linked into one of their own.
function(collect_cross_headers)
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/cross/include)
  list(GET Boost_INCLUDE_DIRS 0 boost)
  file(CREATE_LINK ${boost}/boost ${PROJECT_BINARY_DIR}/cross/include/boost SYMBOLIC)
  file(CREATE_LINK ${TENON_DOCTEST}/doctest ${PROJECT_BINARY_DIR}/cross/include/doctest SYMBOLIC)
  file(CREATE_LINK ${TENON_XSIMD}/xsimd ${PROJECT_BINARY_DIR}/cross/include/xsimd SYMBOLIC)
endfunction()

set(tenon_cross_ready FALSE)
if(TENON_SANITIZE OR TENON_COVERAGE)
  set(tenon_cross_ready OFF)
elseif(TENON_AARCH64_COMPILER AND TENON_QEMU_AARCH64)
  set(tenon_cross_ready TRUE)
  collect_cross_headers()
endif()

function(add_skipped_test name reason)
  add_test(NAME ${name} COMMAND sh -c "echo 'skipped: ${reason}'; exit 77")
  set_tests_properties(${name} PROPERTIES LABELS cross SKIP_RETURN_CODE 77)
  remember_test(${name})
endfunction()

# compile_for_arm(OUTPUT SOURCE OPTION): an object file and its dependencies.
function(compile_for_arm output source option)
  get_filename_component(folder ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${output} DEPENDS ${source} DEPFILE ${output}.d VERBATIM
    COMMAND ${CMAKE_CXX_COMPILER_LAUNCHER} ${TENON_AARCH64_COMPILER} -std=c++20 -Og -ffp-contract=off ${option} ${tenon_warnings}
      ${tenon_gcc_limits} -I ${PROJECT_SOURCE_DIR}/include -I ${PROJECT_SOURCE_DIR}/tests
      -isystem ${PROJECT_BINARY_DIR}/cross/include -MD -MF ${output}.d -MT ${output} -c ${source} -o ${output}
    COMMENT "Compiling ${output} for 64-bit Arm")
endfunction()

# add_arm_program(TARGET PROCESSOR SOURCE...)
function(add_arm_program target processor)
  set(objects)
  foreach(source IN LISTS ARGN)
    file(RELATIVE_PATH stem ${PROJECT_SOURCE_DIR}/tests ${source})
    set(object ${PROJECT_BINARY_DIR}/cross/${processor}/${stem}.o)
    compile_for_arm(${object} ${source} ${tenon_arm_option_${processor}})
    list(APPEND objects ${object})
  endforeach()
  set(program ${PROJECT_BINARY_DIR}/cross/${target})
  set(main ${PROJECT_BINARY_DIR}/cross/${processor}/main.o)
  add_custom_command(OUTPUT ${program} DEPENDS ${objects} ${main} cross.main.${processor} VERBATIM
    COMMAND ${TENON_AARCH64_COMPILER} -static ${objects} ${main} -o ${program} COMMENT "Linking ${target}")
  add_custom_target(${target} ALL DEPENDS ${program})
endfunction()

# add_arm_test(NAME PROCESSOR TARGET): what add_arm_program has built, run on a processor.
function(add_arm_test name processor target)
  set(program ${PROJECT_BINARY_DIR}/cross/${target})
  add_test(NAME ${name} COMMAND ${TENON_QEMU_AARCH64} -cpu ${tenon_arm_qemu_${processor}} ${program} --no-intro)
  set_tests_properties(${name} PROPERTIES LABELS cross TIMEOUT 1800)
  want_cases(${name})
  remember_test(${name} ${target})
endfunction()

# add_cross_test(NAME SOURCE...): one test for each processor.
function(add_cross_test name)
  if(tenon_cross_ready STREQUAL "OFF")
    return()
  endif()
  foreach(processor IN LISTS tenon_arm_processors)
    if(tenon_cross_ready)
      if(processor STREQUAL "cortex_a76" OR name MATCHES "${tenon_arm_products}")
        target_of(${name}.${processor} target)
        add_arm_program(${target} ${processor} ${ARGN})
      endif()
      add_arm_test(${name}.${processor} ${processor} ${target})
    else()
      add_skipped_test(${name}.${processor} "aarch64-linux-gnu-g++ or qemu-aarch64 is missing")
    endif()
  endforeach()
endfunction()

# Tests of other folders get the prefix cross/.
function(add_cross_folder folder)
  set(tests ${PROJECT_SOURCE_DIR}/tests)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE ${tests} ${tests}/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "\\.(part[0-9]*|thread)\\.cpp$|^cross/hexagon/")
  foreach(source IN LISTS sources)
    string(REGEX REPLACE "\\.cpp$" "" name ${source})
    file(GLOB parts CONFIGURE_DEPENDS ${tests}/${name}.part*.cpp)
    # Among all tests the whole folder of contracts is run, of which this is a sample.
    string(REGEX REPLACE "^cross/" "contract/" whole ${name})
    if(TENON_ALL_TESTS AND name MATCHES "^cross/" AND EXISTS ${tests}/${whole}.cpp)
      continue()
    endif()
    if(NOT name MATCHES "^cross/")
      set(name cross/${name})
    endif()
    add_cross_test(${name} ${tests}/${source} ${parts})
  endforeach()
endfunction()

if(tenon_cross_ready)
  foreach(processor IN LISTS tenon_arm_processors)
    set(main ${PROJECT_BINARY_DIR}/cross/${processor}/main.o)
    compile_for_arm(${main} ${PROJECT_SOURCE_DIR}/tests/main.cpp ${tenon_arm_option_${processor}})
    add_custom_target(cross.main.${processor} DEPENDS ${main})
  endforeach()
endif()
