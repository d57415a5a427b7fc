# tenon_add_network(TARGET NAME MODEL FILE
#                   [ENCODINGS FILE] [FLOAT_FALLBACK] [PRUNE TENSOR...] [INPUT_SHAPE NAME:EXTENTS...])
#
# Makes a header-only target NAME of a model file: NAME.hpp is written when the file, or its encodings, are newer, and
# who links NAME can include it: <NAME.hpp>, with the network in the namespace NAME. The other words are options of
# tenon-convert. That program is built with tenon's examples, lies beside an installed tenon, or is what TENON_CONVERT
# says.

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

function(tenon_add_network)
  cmake_parse_arguments(PARSE_ARGV 0 network "FLOAT_FALLBACK" "TARGET;MODEL;ENCODINGS" "PRUNE;INPUT_SHAPE")
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
  tenon_find_converter(converter needed)
  file(MAKE_DIRECTORY ${folder})
  # The topology is written last, so it alone tells whether all are up to date.
  add_custom_command(OUTPUT ${header} DEPENDS ${files} ${needed} VERBATIM
    COMMAND ${converter} ${model} -o ${header} ${options}
    COMMENT "Converting ${network_MODEL}")
  add_custom_target(${network_TARGET}.header DEPENDS ${header})
  add_library(${network_TARGET} INTERFACE)
  add_dependencies(${network_TARGET} ${network_TARGET}.header)
  target_include_directories(${network_TARGET} INTERFACE ${folder})
  target_link_libraries(${network_TARGET} INTERFACE tenon::tenon)
endfunction()
