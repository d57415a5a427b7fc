// SPDX-License-Identifier: Apache-2.0
// concat: golden vectors, differing encodings, every element type, and what it refuses.
#include <tenon/op/concat.hpp>

#include <tenon/backend/reference/concat.hpp>
#include <tenon/op/requantize.hpp>

#include "golden/concat.hpp"
#include "op/golden_concat.hpp"
#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type... Inputs>
using joined = tenon_test::one_call<reference, Operator, rounding::tflite, Inputs...>;

constexpr tensor_type wide = tensor<i32, 2, 3>::value;
constexpr tensor_type narrow = tensor<i32, 2, 1>::value;
constexpr std::array<std::int32_t, 2> pair{70, 80};
static_assert(joined<op::concat_<>, wide, narrow>::run({}, counted<wide>(), pair) ==
              std::array<std::int32_t, 8>{1, 2, 3, 70, 4, 5, 6, 80});
static_assert(joined<op::concat_<axis{0}>, narrow, narrow, narrow>::run({}, pair, counted<narrow>(), pair) ==
              std::array<std::int32_t, 6>{70, 80, 1, 2, 70, 80});
static_assert(joined<op::concat_<axis{-2}>, wide>::run({}, counted<wide>()) == counted<wide>());

template <element Type>
constexpr bool joins = has_kernel<reference, typename joined<op::concat_<>, tensor_type{Type, shape_of(4)},
                                                             tensor_type{Type, shape_of(2)}>::call>;
static_assert(joins<f32> && joins<f16> && joins<bf16> && joins<i32> && joins<i16> && joins<i8> && joins<u8> &&
              joins<i4>);

constexpr edge_type edge(element type, encoding code) { return {{type, shape_of(4)}, code}; }
constexpr encoding one{0.5f, 3};
constexpr encoding other{0.25f, 3};
constexpr std::array same{edge(i8, one), edge(i8, one)};
constexpr std::array mixed{edge(i8, one), edge(i8, other)};
static_assert(op::concat_<>::infer(same).edge.code == one, "what the inputs have in common");
static_assert(!op::concat_<>::infer(mixed).edge.code.known(), "has to be bound");
static_assert(op::concat_<encoded{other}>::infer(same).edge.code == other);
static_assert(op::concat_<>::is_identity(std::span(same).first(1)) && !op::concat_<>::is_identity(same));
static_assert(!op::concat_<encoded{other}>::is_identity(std::span(same).first(1)));

static_assert(refusal<op::concat_<axis{2}>, wide, narrow>() ==
              "tenon: concat has an axis that its inputs lack; name one of their axes");
static_assert(refusal<op::concat_<>, tensor_type{f32, {}}>() ==
              "tenon: concat has an axis that its inputs lack; name one of their axes");
static_assert(refusal<op::concat_<>, wide, tensor<f32, 2, 1>::value>() ==
              "tenon: concat has inputs of different element types; convert them to one");
constexpr std::string_view differ =
    "tenon: concat has inputs that differ on another axis than the joined one; make them equal there";
static_assert(refusal<op::concat_<axis{0}>, wide, narrow>() == differ);
static_assert(refusal<op::concat_<>, wide, tensor<i32, 3>::value>() == differ);
constexpr std::array bytes{edge(u8, one), edge(u8, other)};
static_assert(op::concat_<>::infer(bytes).fault ==
              "tenon: concat joins integers of different encodings; requantize its inputs to one");

constexpr tensor_type every = tensor<i8, 256>::value;
constexpr std::array<std::int8_t, 256> all_values = [] {
  std::array<std::int8_t, 256> q{};
  for (int i = 0; i < 256; ++i) q[static_cast<std::size_t>(i)] = static_cast<std::int8_t>(i - 128);
  return q;
}();

template <class Rounding>
void check_changes(encoding first, encoding second, encoding result) {
  using called =
      tenon_test::one_call<reference, op::concat_<encoded{encoding{0.05f, -3}}>, Rounding, every, every>;
  const auto y = called::run({first, second}, all_values, all_values);
  for (std::size_t i = 0; i < 256; ++i) {
    const auto wanted = [&](encoding from) {
      return op::requantize_<>::integer<Rounding>(all_values[i], from, {every, result});
    };
    CHECK(y[i] == wanted(first));
    CHECK(y[256 + i] == wanted(second));
  }
}

TEST_CASE("An input in another encoding is requantized, one in the result's stays as it is") {
  constexpr encoding result{0.05f, -3};
  check_changes<rounding::tflite>(result, {0.11f, 60}, result);
  check_changes<rounding::float32>({0.025f, 7}, result, result);
  using called = joined<op::concat_<encoded{result}>, every, every>;
  const auto y = called::run({result, result}, all_values, all_values);
  for (std::size_t i = 0; i < 512; ++i) CHECK(y[i] == all_values[i % 256]);
}

TEST_CASE("LiteRT's int8 answers, when compiling and when running") {
  tenon_test::for_each_case<tenon_golden::concat::cases>([]<class Case>() {
    static_assert(tenon_test::answer_of_concat<reference, Case>() == Case::expected);
    CHECK(tenon_test::answer_of_concat<reference, Case>() == Case::expected);
  });
}

}  // namespace
