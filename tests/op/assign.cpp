// SPDX-License-Identifier: Apache-2.0
// assign: its node, its refusals, and integers of another encoding than the state's.
#include <tenon/op/assign.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/kernel/call.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/state.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>
#include <type_traits>

namespace {

using namespace tenon;

static_assert(operation<op::assign_<>> && assigns_state<op::assign_<>> && !only_reshapes<op::assign_<>>);

constexpr std::string_view refusal(edge_type value, edge_type held) {
  const std::array inputs{value, held};
  return op::assign_<>::infer(inputs).fault;
}
constexpr edge_type bytes(encoding code) { return {tensor<i8, 4>::value, code}; }
static_assert(refusal({tensor<f32, 4>::value, {}}, {tensor<f32, 4>::value, {}}).empty());
static_assert(refusal(bytes({0.5f, 1}), bytes({0.25f, 2})).empty());
static_assert(refusal({tensor<f32, 4>::value, {}}, {tensor<f32, 2, 2>::value, {}}).find("another shape") !=
              std::string_view::npos);
static_assert(refusal({tensor<f32, 4>::value, {}}, bytes({1.0f, 0})).find("another element type") !=
              std::string_view::npos);
static_assert(refusal({tensor<u8, 4>::value, {1.0f, 0}}, {tensor<u8, 4>::value, {1.0f, 1}}).find("another encoding") !=
              std::string_view::npos);

constexpr auto kept = op::state<"kept", tensor<f32, 4>>;
constexpr auto called = op::assign<"kept">(kept | op::relu<"a">);
constexpr auto piped = kept | op::relu<"a"> | op::assign<"kept">;
using wanted = graph<node<"kept", op::state_<tensor<f32, 4>::value>>, node<"a", op::relu_<>, "kept">,
                     node<"kept.next", op::assign_<>, "a", "kept">>;
static_assert(std::is_same_v<decltype(called), const value<wanted, "kept.next">>);
static_assert(std::is_same_v<decltype(piped), const value<wanted, "kept.next">>);

TEST_CASE("Integers of another encoding are changed as by requantize, others stay") {
  using called_with = call<op::assign_<>, tenon::rounding::tflite, operand{tensor<i8, 4>::value},
                           operand{tensor<i8, 4>::value}, operand{tensor<i8, 4>::value}>;
  const auto table = [](encoding from, encoding to) {
    const std::array inputs{bytes(from), bytes(to)};
    return op::assign_<>::prepare<called_with>({}, inputs, bytes(to)).table;
  };
  const auto same = table({0.1f, 5}, {0.1f, 5});
  const auto doubled = table({0.5f, 0}, {0.25f, 1});
  for (int q = -128; q < 128; ++q) {
    const auto at = static_cast<std::size_t>(q + 128);
    CHECK(same[at] == q);
    CHECK(doubled[at] == (2 * q + 1 < -128 ? -128 : 2 * q + 1 > 127 ? 127 : 2 * q + 1));
  }
}

}  // namespace
