// SPDX-License-Identifier: Apache-2.0
// How a sentence becomes a type that compilers print whole.
#include <tenon/op/verify.hpp>

#include <tenon/op/input.hpp>
#include <tenon/op/relu.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace tenon;

namespace {

static_assert(detail::piece_of("short", 28) == 5 && detail::piece_of("", 28) == 0);
static_assert(detail::piece_of("two words", 5) == 4);  // cut after the space
static_assert(detail::piece_of("two words", 4) == 4);
static_assert(detail::piece_of("unbreakable", 4) == 4);  // nowhere to cut
static_assert(detail::piece_of("a b c d", 6) == 6);

constexpr fault long_one{
    fault_kind::refused_inputs, 1,
    "tenon: this sentence is longer than what one piece of a message may hold; cut it between words"};
constexpr fault silent{fault_kind::no_node, -1, {}};

template <class Says>
struct text_of;
template <fixed_string... Pieces>
struct text_of<says<Pieces...>> {
  static std::string joined() { return (std::string{} + ... + std::string{Pieces.view()}); }
};

using two = graph<node<"x", op::input_<tensor<f32, 3>::value>>, node<"y", op::relu_<>, "x">>;
static_assert(std::is_same_v<decltype(detail::state_facts<two, silent>()), diagnosis<>>);
static_assert(std::is_same_v<
              decltype(detail::state_facts<two, long_one>()),
              diagnosis<in_node<"y">, decltype(detail::spell<long_one, 0>()), for_operator<op::relu_<>>>>);

// Without a fault nothing is refused.
constexpr fault sound{};
static_assert(std::is_base_of_v<detail::verdict<fault_kind::none, diagnosis<>>, detail::explain<two, sound>>);

}  // namespace

TEST_CASE("the pieces of a sentence are the sentence") {
  CHECK(text_of<decltype(detail::spell<long_one, 0>())>::joined() == long_one.detail);
  CHECK(text_of<decltype(detail::spell<silent, 0>())>::joined().empty());
}
