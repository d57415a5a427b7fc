// SPDX-License-Identifier: Apache-2.0
// The portable primitives return what they are defined as, when the program runs and in the compiler.
#include <tenon/backend/kryo/isa/scalar.hpp>

#include "rescaling.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>

namespace {

using tenon::isa::scalar;
using words = std::array<std::int32_t, 4>;

constexpr words lanes_of(scalar::vector x) {
  words made{};
  scalar::store(made.data(), x);
  return made;
}

constexpr std::int32_t highest = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
constexpr scalar::vector some{{3, -3, highest, lowest}};
constexpr std::array<double, 4> halves{0.5, 0.5, 2.0, 2.0};

static_assert(lanes_of(scalar::add(some, scalar::fill(1))) == words{4, -2, lowest, lowest + 1});
static_assert(lanes_of(scalar::dot<0>(some, -128, {{-128, 127, 0, 1}})) ==
              words{16387, -16259, highest, highest - 127});
static_assert(lanes_of(scalar::scale_double(some, halves.data())) == words{2, -2, highest, lowest},
              "halves go away from zero, and what is too large saturates");
static_assert(lanes_of(scalar::scale_float32({{1, 3, -5, 5}}, {{0.5f, 0.5f, 0.5f, 1e9f}})) ==
                  words{0, 2, -2, highest},
              "halves go to even");
static_assert(lanes_of(scalar::scale_q31({{3, -3, 3, 1 << 30}}, scalar::fill(1 << 30), {{0, 0, 2, 1}},
                                         {{0, 0, 0, 0}})) == words{2, -1, 6, -(1 << 30)},
              "the first rounding takes halves up, and a shift to the left wraps");
static_assert(scalar::narrow(some, some, some, {{-128, 128, -129, 0}}).lane[3] == -128);
static_assert(scalar::narrow(some, some, some, {{-128, 128, -129, 0}}).lane[13] == 127);

}  // namespace

TEST_CASE("Plain C++: products, rules and stores, value by value") {
  static_assert(scalar::name == "scalar");
  tenon_test::check_instruction_set<scalar>();
}
