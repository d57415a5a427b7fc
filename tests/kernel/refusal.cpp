// SPDX-License-Identifier: Apache-2.0
// Why a backend has no kernel: its own words, the elements that it takes, or none at all.
#include <tenon/kernel/refusal.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

namespace {

template <auto... Attributes>
struct one_ {};
template <auto... Attributes>
struct turn_ {};
template <auto... Attributes>
struct unheard_ {};
struct machine {
  static constexpr std::string_view name = "machine";
};

struct plain {
  using packed = tenon::no_parameters;
  static constexpr std::string_view variant = "plain";
  static constexpr std::size_t scratch = 0;
};

template <template <auto...> class Operator, tenon::element From, tenon::element To = From, int Size = 3>
using call_with = tenon::call<Operator<>, tenon::rounding::tflite, tenon::operand{tenon::tensor<To, Size>::value},
                              tenon::operand{tenon::tensor<From, Size>::value}>;

}  // namespace

/// Up to 8 elements of f32 or i8.
template <tenon::calls<one_> Call>
  requires(Call::y.size() <= 8 && (tenon::all_elements<Call, tenon::f32> || tenon::all_elements<Call, tenon::i8>))
struct tenon::kernel<machine, Call> : plain {};
template <tenon::calls<one_> Call>
  requires(Call::y.size() > 8)
inline constexpr std::string_view tenon::limit_of<machine, Call> = "at most 8 elements";

template <tenon::calls<turn_> Call>
  requires(Call::x.type == tenon::f32 && Call::y.type == tenon::i8)
struct tenon::kernel<machine, Call> : plain {};

namespace {

using namespace tenon;

static_assert(machine::name == "machine" && refusal_of<machine, call_with<one_, f32>>.empty());
static_assert(refusal_of<machine, call_with<one_, i16>> == "has kernels for f32, i8 only");
static_assert(refusal_of<machine, call_with<turn_, f32, i16>> == "has kernels for f32 to i8 only");
static_assert(refusal_of<machine, call_with<unheard_, f32>> == "no kernel for this operator");
static_assert(refusal_of<machine, call_with<one_, f32, f32, 9>> == "at most 8 elements");

template <element Type>
using rounding_call = call<one_<dynamic_range::symmetric>, rounding::tflite, operand{tensor<Type, 3>::value},
                           operand{tensor<Type, 3>::value}>;
static_assert(refusal_of<machine, rounding_call<f32>> ==
              "no kernel that rounds its input as it runs (dynamic_range)");
static_assert(refusal_of<machine, rounding_call<i8>>.empty(), "integers are not rounded again");

}  // namespace

TEST_CASE("a long text ends where its memory ends") {
  detail::refusal_text text;
  for (int i = 0; i < 20; ++i) text.put("eight...");
  CHECK(text.view().size() == text.letters.size());
  CHECK(text.view().starts_with("eight...eight..."));
}
