// SPDX-License-Identifier: Apache-2.0
// Runs an operator that adds a second input to its result: the operator's kernel, then the addition over what it wrote.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/core/fixed_point.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/residual.hpp>

namespace tenon {
namespace detail {

/// An operator as it was before it took the addition.
template <class Operator>
using without_residual = with_attribute<without_attribute<without_attribute<Operator, residual>, encoded>,
                                        attribute_of<Operator>(residual{}).bounds>;

/// The two calls that a call with `residual` stands for.
template <class Call>
struct split_residual;
template <class Operator, class Rounding, operand Output, operand First, operand Second>
struct split_residual<call<Operator, Rounding, Output, First, Second>> {
  using inner = call<without_residual<Operator>, Rounding, Output, First>;
  using addition = call<op::addition_operator, Rounding, Output, Output, Second>;
};

/// The addition for results whose rows have gaps, and for backends that have no kernel for it.
template <class Call>
struct plain_addition {
  using packed = op::sum_parameters_of<Call>;
  using value_type = storage_t<Call::y.type>;
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y, const value_type* first,
                                                   const value_type* second) noexcept {
    constexpr int row_length = Call::y.extents.from_end(0);
    for (int row = 0; row < Call::y.size() / row_length; ++row)
      for (int i = 0; i < row_length; ++i)
        y[row * Call::result.row_pitch() + i] =
            sum(w, first[row * Call::result.row_pitch() + i], second[row * row_length + i]);
  }

 private:
  [[gnu::always_inline]] static constexpr value_type sum(const packed& w, value_type a, value_type b) noexcept {
    if constexpr (Call::y.type == f32) return w.cut(a + b);
    else return static_cast<value_type>(w.finish(wrapping_add(w.first_term(a), w.second_term(b))));
  }
};

template <class Backend, class Call>
struct choose_addition {
  using type = plain_addition<Call>;
};
template <class Backend, class Call>
  requires(Call::result.pitch == 0 && has_kernel<Backend, Call>)
struct choose_addition<Backend, Call> {
  using type = kernel<Backend, Call>;
};

/// A variant of the operator's kernel adds like its backend does.
template <class Backend, class Variant, class Call>
  requires(!has_kernel<variant_of<Backend, Variant>, Call>)
struct choose_addition<variant_of<Backend, Variant>, Call> : choose_addition<Backend, Call> {};

/// Packed numbers of both kernels, filled up to whole words so that no byte of them is padding.
template <class Inner, class Addition>
struct packed_residual {
  static constexpr std::size_t alignment = alignof(Inner) > alignof(Addition) ? alignof(Inner) : alignof(Addition);
  static constexpr std::size_t used =
      (sizeof(Inner) + alignof(Addition) - 1) / alignof(Addition) * alignof(Addition) + sizeof(Addition);
  Inner inner{};
  Addition addition{};
  std::array<std::uint8_t, alignment - used % alignment> unused{};
};

}  // namespace detail

/// Any backend's kernel for an operator that carries `residual`, out of its kernels for the operator and for add. The
/// result is that of the two nodes bit for bit.
template <class Backend, adds_residual Call>
  requires has_kernel<Backend, typename detail::split_residual<Call>::inner>
struct kernel<Backend, Call> {
  using inner = kernel<Backend, typename detail::split_residual<Call>::inner>;
  using addition = typename detail::choose_addition<Backend, typename detail::split_residual<Call>::addition>::type;
  using parameters = typename Call::op::template parameters<Call>;
  using packed = detail::packed_residual<typename inner::packed, typename addition::packed>;
  using value_type = storage_t<Call::y.type>;
  static constexpr std::string_view variant = inner::variant;
  static constexpr std::size_t scratch = inner::scratch > addition::scratch ? inner::scratch : addition::scratch;

  static constexpr packed pack(const parameters& w) noexcept {
    return {inner::pack(w.inner), addition::pack(w.addition), {}};
  }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte* borrowed, value_type* y, const value_type* x,
                                                   const value_type* second) noexcept {
    inner::run(w.inner, borrowed, y, x);
    addition::run(w.addition, borrowed, y, y, second);
  }
};

}  // namespace tenon
