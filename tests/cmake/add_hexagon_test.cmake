# Programs that are built for Hexagon, run under qemu-hexagon, and must print what the host's build of them prints:
# add_hexagon_tests(). The host's build has the vector instructions emulated.

find_program(TENON_CLANG clang++-19)
find_program(TENON_LLD ld.lld-19)
find_program(TENON_QEMU_HEXAGON qemu-hexagon)
# C++ headers of LLVM, and a C library's headers, of which only declarations are used.
find_path(TENON_LIBCXX __config HINTS /usr/lib/llvm-19/include/c++/v1 NO_DEFAULT_PATH)
find_path(TENON_PICOLIBC picolibc.h HINTS /usr/lib/picolibc/arm-none-eabi/include NO_DEFAULT_PATH)

set(tenon_hexagon ${PROJECT_SOURCE_DIR}/tests/cross/hexagon)
# What all programs are built for, and what only one is: qemu-hexagon knows neither v68 nor later by name, but runs as v67
# whatever has none of their new instructions.
set(tenon_hexagon_architectures v66 v68)
set(tenon_hexagon_later v73)
set(tenon_hexagon_runtime processor arithmetic)

function(missing_for_hexagon variable)
  set(missing)
  foreach(tool CLANG:clang-19 LLD:lld-19 QEMU_HEXAGON:qemu-user LIBCXX:libc++-19-dev PICOLIBC:picolibc-arm-none-eabi)
    string(REPLACE ":" ";" tool ${tool})
    list(GET tool 0 name)
    list(GET tool 1 package)
    if(NOT TENON_${name})
      list(APPEND missing ${package})
    endif()
  endforeach()
  list(JOIN missing ", " missing)
  set(${variable} ${missing} PARENT_SCOPE)
endfunction()

# compile_for_hexagon(OUTPUT SOURCE ARCHITECTURE [OPTION...])
function(compile_for_hexagon output source architecture)
  get_filename_component(folder ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${folder} ${PROJECT_BINARY_DIR}/cross/hexagon/include)
  list(GET Boost_INCLUDE_DIRS 0 boost)
  file(CREATE_LINK ${boost}/boost ${PROJECT_BINARY_DIR}/cross/hexagon/include/boost SYMBOLIC)
  add_custom_command(OUTPUT ${output} DEPENDS ${source} DEPFILE ${output}.d VERBATIM
    COMMAND ${CMAKE_CXX_COMPILER_LAUNCHER} ${TENON_CLANG} --target=hexagon-unknown-none-elf -mcpu=hexagon${architecture}
      -mhvx=${architecture} -mhvx-length=128b -std=c++20 -O2 -ffreestanding -fno-exceptions -fno-rtti -fno-threadsafe-statics
      -nostdinc++ -ffp-contract=off ${tenon_clang_limits} ${tenon_warnings} ${ARGN} -D__IEEE_LITTLE_ENDIAN
      -isystem ${tenon_hexagon}/runtime/libcxx -isystem ${TENON_LIBCXX} -isystem ${TENON_PICOLIBC}
      -isystem ${PROJECT_BINARY_DIR}/cross/hexagon/include -I ${PROJECT_SOURCE_DIR}/include -I ${PROJECT_SOURCE_DIR}/tests
      -I ${PROJECT_SOURCE_DIR} -MD -MF ${output}.d -MT ${output} -c ${source} -o ${output}
    COMMENT "Compiling ${output} for Hexagon")
endfunction()

# compile_with_emulation(OUTPUT SOURCE): for the host, by the same compiler, which makes short work of the emulation.
function(compile_with_emulation output source)
  add_custom_command(OUTPUT ${output} DEPENDS ${source} DEPFILE ${output}.d VERBATIM
    COMMAND ${CMAKE_CXX_COMPILER_LAUNCHER} ${TENON_CLANG} -std=c++20 -O1 -ffp-contract=off ${tenon_clang_limits} ${tenon_warnings}
      -isystem ${PROJECT_BINARY_DIR}/cross/hexagon/include -I ${PROJECT_SOURCE_DIR}/include -I ${PROJECT_SOURCE_DIR}/tests
      -I ${PROJECT_SOURCE_DIR} -MD -MF ${output}.d -MT ${output} -c ${source} -o ${output}
    COMMENT "Compiling ${output} with emulated vectors")
endfunction()

function(add_host_program stem)
  set(folder ${PROJECT_BINARY_DIR}/cross/hexagon/host)
  set(runtime ${folder}/runtime.host.o)
  add_custom_command(OUTPUT ${folder}/${stem} DEPENDS ${folder}/${stem}.o cross.hexagon.host.runtime VERBATIM
    COMMAND ${TENON_CLANG} ${folder}/${stem}.o ${runtime} -o ${folder}/${stem} COMMENT "Linking cross/hexagon/${stem} for the host")
  compile_with_emulation(${folder}/${stem}.o ${tenon_hexagon}/${stem}.cpp)
  add_custom_target(cross.hexagon.host.${stem} DEPENDS ${folder}/${stem})
endfunction()

