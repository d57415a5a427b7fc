// SPDX-License-Identifier: Apache-2.0
// Every architecture has the same kernels under the same names, and computes the same with them.
#include <tenon/backend/hexagon.hpp>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/op/operators.hpp>

#include <op/call_on.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>

using namespace tenon;
using namespace tenon_test;

namespace {

/// Whether all architectures have the kernel of this name for an operator, with packed weights as large.
template <class Operator, class Rounding, tensor_type... Inputs>
constexpr bool all_have(std::string_view name) {
  using on_v66 = typename one_call<hexagon<v66>, Operator, Rounding, Inputs...>::kernel;
  const auto is_same_on = [&]<class Architecture>() {
    using called = one_call<hexagon<Architecture>, Operator, Rounding, Inputs...>;
    if constexpr (!has_kernel<hexagon<Architecture>, typename called::call>)
      return false;
    else
      return called::kernel::variant == name && called::kernel::scratch == on_v66::scratch &&
             sizeof(typename called::kernel::packed) == sizeof(typename on_v66::packed);
  };
  return is_same_on.template operator()<v66>() && is_same_on.template operator()<v68>() &&
         is_same_on.template operator()<v73>();
}

template <class Operator, tensor_type... Inputs>
constexpr bool both_roundings_have(std::string_view name) {
  return all_have<Operator, rounding::tflite, Inputs...>(name) &&
         all_have<Operator, rounding::float32, Inputs...>(name);
}

constexpr tensor_type image = tensor<i8, 5, 6, 8>::value;
constexpr tensor_type reals = tensor<f32, 7>::value;

/// Results of add on an architecture, or of its variant, for inputs that reach both ends.
template <class Backend>
std::array<std::int8_t, 200> add_on(const std::array<encoding, 2>& codes) {
  using called = one_call<Backend, op::add_<encoded{{0.05f, -3}}>, rounding::tflite, tensor<i8, 200>::value,
                          tensor<i8, 200>::value>;
  std::array<std::int8_t, 200> a{};
  std::array<std::int8_t, 200> b{};
  for (std::size_t i = 0; i < a.size(); ++i) {
    a[i] = static_cast<std::int8_t>(i * 37 + 128);
    b[i] = static_cast<std::int8_t>(i * i + 127);
  }
  return called::run(codes, a, b);
}

}  // namespace

static_assert(hexagon<v66>::name == hexagon<v73>::name && hexagon<v66>::alignment == hexagon<v73>::alignment);
static_assert(std::is_same_v<hexagon<v73>::architecture, v73>);
static_assert(since<v66, v66> && since<v68, v66> && since<v73, v68> && !since<v68, v73> && !since<v66, v73> &&
              !since<int, v66>);
static_assert(variant_of<hexagon<v66>, unproved>::name == "hexagon" &&
              variant_of<hexagon<v66>, unproved>::alignment == 128);

TEST_CASE("operators with weights have the kernels of v66 on all architectures") {
  CHECK(
      both_roundings_have<op::conv2d_<filters{8}, window{3, 3}, same_padding>, image>("scalar_activations"));
  CHECK(both_roundings_have<op::conv2d_<filters{6}, groups{2}, window{2, 2}>, image>("scalar_activations"));
  CHECK(both_roundings_have<op::depthwise_conv2d_<window{3, 3}>, image>("interleaved_taps"));
  CHECK(both_roundings_have<op::dense_<units{5}>, tensor<i8, 40>::value>("scalar_activations"));
}

TEST_CASE("so have pools and reductions") {
  CHECK(both_roundings_have<op::average_pool_<window{2, 2}>, image>("channels"));
  CHECK(both_roundings_have<op::max_pool_<window{2, 2}>, image>("channels"));
  CHECK(both_roundings_have<op::global_average_pool_<>, image>("rows"));
  CHECK(both_roundings_have<op::global_max_pool_<>, image>("rows"));
  CHECK(both_roundings_have<op::mean_<axes(0)>, image>("rows"));
  CHECK(both_roundings_have<op::argmax_<>, image>("scalar"));
  CHECK(both_roundings_have<op::softmax_<>, image>("table"));
}

TEST_CASE("so have operators on elements") {
  CHECK(both_roundings_have<op::relu_<>, image>("table"));
  CHECK(both_roundings_have<op::hard_swish_<>, image>("table"));
  CHECK(both_roundings_have<op::quantize_<encoded{{0.1f, 3}}>, reals>("least_floats"));
  CHECK(both_roundings_have<op::dequantize_<>, image>("table"));
  CHECK(all_have<op::add_<>, rounding::tflite, image, image>("words"));
  CHECK(all_have<op::mul_<>, rounding::tflite, image, image>("words"));
  CHECK(all_have<op::sub_<>, rounding::float32, image, image>("scalar"));
}

TEST_CASE("so have operators that move elements") {
  CHECK(both_roundings_have<op::concat_<axis{0}>, image, image>("tables"));
  CHECK(both_roundings_have<op::concat_<axis{0}>, reals, reals>("rows"));
  CHECK(both_roundings_have<op::pad_<before{1, 0, 0}, after{0, 0, 0}>, image>("rows"));
  CHECK(both_roundings_have<op::resize_<image_size{9, 4}, nearest>, image>("nearest"));
  CHECK(both_roundings_have<op::resize_<image_size{9, 4}, bilinear>, image>("bilinear_scalar"));
  CHECK(both_roundings_have<op::transpose_<>, image>("rows"));
  CHECK(both_roundings_have<op::flatten_<>, image>("copy"));
}

TEST_CASE("there is no kernel for real numbers under windows") {
  using real_conv2d = one_call<hexagon<v73>, op::conv2d_<filters{8}, window{3, 3}>, rounding::tflite,
                               tensor<f32, 5, 6, 8>::value>;
  CHECK_FALSE(has_kernel<hexagon<v73>, real_conv2d::call>);
}

TEST_CASE("all architectures and the unproved variant compute the reference's sums") {
  const std::array<encoding, 2> codes{{{0.043f, -7}, {0.031f, 12}}};
  const auto wanted = add_on<reference>(codes);
  CHECK(add_on<hexagon<v66>>(codes) == wanted);
  CHECK(add_on<hexagon<v68>>(codes) == wanted);
  CHECK(add_on<hexagon<v73>>(codes) == wanted);
  CHECK(add_on<variant_of<hexagon<v66>, unproved>>(codes) == wanted);
  CHECK(add_on<variant_of<hexagon<v73>, unproved>>(codes) == wanted);
}
