// SPDX-License-Identifier: Apache-2.0
// One-input functions on SIMD batches, where the formula for one number would be slow.
#pragma once

#include <tenon/backend/kryo/batches.hpp>
#include <tenon/op/sigmoid.hpp>
#include <tenon/op/tanh.hpp>

namespace tenon::kryo_kernels {

/// The formula of an operator on a batch: `apply(x)`. An operator without one is computed number by number,
/// which compilers turn into SIMD by themselves where it has no library function in it.
template <class Operator>
struct batch_formula {};

template <auto... Attributes>
struct batch_formula<op::sigmoid_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept { return 1.0f / (1.0f + xsimd::exp(-x)); }
};

template <auto... Attributes>
struct batch_formula<op::tanh_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept { return xsimd::tanh(x); }
};

/// An operator with a formula for batches.
template <class Operator>
concept has_batch_formula = requires(floats x) {
  batch_formula<Operator>::apply(x);
};

/// The operator's result for each number of a batch.
template <class Operator>
[[gnu::always_inline]] inline floats apply_to_batch(floats x) noexcept {
  if constexpr (has_batch_formula<Operator>) {
    return batch_formula<Operator>::apply(x);
  } else {
    alignas(64) std::array<float, floats::size> values;
    x.store_aligned(values.data());
    for (float& value : values) value = Operator::real(value);
    return floats::load_aligned(values.data());
  }
}

}  // namespace tenon::kryo_kernels
