// SPDX-License-Identifier: Apache-2.0
// One-input functions on SIMD batches, where the formula for one number would be slow.
#pragma once

#include <tenon/backend/kryo/batches.hpp>
#include <tenon/op/ceil.hpp>
#include <tenon/op/elu.hpp>
#include <tenon/op/erf.hpp>
#include <tenon/op/exp.hpp>
#include <tenon/op/floor.hpp>
#include <tenon/op/gelu.hpp>
#include <tenon/op/log.hpp>
#include <tenon/op/round.hpp>
#include <tenon/op/rsqrt.hpp>
#include <tenon/op/sigmoid.hpp>
#include <tenon/op/softplus.hpp>
#include <tenon/op/sqrt.hpp>
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

template <auto... Attributes>
struct batch_formula<op::exp_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept {
    // The library's own is infinite from 88.38 on, where floats go on to 88.72.
    const floats root = xsimd::exp(x * 0.5f);
    return root * root;
  }
};

template <auto... Attributes>
struct batch_formula<op::log_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept { return xsimd::log(x); }
};

template <auto... Attributes>
struct batch_formula<op::sqrt_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept { return xsimd::sqrt(x); }
};

template <auto... Attributes>
struct batch_formula<op::rsqrt_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept {
    // Added to 0, the root of -0 is 0.
    return divide_exactly(floats(1.0f), xsimd::sqrt(x) + floats(0.0f));
  }
};

template <auto... Attributes>
struct batch_formula<op::softplus_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept {
    return xsimd::max(x, floats(0.0f)) + xsimd::log1p(xsimd::exp(-xsimd::abs(x)));
  }
};

template <auto... Attributes>
struct batch_formula<op::elu_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept {
    return xsimd::select(x < floats(0.0f), floats(op::elu_<Attributes...>::limit) * xsimd::expm1(x), x);
  }
};

template <auto... Attributes>
struct batch_formula<op::erf_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept { return xsimd::erf(x); }
};

template <auto... Attributes>
struct batch_formula<op::floor_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept { return xsimd::floor(x); }
};

template <auto... Attributes>
struct batch_formula<op::ceil_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept { return xsimd::ceil(x); }
};

template <auto... Attributes>
struct batch_formula<op::round_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept { return xsimd::nearbyint(x); }
};

template <auto... Attributes>
struct batch_formula<op::gelu_<Attributes...>> {
  [[gnu::always_inline]] static floats apply(floats x) noexcept {
    if constexpr (op::gelu_<Attributes...>::by_tanh) {
      const floats bent = x * 0.797884561f * (1.0f + 0.044715f * x * x);
      return divide_exactly(x, 1.0f + xsimd::exp(-2.0f * bent));
    } else {
      return 0.5f * x * xsimd::erfc(x * -0.707106781f);
    }
  }
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
