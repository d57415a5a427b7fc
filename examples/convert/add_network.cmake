# tenon_add_network(TARGET NAME MODEL FILE
#                   [ENCODINGS FILE] [FLOAT_FALLBACK] [PRUNE TENSOR...] [INPUT_SHAPE NAME:EXTENTS...]
#                   [PACK_FOR PLACEMENT])
#
# Makes a header-only target NAME of a model file: NAME.hpp is written when the file, or its encodings, are newer, and
# who links NAME can include it: <NAME.hpp>, with the network in the namespace NAME. The other words are options of
# tenon-convert. That program is built with tenon's examples, lies beside an installed tenon, or is what TENON_CONVERT
# says.
#
# PACK_FOR "on<kryo, reference>" is for networks whose kernels are too large for the compiler: they are packed for that
# placement by a program that is built and run (target NAME.pack, by CMAKE_CROSSCOMPILING_EMULATOR when cross-compiling)
# and linked with who links NAME. He includes <NAME_packed.hpp> and runs NAME_packed::model. Options that choose an
# instruction set, such as -march, have to reach NAME.pack, too. Needs the library fmt.

# tenon_find_converter(COMMAND DEPENDS): how to start tenon-convert, and what to build before.
function(tenon_find_converter command depends)
  if(TARGET example.convert)
    set(${command} $<TARGET_FILE:example.convert> PARENT_SCOPE)
    set(${depends} example.convert PARENT_SCOPE)
    return()
  endif()
  find_program(TENON_CONVERT tenon-convert HINTS ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../../../bin)
  if(NOT TENON_CONVERT)
    message(FATAL_ERROR "tenon: there is no program tenon-convert; install tenon with -DTENON_EXAMPLES=ON, "
      "or say where it is with -DTENON_CONVERT=FILE")
  endif()
  set(${command} ${TENON_CONVERT} PARENT_SCOPE)
  set(${depends} ${TENON_CONVERT} PARENT_SCOPE)
endfunction()

# tenon_pack_network(NAME FOLDER PLACEMENT): the program that packs the kernels of FOLDER/NAME.hpp, and a library of them.
function(tenon_pack_network name folder placement)
  find_package(fmt REQUIRED)
  find_package(Threads REQUIRED)
  string(MAKE_C_IDENTIFIER ${name} space)
  set(includes)
  foreach(backend IN ITEMS reference kryo hexagon adreno)
    if(placement MATCHES "${backend}")
      string(APPEND includes "#include <tenon/backend/${backend}.hpp>\n")
    endif()
  endforeach()
  file(CONFIGURE OUTPUT ${folder}/${name}_pack.cpp @ONLY CONTENT
"// Packs the kernels of @name@.hpp, which are too large for the compiler.
@includes@#include <tenon/host/pack_weights.hpp>

#include \"@name@.hpp\"

int main(int count, char** arguments) {
  using namespace tenon;
  return host::pack_main<engine<::@space@::model, @placement@>>(
      {\"@name@.hpp\", \"@space@::model\", \"@space@::weights\"}, count, arguments);
}
")
  add_executable(${name}.pack EXCLUDE_FROM_ALL ${folder}/${name}_pack.cpp ${folder}/${name}_weights.cpp)
  set_source_files_properties(${folder}/${name}_weights.cpp PROPERTIES OBJECT_DEPENDS ${folder}/${name}_weights.cpp.bin)
  target_include_directories(${name}.pack PRIVATE ${folder})
  target_link_libraries(${name}.pack PRIVATE tenon::tenon fmt::fmt Threads::Threads)
  target_compile_options(${name}.pack PRIVATE -O1)
  set(packed ${folder}/${name}_packed)
  add_custom_command(OUTPUT ${packed}.cpp ${packed}.hpp ${packed}.cpp.bin DEPENDS ${name}.pack VERBATIM
    COMMAND ${name}.pack ${packed}.hpp
    COMMENT "Packing the kernels of ${name}")
  add_library(${name}.weights STATIC ${packed}.cpp)
  set_source_files_properties(${packed}.cpp PROPERTIES OBJECT_DEPENDS ${packed}.cpp.bin)
endfunction()

function(tenon_add_network)
  cmake_parse_arguments(PARSE_ARGV 0 network "FLOAT_FALLBACK" "TARGET;MODEL;ENCODINGS;PACK_FOR" "PRUNE;INPUT_SHAPE")
  if(NOT network_TARGET OR NOT network_MODEL OR network_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "tenon: call tenon_add_network(TARGET NAME MODEL FILE [ENCODINGS FILE] ...); "
      "'${network_UNPARSED_ARGUMENTS}' is no part of that, or TARGET or MODEL is missing")
  endif()
  if(NOT network_TARGET MATCHES "^[A-Za-z0-9_-]+$")
    message(FATAL_ERROR "tenon: '${network_TARGET}' names no header; use letters, digits, _ and -")
  endif()
  get_filename_component(model ${network_MODEL} ABSOLUTE)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${network_TARGET}.network)
  set(header ${folder}/${network_TARGET}.hpp)
  set(options)
  set(files ${model})
  if(network_ENCODINGS)
    get_filename_component(encodings ${network_ENCODINGS} ABSOLUTE)
    list(APPEND files ${encodings})
    list(APPEND options --encodings ${encodings})
  endif()
  if(network_FLOAT_FALLBACK)
    list(APPEND options --float-fallback)
  endif()
  foreach(tensor IN LISTS network_PRUNE)
    list(APPEND options --prune ${tensor})
  endforeach()
  foreach(extents IN LISTS network_INPUT_SHAPE)
    list(APPEND options --input-shape ${extents})
  endforeach()
  set(linked)
  if(network_PACK_FOR)
    list(APPEND options --weights linked)
    set(linked ${folder}/${network_TARGET}_weights.cpp ${folder}/${network_TARGET}_weights.cpp.bin)
  endif()
  tenon_find_converter(converter needed)
  file(MAKE_DIRECTORY ${folder})
  # The topology is written last, so it alone tells whether all are up to date.
  add_custom_command(OUTPUT ${header} ${linked} DEPENDS ${files} ${needed} VERBATIM
    COMMAND ${converter} ${model} -o ${header} ${options}
    COMMENT "Converting ${network_MODEL}")
  add_custom_target(${network_TARGET}.header DEPENDS ${header})
  add_library(${network_TARGET} INTERFACE)
  add_dependencies(${network_TARGET} ${network_TARGET}.header)
  target_include_directories(${network_TARGET} INTERFACE ${folder})
  target_link_libraries(${network_TARGET} INTERFACE tenon::tenon)
  if(network_PACK_FOR)
    tenon_pack_network(${network_TARGET} ${folder} ${network_PACK_FOR})
    add_dependencies(${network_TARGET}.pack ${network_TARGET}.header)
    target_link_libraries(${network_TARGET} INTERFACE ${network_TARGET}.weights)
    add_dependencies(${network_TARGET} ${network_TARGET}.weights)
  endif()
endfunction()
