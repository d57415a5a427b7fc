# Tests that run a script instead of a program: negative tests, headers together, the rules of the house, packages, commands.
set(tenon_scripts ${CMAKE_CURRENT_SOURCE_DIR}/scripts)
find_program(TENON_BASH bash REQUIRED)
find_program(TENON_PYTHON NAMES python3 REQUIRED)

# The two compilers whose messages are tested, with what a user's build passes to each.
set(tenon_compilers g++ clang++-19)
set(tenon_limits_g++ ${tenon_gcc_limits})
set(tenon_limits_clang++-19 ${tenon_clang_limits})

# add_script_test(NAME LABEL [NEEDS TARGET] COMMAND...): status 77 says skipped; TARGET is built first. Scripts start before
# programs, which take milliseconds, so that no processor is left waiting for a long one at the end.
function(add_script_test name label)
  set(command ${ARGN})
  set(needs)
  if(ARGV2 STREQUAL "NEEDS")
    list(POP_FRONT command word needs)
  endif()
  add_test(NAME ${name} COMMAND ${command})
  set_tests_properties(${name} PROPERTIES LABELS ${label} SKIP_RETURN_CODE 77 TIMEOUT 900 COST 1)
  remember_test(${name} ${needs})
endfunction()

function(add_fail_tests)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fail/*.cpp)
  foreach(source IN LISTS sources)
    get_filename_component(stem ${source} NAME_WLE)
    foreach(compiler IN LISTS tenon_compilers)
      add_script_test(fail/${stem}.${compiler} fail ${TENON_BASH} ${tenon_scripts}/must_not_compile.sh
        ${source} ${compiler} -std=c++20 ${tenon_limits_${compiler}} -I ${PROJECT_SOURCE_DIR}/include)
    endforeach()
  endforeach()
  add_script_test(house/must_not_compile.self_check house ${TENON_BASH} ${tenon_scripts}/must_not_compile.sh --self-check)
endfunction()

# One test for each folder of headers: one compiler sees them together, the other one every header alone, in its twin.
function(add_header_tests)
  set(include ${PROJECT_SOURCE_DIR}/include)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${include} ${include}/*.hpp)
  set(folders)
  foreach(header IN LISTS headers)
    get_filename_component(folder ${header} DIRECTORY)
    list(APPEND folders ${folder})
  endforeach()
  list(REMOVE_DUPLICATES folders)
  foreach(folder IN LISTS folders)
    string(REGEX REPLACE "^tenon/" "" name ${folder})
    set(compiler clang++-19)
    if(tenon_code_for_clang AND "${name}/" MATCHES "${tenon_code_for_clang}")
      set(compiler g++)
    endif()
    add_script_test(headers/${name}.${compiler} headers ${TENON_BASH} ${tenon_scripts}/headers_together.sh
      ${include} ${folder} ${compiler} -std=c++20 ${tenon_limits_${compiler}} ${tenon_warnings} -isystem ${TENON_GENERATED})
  endforeach()
  add_script_test(house/headers_together.self_check house
    ${TENON_BASH} ${tenon_scripts}/headers_together.sh --self-check)
endfunction()

function(add_house_tests)
  foreach(rule include_arrows laws umbrellas twins)
    add_script_test(house/${rule} house ${TENON_PYTHON} -B ${tenon_scripts}/${rule}.py ${PROJECT_SOURCE_DIR})
    add_script_test(house/${rule}.self_check house ${TENON_PYTHON} -B ${tenon_scripts}/${rule}.py --self-check)
  endforeach()
  add_script_test(house/coverage.self_check house ${TENON_PYTHON} -B ${tenon_scripts}/coverage.py --self-check)
  add_script_test(house/commands house ${TENON_BASH} ${tenon_scripts}/commands.sh ${PROJECT_SOURCE_DIR})
endfunction()

# The C++ of every page is compiled: docs/<page>; short pages of one kind together: docs/<folder>.
set(tenon_joined_pages op pass)
function(add_docs_test name)
  add_script_test(docs/${name} docs ${TENON_PYTHON} -B ${tenon_scripts}/docs_compile.py ${ARGN} --
    g++ -std=c++20 ${tenon_gcc_limits} -march=native -I ${PROJECT_SOURCE_DIR}/include -I ${PROJECT_SOURCE_DIR})
endfunction()

function(add_docs_tests)
  set(docs ${PROJECT_SOURCE_DIR}/docs)
  file(GLOB_RECURSE pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/README.md ${docs}/*.md)
  foreach(folder IN LISTS tenon_joined_pages)
    set(joined ${pages})
    list(FILTER joined INCLUDE REGEX "^${docs}/${folder}/")
    list(REMOVE_ITEM pages ${joined})
    add_docs_test(${folder} ${joined})
  endforeach()
  foreach(page IN LISTS pages)
    file(STRINGS ${page} has_code REGEX "^```cpp")
    if(has_code)
      file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${page})
      string(REGEX REPLACE "^docs/|[.]md$" "" name ${name})
      add_docs_test(${name} ${page})
    endif()
  endforeach()
  add_script_test(house/docs_compile.self_check house ${TENON_PYTHON} -B ${tenon_scripts}/docs_compile.py --self-check)
endfunction()

function(add_package_tests)
  foreach(way find_package add_subdirectory fetch_content plain_include)
    add_script_test(package/${way} package ${TENON_BASH} ${tenon_scripts}/package.sh
      ${PROJECT_SOURCE_DIR} ${way} ${CMAKE_CXX_COMPILER})
  endforeach()
  add_executable(test.model_writer EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/package/write_model.cpp)
  target_link_libraries(test.model_writer PRIVATE tenon_test)
  add_dependencies(test.model_writer test.converter)
  add_script_test(package/network package NEEDS test.model_writer ${TENON_BASH} ${tenon_scripts}/package.sh
    ${PROJECT_SOURCE_DIR} network ${CMAKE_CXX_COMPILER} $<TARGET_FILE:test.converter> $<TARGET_FILE:test.model_writer>)
endfunction()

# What imported networks run on beside their rivals. Contract tests hold kryo to the reference in every run, so that it is
# enough to hold that to the rivals; all tests hold both.
set(tenon_backends_beside_rivals reference)
if(TENON_ALL_TESTS)
  set(tenon_backends_beside_rivals "reference kryo")
endif()

# Imported networks against LiteRT, tensor by tensor. Trained models lie beside the source tree, where somebody put them.
# Compiling them takes minutes, so a sample is a test of every run, and all are tests of a build with TENON_ALL_TESTS.
function(add_litert_tests)
  set(TENON_MODEL_DATA ${PROJECT_SOURCE_DIR}/../shared/data CACHE PATH "Folder of trained models (mlperf-tiny/, models/)")
  set(tiny ${TENON_MODEL_DATA}/mlperf-tiny)
  file(GLOB converter CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/examples/convert/*.cpp)
  if(tenon_code_for_clang)
    compile_by_clang(converter converter SOURCES ${converter})
  endif()
  add_executable(test.converter EXCLUDE_FROM_ALL ${converter})
  target_link_libraries(test.converter PRIVATE tenon_hosted)
  # Name, model, inputs.
  set(models operators_int8 operators:int8 200
             operators_float32 operators:float32 20
             operators_further_int8 operators:further_int8 50
             operators_int16 operators:int16 50
             kws_int8 ${tiny}/kws_int8.tflite 100)
  if(TENON_ALL_TESTS)
    list(APPEND models operators_mixed operators:mixed 50
                       operators_further_float32 operators:further_float32 20
                       okay_nabu ${TENON_MODEL_DATA}/models/okay_nabu.tflite 200
                       ic_int8 ${tiny}/ic_int8.tflite 50
                       ad_int8 ${tiny}/ad_int8.tflite 200
                       mobilenet_v1_025_int8 cut:${TENON_MODEL_DATA}/models/mobilenet_v1_025_int8.tflite 10
                       mobilenet_v2_int8 cut:${TENON_MODEL_DATA}/models/mobilenet_v2_int8.tflite 10
                       kws_float32 ${tiny}/kws_float32.tflite 50
                       ic_float32 ${tiny}/ic_float32.tflite 10
                       ad_float32 ${tiny}/ad_float32.tflite 50)
  endif()
  while(models)
    list(POP_FRONT models name model inputs)
    add_script_test(litert/${name} litert NEEDS test.converter
      ${CMAKE_COMMAND} -E env "TENON_BACKENDS=${tenon_backends_beside_rivals}"
      ${TENON_BASH} ${CMAKE_CURRENT_SOURCE_DIR}/host/import/litert.sh ${PROJECT_SOURCE_DIR}
      ${PROJECT_BINARY_DIR}/litert/${name} $<TARGET_FILE:test.converter> g++ ${model} ${inputs} ${tenon_limits_g++})
  endwhile()
endfunction()

# The same for ONNX files against ONNX Runtime.
function(add_onnx_tests)
  set(models operators operators:all 5 -
             operators_int8 operators:quantized 20 -)
  if(TENON_ALL_TESTS)
    list(APPEND models ppocr_cls ${TENON_MODEL_DATA}/models/ppocr_cls.onnx 5 x:1,3,48,192)
  endif()
  while(models)
    list(POP_FRONT models name model inputs shapes)
    add_script_test(onnx/${name} onnx NEEDS test.converter
      ${CMAKE_COMMAND} -E env "TENON_BACKENDS=${tenon_backends_beside_rivals}"
      ${TENON_BASH} ${CMAKE_CURRENT_SOURCE_DIR}/host/import/onnx_runtime.sh ${PROJECT_SOURCE_DIR}
      ${PROJECT_BINARY_DIR}/onnx/${name} $<TARGET_FILE:test.converter> g++ ${model} ${inputs} ${shapes} ${tenon_limits_g++})
  endwhile()
endfunction()

# They do not run what is built here, so a sanitizer or coverage build has no use for them.
if(NOT TENON_SANITIZE AND NOT TENON_COVERAGE)
  add_fail_tests()
  add_header_tests()
  add_house_tests()
  add_docs_tests()
  add_script_test(cross/firmware cross ${TENON_BASH} ${CMAKE_CURRENT_SOURCE_DIR}/cross/firmware.sh)
  add_package_tests()
  add_litert_tests()
  add_onnx_tests()
endif()
