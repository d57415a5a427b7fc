// SPDX-License-Identifier: Apache-2.0
// The texts of all operators on one element type, and what clang says of a text.
#pragma once

#include <tenon/backend/adreno.hpp>
#include <tenon/op/operators.hpp>

#include "backend/adreno/on_device.hpp"
#include "host/files.hpp"

#include <tenon/host/write_file.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

namespace all_operator_texts {

using namespace tenon;
using namespace tenon::op;

template <class Operator, class Rounding, tensor_type... Inputs>
struct inferred_call {
  static constexpr std::array<edge_type, sizeof...(Inputs)> inputs{edge_type{Inputs, {}}...};
  using type = call<Operator, Rounding, operand{Operator::infer(inputs).edge.tensor}, operand{Inputs}...>;
};
template <class Backend, class Rounding, class Operator, tensor_type... Inputs>
struct call_of_operator
    : tenon_test::device_call<Backend, typename inferred_call<Operator, Rounding, Inputs...>::type> {};

/// Every operator once or twice, on shapes that need loops, checks and vectors, and on shapes that need none.
template <class Backend, class Rounding, element Type>
struct all_operators {
  template <class Operator, int... Extents>
  struct on : call_of_operator<Backend, Rounding, Operator, tensor<Type, Extents...>::value> {};
  template <class Operator, tensor_type First, tensor_type Second>
  struct on_both : call_of_operator<Backend, Rounding, Operator, First, Second> {};
  static constexpr tensor_type cube = tensor<Type, 3, 4, 8>::value;

  using calls = tenon::type_list<
      on<conv2d_<filters{16}, window{3, 3}, stride{2, 2}, same_padding>, 14, 14, 1>,
      on<conv2d_<filters{6}, window{1, 1}, groups{2}>, 2, 8, 8, 16>,
      on<depthwise_conv2d_<window{3, 3}, same_padding>, 8, 8, 16>,
      on<depthwise_conv2d_<window{3, 2}, multiplier{2}>, 8, 8, 3>, on<dense_<units{10}>, 3, 7>,
      on<batch_norm_<>, 3, 4, 6>, on<max_pool_<window{2, 2}, stride{2, 2}>, 8, 8, 4>,
      on<average_pool_<window{3, 3}, same_padding, count_padding{true}>, 8, 8, 5>,
      on<global_average_pool_<>, 8, 8, 5>, on<mean_<axes{0, 2}>, 3, 4, 5, 6>,
      on<global_max_pool_<>, 2, 8, 8, 5>, on<argmax_<axis{1}>, 3, 4, 5>, on_both<add_<>, cube, cube>,
      on_both<sub_<>, cube, tensor<Type, 4, 1>::value>, on_both<mul_<>, cube, tensor<Type, 8>::value>,
      on_both<maximum_<>, cube, tensor<Type, 8>::value>, on_both<prelu_<>, cube, tensor<Type, 8>::value>,
      on<relu_<>, 16>, on<relu6_<>, 16>, on<clip_<clamp{-1.5f, 0.1f}>, 15>, on<tanh_<>, 16>,
      on<leaky_relu_<>, 16>, on<sigmoid_<>, 16>, on<hard_sigmoid_<>, 16>, on<hard_swish_<>, 16>,
      on<transpose_<permutation{2, 0, 1}>, 3, 4, 5>,
      on<slice_<begin{2, 0, 1}, tenon::end{-10, 3, 5}, strides{-1, 2, 1}>, 3, 4, 5>,
      on<reshape_<extents{12, 5}>, 3, 4, 5>, on<pad_<before{1, 0, 2}, after{0, 0, 1}>, 3, 4, 5>,
      on_both<concat_<axis{1}>, cube, cube>, on<softmax_<>, 3, 5>, on<resize_<image_size{8, 9}>, 3, 4, 5>,
      on<resize_<image_size{8, 9}, bilinear, half_pixel>, 2, 3, 4, 5>, on<gather_<axis{1}, indices<3, 0>>, 3, 4, 5>,
      on<transposed_conv2d_<filters{6}, window{2, 3}, stride{2, 1}, groups{2}>, 3, 4, 6>,
      on<reduce_sum_<axes{1}>, 3, 4, 5>, on_both<batch_matmul_<>, cube, tensor<Type, 8, 5>::value>,
      on_both<assign_<>, cube, cube>>;
};

template <class... Calls>
std::string text_of(type_list<Calls...>) {
  return tenon_test::program_of<Calls...>().text;
}

/// What clang says of a text; empty if it is sound.
inline std::string complaints(std::string_view text, std::string_view target) {
  const tenon_test::scratch_folder folder;
  const auto source = folder.path / "program.cl";
  const auto told = folder.path / "told.txt";
  host::write_file(source, text);
  const std::string command = "clang-19 -x cl " + std::string(target) + " -fsyntax-only -Wall -Wextra '" +
                              source.string() + "' 2>'" + told.string() + "'";
  const bool failed = std::system(command.c_str()) != 0;
  const std::string said = tenon_test::text_of(told);
  return failed && said.empty() ? "failed" : said;
}

inline void check_all_versions(std::string_view text) {
  if (std::system("clang-19 --version >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: clang-19 is missing; install it to check the syntax of OpenCL C");
    return;
  }
  // The last one has every extension, integer dot products too.
  for (const std::string_view target :
       {"-cl-std=CL1.2", "-cl-std=CL2.0", "-cl-std=CL3.0", "-cl-std=CL3.0 -target spir64"})
    CHECK(complaints(text, target) == "");
}

}  // namespace all_operator_texts
