// SPDX-License-Identifier: Apache-2.0
// Tuples: values of different types, reached by index, trivially copyable.
#include <tenon/core/tuple.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;

namespace {

constexpr tuple<int, char, int> three{1, 'x', 3};
static_assert(get<0>(three) == 1 && get<1>(three) == 'x' && get<2>(three) == 3);
static_assert(std::is_trivially_copyable_v<tuple<int, float>>);
static_assert(std::is_same_v<decltype(get<1>(three)), const char&>);

}  // namespace

TEST_CASE("an element can be written") {
  tuple<int, float> both{1, 2.0f};
  get<1>(both) = 7.5f;
  CHECK(get<1>(both) == 7.5f);
  CHECK(get<0>(both) == 1);
}
