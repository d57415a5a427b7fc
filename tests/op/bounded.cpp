// SPDX-License-Identifier: Apache-2.0
// The RELU family's rule with bounds of its own: where the bounds fall among the integers.
#include <tenon/op/bounded.hpp>

#include <op/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

template <clamp Bounds>
struct between : op::bounded<between<Bounds>> {
  static constexpr clamp bounds = Bounds;
};
static_assert(offers_clamp<between<clamp{-1.0f, 1.0f}>> && one_input_function<between<clamp{-1.0f, 1.0f}>>);
static_assert(between<clamp{-1.0f, 1.0f}>::real(-2.0f) == -1.0f &&
              between<clamp{-1.0f, 1.0f}>::real(2.0f) == 1.0f);
static_assert(between<clamp{-1.0f, 1.0f}>::real(0.25f) == 0.25f && between<clamp{}>::real(1e38f) == 1e38f);

template <clamp Bounds>
constexpr std::int32_t integer(std::int32_t q, encoding in, encoding out) {
  return between<Bounds>::template integer<rounding::tflite>(q, in, {tensor<i8, 1>::value, out});
}
constexpr clamp unit{-1.0f, 1.0f};
static_assert(integer<unit>(127, {0.5f, 0}, {0.25f, 3}) == 7 &&
              integer<unit>(-128, {0.5f, 0}, {0.25f, 3}) == -1);
static_assert(integer<unit>(1, {0.5f, 0}, {0.25f, 3}) == 5 && integer<unit>(0, {0.5f, 0}, {0.25f, 3}) == 3);
static_assert(integer<clamp{}>(127, {1.0f, 0}, {0.25f, 3}) == 127 &&
              integer<clamp{}>(-128, {1.0f, 0}, {0.25f, 3}) == -128);
// The zero point of the output lies outside what the bounds allow.
static_assert(integer<clamp{1.0f, 2.0f}>(0, {0.5f, 0}, {0.25f, 120}) == 124 &&
              integer<clamp{1.0f, 9.0f}>(99, {0.5f, 0}, {0.25f, 120}) == 127);

}  // namespace

TEST_CASE("a wrapped sum with a zero point far outside is cut, not undefined") {
  CHECK(integer<unit>(127, {1.0f, -2147483647}, {1.0f, 2147483647}) >= -128);
}
