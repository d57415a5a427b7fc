// SPDX-License-Identifier: Apache-2.0
// Faults and the facts that a diagnosis carries.
#include <tenon/core/diagnosis.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;

namespace {

static_assert(!fault{} && fault{fault_kind::cycle}.node == -1 && fault{fault_kind::cycle});
static_assert(std::is_same_v<says<to_fixed_string<5>("tenon: wrong")>, says<"tenon">>);
static_assert(!std::is_same_v<diagnosis<in_node<"a">>, diagnosis<in_node<"b">>>);
static_assert(!std::is_same_v<got<tensor<i8, 3>::value>, got<tensor<u8, 3>::value>>);
// Not a truth value by accident.
static_assert(!std::is_convertible_v<fault, bool> && !std::is_convertible_v<fault, int>);

}  // namespace

TEST_CASE("every kind but none is a fault") {
  for (int kind = 1; kind <= static_cast<int>(fault_kind::no_backend); ++kind)
    CHECK(static_cast<bool>(fault{static_cast<fault_kind>(kind)}));
}
