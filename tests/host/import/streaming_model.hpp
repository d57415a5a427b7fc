// SPDX-License-Identifier: Apache-2.0
// A small streaming .tflite file: a window over what a variable keeps and the newest row.
#pragma once

#include <host/import/tflite_writer.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace tenon_test {

/// What a test changes in the file.
struct streaming_model {
  std::vector<std::int8_t> initial{3, 3, 3, 3};  ///< what the variable holds first; 3 stands for 0
  float initial_scale = 0.5f;
  std::string set_up = "ASSIGN_VARIABLE";  ///< the operator that sets the variable up
  std::int32_t graph = 1;                  ///< the graph in which it does
  bool reads_again = false;                ///< a second output reads the variable after it was assigned
  bool assigns = true;
  bool has_handle = true;
  std::string variable = "stream/states";  ///< the name under which it is set up

  /// An int8 row {1, 2} in; the window {3, 2} of the two rows before and this one out.
  std::vector<std::uint8_t> file() const {
    tflite_writer made;
    const auto handle = [&] { return made.add({"handle", {}, tflite::tensor_type::resource, {}, {}, {}, 0}); };
    const auto get_handle = [&](int tensor, const std::string& name) {
      made.call("VAR_HANDLE", {}, {tensor}, tflite::options::var_handle_options,
                tflite::Createvar_handle_options(made.builder, 0, made.builder.CreateString(name)));
    };
    const int first_handle = handle();
    const int constant = made.int8("first", {2, 2}, initial_scale, 3, initial);
    get_handle(first_handle, variable);
    made.call(set_up, {first_handle, constant}, {});
    made.end_called_graph();
    const int x = made.int8("x", {1, 2}, 0.5f, 3);
    const int own_handle = handle();
    const int past = made.int8("model/past/ReadVariableOp", {2, 2}, 0.5f, 3);
    const int window = made.int8("window", {3, 2}, 0.5f, 3);
    const int begin = made.int32("begin", {1, 0});
    const int size = made.int32("size", {2, 2});
    const int newest = made.int8("model/newest", {2, 2}, 0.5f, 3);
    const int again = made.int8("again", {2, 2}, 0.5f, 3);
    const int same = made.int8("same", {4}, 0.5f, 3);
    made.call("CALL_ONCE", {}, {}, tflite::options::call_once_options,
              tflite::Createcall_once_options(made.builder, graph));
    if (has_handle) get_handle(own_handle, "stream/states");
    made.call("READ_VARIABLE", {own_handle}, {past});
    made.call("CONCATENATION", {past, x}, {window}, tflite::options::concatenation_options,
              tflite::Createconcatenation_options(made.builder, 0));
    made.call("SLICE", {window, begin, size}, {newest});
    if (assigns) made.call("ASSIGN_VARIABLE", {own_handle, newest}, {});
    if (!reads_again) return made.finish({x}, {window});
    made.call("READ_VARIABLE", {own_handle}, {again});
    made.call("RESHAPE", {again}, {same});
    return made.finish({x}, {window, same});
  }
};

}  // namespace tenon_test
