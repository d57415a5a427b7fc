// SPDX-License-Identifier: Apache-2.0
// Why a backend has no kernel for a call, as a text.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <tenon/kernel/kernel.hpp>
#include <tenon/kernel/residual.hpp>

namespace tenon {

namespace detail {

/// A short text that is put together by the compiler.
struct refusal_text {
  std::array<char, 96> letters{};
  std::size_t size = 0;

  constexpr void put(std::string_view text) noexcept {
    for (const char letter : text)
      if (size < letters.size()) letters[size++] = letter;
  }
  constexpr std::string_view view() const noexcept { return {letters.data(), size}; }
};

/// A call's tensors with other elements: inputs `From`, the result `To`; what counts or indexes (i32) stays.
template <class Call, element From, element To>
struct retyped;
template <class Operator, class Rounding, operand Output, operand... Inputs, element From, element To>
struct retyped<call<Operator, Rounding, Output, Inputs...>, From, To> {
  static constexpr operand with(operand given, element type) noexcept {
    if (given.tensor.type != i32) given.tensor.type = type;
    return given;
  }
  using type = call<Operator, Rounding, with(Output, To), with(Inputs, From)...>;
};

template <class Backend, class Call, element From, element To>
inline constexpr bool has_kernel_for = has_kernel<Backend, typename retyped<Call, From, To>::type>;

/// Finds the elements for which a backend has kernels of the call's operator on its shapes.
template <class Backend, class Call>
consteval refusal_text list_served_elements() {
  refusal_text text;
  const auto add = [&](bool served, element from, element to) {
    if (!served) return;
    text.put(text.size == 0 ? "has kernels for " : ", ");
    text.put(name_of(from));
    if (from == to) return;
    text.put(" to ");
    text.put(name_of(to));
  };
  add(has_kernel_for<Backend, Call, f32, f32>, f32, f32);
  add(has_kernel_for<Backend, Call, i8, i8>, i8, i8);
  add(has_kernel_for<Backend, Call, u8, u8>, u8, u8);
  add(has_kernel_for<Backend, Call, i16, i16>, i16, i16);
  add(has_kernel_for<Backend, Call, f32, i8>, f32, i8);
  add(has_kernel_for<Backend, Call, i8, f32>, i8, f32);
  text.put(text.size == 0 ? "no kernel for this operator" : " only");
  return text;
}

template <class Backend, class Call>
inline constexpr refusal_text served_elements = list_served_elements<Backend, Call>();

/// Of an operator that adds a second input to its result, the operator itself is what a backend refuses.
template <class Call>
struct refused_part {
  using type = Call;
};
template <adds_residual Call>
struct refused_part<Call> {
  using type = typename split_residual<Call>::inner;
};

template <class Backend, class Call>
consteval std::string_view find_refusal() {
  using part = typename refused_part<Call>::type;
  if constexpr (has_kernel<Backend, Call>)
    return {};
  else if constexpr (!limit_of<Backend, part>.empty())
    return limit_of<Backend, part>;
  else if constexpr (rounds_input<part>)
    return "no kernel that rounds its input as it runs (dynamic_range)";
  else
    return served_elements<Backend, part>.view();
}

}  // namespace detail

/// Why a backend does not run a call, asked without failing: the backend's own words for a limit of its kernels, else
/// the elements that its kernels of the operator take, else that it has none. Empty if it runs the call.
template <class Backend, class Call>
inline constexpr std::string_view refusal_of = detail::find_refusal<Backend, Call>();

/// A backend that was asked for a kernel, and why it has none.
struct refusal {
  std::string_view backend;
  std::string_view reason;
};

}  // namespace tenon