function(add_hexagon_program name stem architecture)
  target_of(${name} target)
  set(objects)
  foreach(part IN LISTS tenon_hexagon_runtime)
    list(APPEND objects ${PROJECT_BINARY_DIR}/cross/hexagon/${architecture}/runtime.${part}.o)
  endforeach()
  set(own ${PROJECT_BINARY_DIR}/cross/hexagon/${architecture}/${stem}.o)
  compile_for_hexagon(${own} ${tenon_hexagon}/${stem}.cpp ${architecture})
  set(program ${PROJECT_BINARY_DIR}/cross/hexagon/${architecture}/${stem})
  add_custom_command(OUTPUT ${program} DEPENDS ${own} ${objects} cross.hexagon.runtime.${architecture} VERBATIM
    COMMAND ${TENON_LLD} --image-base=0x20000 -o ${program} ${own} ${objects} COMMENT "Linking ${name}")
  add_custom_target(${target} ALL DEPENDS ${program})
  add_dependencies(${target} cross.hexagon.host.${stem})
  add_test(NAME ${name} COMMAND ${TENON_BASH} ${PROJECT_SOURCE_DIR}/tests/scripts/same_output.sh
    ${PROJECT_BINARY_DIR}/cross/hexagon/host/${stem} ${TENON_QEMU_HEXAGON} -cpu v67 ${program})
  set_tests_properties(${name} PROPERTIES LABELS cross TIMEOUT 3600 SKIP_RETURN_CODE 77)
  remember_test(${name} ${target})
endfunction()

# A network in two programs: Hexagon's runs the first segment on the emulator, the host's reads what it prints and runs the
# second.
function(add_hexagon_segments name architecture)
  target_of(${name} target)
  set(sources ${tenon_hexagon}/segments)
  set(folder ${PROJECT_BINARY_DIR}/cross/hexagon/${architecture})
  compile_for_hexagon(${folder}/segments.o ${sources}/first.cpp ${architecture})
  add_custom_command(OUTPUT ${folder}/segments DEPENDS ${folder}/segments.o cross.hexagon.runtime.${architecture} VERBATIM
    COMMAND ${TENON_LLD} --image-base=0x20000 -o ${folder}/segments ${folder}/segments.o ${folder}/runtime.processor.o
      ${folder}/runtime.arithmetic.o COMMENT "Linking ${name}")
  if(NOT TARGET cross.hexagon.segments)
    add_executable(cross.hexagon.segments EXCLUDE_FROM_ALL ${sources}/second.cpp)
    target_link_libraries(cross.hexagon.segments PRIVATE tenon_test)
    target_compile_options(cross.hexagon.segments PRIVATE ${tenon_level})
  endif()
  add_custom_target(${target} ALL DEPENDS ${folder}/segments)
  add_dependencies(${target} cross.hexagon.segments)
  add_test(NAME ${name} COMMAND ${TENON_BASH} -o pipefail -c
    "echo 'built for ${architecture}, run as v67, the newest that qemu-hexagon knows' && \
    '${TENON_QEMU_HEXAGON}' -cpu v67 '${folder}/segments' | '$<TARGET_FILE:cross.hexagon.segments>'")
  set_tests_properties(${name} PROPERTIES LABELS cross TIMEOUT 900)
  remember_test(${name} ${target})
endfunction()

# Every tests/cross/hexagon/*.cpp: one test for each architecture; *.all.cpp among all tests only.
function(add_hexagon_tests)
  if(TENON_SANITIZE OR TENON_COVERAGE)
    return()
  endif()
  missing_for_hexagon(missing)
  file(GLOB sources CONFIGURE_DEPENDS RELATIVE ${tenon_hexagon} ${tenon_hexagon}/*.cpp)
  if(NOT TENON_ALL_TESTS)
    list(FILTER sources EXCLUDE REGEX "\\.all\\.cpp$")
  endif()
  foreach(architecture IN LISTS tenon_hexagon_architectures tenon_hexagon_later)
    if(NOT missing)
      set(objects)
      foreach(part IN LISTS tenon_hexagon_runtime)
        set(object ${PROJECT_BINARY_DIR}/cross/hexagon/${architecture}/runtime.${part}.o)
        compile_for_hexagon(${object} ${tenon_hexagon}/runtime/${part}.cpp ${architecture} -fno-builtin)
        list(APPEND objects ${object})
      endforeach()
      add_custom_target(cross.hexagon.runtime.${architecture} DEPENDS ${objects})
    endif()
  endforeach()
  if(NOT missing)
    set(folder ${PROJECT_BINARY_DIR}/cross/hexagon/host)
    file(MAKE_DIRECTORY ${folder})
    compile_with_emulation(${folder}/runtime.host.o ${tenon_hexagon}/runtime/host.cpp)
    add_custom_target(cross.hexagon.host.runtime DEPENDS ${folder}/runtime.host.o)
  endif()
  foreach(architecture v68 ${tenon_hexagon_later})
    if(missing)
      add_skipped_test(cross/hexagon/segments.${architecture} "Hexagon needs the packages ${missing}")
    else()
      add_hexagon_segments(cross/hexagon/segments.${architecture} ${architecture})
    endif()
  endforeach()
  foreach(source IN LISTS sources)
    get_filename_component(stem ${source} NAME_WLE)
    if(NOT missing)
      add_host_program(${stem})
    endif()
    foreach(architecture IN LISTS tenon_hexagon_architectures)
      if(missing)
        add_skipped_test(cross/hexagon/${stem}.${architecture} "Hexagon needs the packages ${missing}")
      else()
        add_hexagon_program(cross/hexagon/${stem}.${architecture} ${stem} ${architecture})
      endif()
    endforeach()
  endforeach()
endfunction()
