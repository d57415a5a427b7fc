// SPDX-License-Identifier: Apache-2.0
// Calls: what a kernel is made for, and which calls it is for.
#include <tenon/kernel/call.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

template <auto... Attributes>
struct one_ {};
template <auto... Attributes>
struct other_ {};

constexpr tensor_type bytes = tensor<i8, 2, 3>::value;
constexpr tensor_type reals = tensor<f32, 2, 3>::value;
using unary = call<one_<axis{1}>, rounding::tflite, operand{reals}, operand{bytes}>;
using binary = call<other_<>, rounding::float32, operand{bytes, 12}, operand{bytes}, operand{reals}>;
using source_call = call<one_<>, rounding::tflite, operand{bytes}>;

static_assert(calls<unary, one_> && !calls<unary, other_> && calls<binary, other_> && !calls<int, one_>);
static_assert(unary::x == bytes && unary::y == reals && unary::input_count == 1 && binary::input_count == 2);
static_assert(source_call::input_count == 0 && source_call::x == bytes);
static_assert(binary::inputs[1].tensor == reals && binary::output.tensor == bytes &&
              std::is_same_v<binary::rounding, rounding::float32>);
static_assert(unary::result.row_pitch() == 3 && binary::result.row_pitch() == 12);
static_assert(all_elements<call<one_<>, rounding::tflite, operand{bytes}, operand{bytes}>, i8>);
static_assert(!all_elements<unary, i8> && !all_elements<unary, f32> && !all_elements<source_call, f32>);

}  // namespace

TEST_CASE("a call with gaps between its rows is another call") {
  CHECK(!std::is_same_v<call<one_<>, rounding::tflite, operand{bytes, 12}>, source_call>);
  CHECK(operand{bytes, 12} != operand{bytes});
}
