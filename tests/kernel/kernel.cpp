// SPDX-License-Identifier: Apache-2.0
// The kernel contract: asked without failing.
#include <tenon/kernel/kernel.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

namespace {

template <auto... Attributes>
struct one_ {};
struct machine {
  static constexpr std::string_view name = "machine";
  static constexpr std::size_t alignment = 8;
};
struct fast {};

template <tenon::element Type>
using call_with = tenon::call<one_<>, tenon::rounding::tflite, tenon::operand{tenon::tensor<Type, 3>::value},
                              tenon::operand{tenon::tensor<Type, 3>::value}>;

}  // namespace

template <tenon::calls<one_> Call>
requires tenon::all_elements<Call, tenon::f32>
struct tenon::kernel<machine, Call> {
  using packed = tenon::no_parameters;
  static constexpr std::string_view variant = "plain";
  static constexpr std::size_t scratch = 16;
};
// Says its name, but not what it borrows.
template <tenon::calls<one_> Call>
requires tenon::all_elements<Call, tenon::i8>
struct tenon::kernel<machine, Call> {
  using packed = tenon::no_parameters;
  static constexpr std::string_view variant = "half";
};

static_assert(tenon::has_kernel<machine, call_with<tenon::f32>>);
static_assert(!tenon::has_kernel<machine, call_with<tenon::i8>>);
static_assert(!tenon::has_kernel<machine, call_with<tenon::i16>> &&
              !tenon::has_kernel<fast, call_with<tenon::f32>>);
static_assert(!tenon::has_kernel<tenon::variant_of<machine, fast>, call_with<tenon::f32>>);

TEST_CASE("a variant has the facts of its backend") {
  CHECK(tenon::variant_of<machine, fast>::name == "machine");
  CHECK(tenon::variant_of<machine, fast>::alignment == 8);
}
