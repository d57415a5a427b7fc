// SPDX-License-Identifier: Apache-2.0
// The formulas of one-input functions in OpenCL C.
#pragma once

#include <concepts>
#include <string_view>

#include <tenon/backend/adreno/text.hpp>
#include <tenon/op/abs.hpp>
#include <tenon/op/ceil.hpp>
#include <tenon/op/celu.hpp>
#include <tenon/op/clip.hpp>
#include <tenon/op/elu.hpp>
#include <tenon/op/erf.hpp>
#include <tenon/op/exp.hpp>
#include <tenon/op/floor.hpp>
#include <tenon/op/gelu.hpp>
#include <tenon/op/hard_sigmoid.hpp>
#include <tenon/op/hard_swish.hpp>
#include <tenon/op/leaky_relu.hpp>
#include <tenon/op/log.hpp>
#include <tenon/op/mish.hpp>
#include <tenon/op/neg.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/relu6.hpp>
#include <tenon/op/requantize.hpp>
#include <tenon/op/round.hpp>
#include <tenon/op/rsqrt.hpp>
#include <tenon/op/selu.hpp>
#include <tenon/op/sigmoid.hpp>
#include <tenon/op/sign.hpp>
#include <tenon/op/softplus.hpp>
#include <tenon/op/sqrt.hpp>
#include <tenon/op/square.hpp>
#include <tenon/op/tanh.hpp>
#include <tenon/op/thresholded_relu.hpp>

namespace tenon::adreno_kernels {

/// Writes the formula of an operator over the vector `x` of floats; `put` is missing where there is none.
template <class Operator>
struct formula {};

/// Bounds only: relu, relu6, clip.
template <class Operator>
  requires std::derived_from<Operator, op::bounded<Operator>>
struct formula<Operator> {
  static constexpr void put(text_writer& out) noexcept {
    const real_literal low{Operator::bounds.low};
    const real_literal high{Operator::bounds.high};
    out.fill("clamp(x, $low, $high)", {{"low", low.view()}, {"high", high.view()}});
  }
};

template <auto... Attributes>
struct formula<op::leaky_relu_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept {
    const real_literal slope{op::leaky_relu_<Attributes...>::negative_slope};
    out.fill("select($slope * x, x, x >= 0.0f)", {{"slope", slope.view()}});
  }
};

template <auto... Attributes>
struct formula<op::hard_sigmoid_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept {
    constexpr line along = op::hard_sigmoid_<Attributes...>::along;
    const real_literal slope{along.slope};
    const real_literal offset{along.offset};
    out.fill("clamp($slope * x + $offset, 0.0f, 1.0f)", {{"slope", slope.view()}, {"offset", offset.view()}});
  }
};

template <auto... Attributes>
struct formula<op::hard_swish_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("x * clamp(x + 3.0f, 0.0f, 6.0f) / 6.0f"); }
};

template <auto... Attributes>
struct formula<op::sigmoid_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("1.0f / (1.0f + exp(-x))"); }
};

template <auto... Attributes>
struct formula<op::tanh_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("tanh(x)"); }
};

template <auto... Attributes>
struct formula<op::requantize_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("x"); }
};

template <auto... Attributes>
struct formula<op::abs_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("fabs(x)"); }
};

template <auto... Attributes>
struct formula<op::exp_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("exp(x)"); }
};

template <auto... Attributes>
struct formula<op::log_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("log(x)"); }
};

template <auto... Attributes>
struct formula<op::neg_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("-x"); }
};

template <auto... Attributes>
struct formula<op::rsqrt_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("1.0f / sqrt(x)"); }
};

template <auto... Attributes>
struct formula<op::softplus_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("fmax(x, 0.0f) + log1p(exp(-fabs(x)))"); }
};

template <auto... Attributes>
struct formula<op::sqrt_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("sqrt(x)"); }
};

template <auto... Attributes>
struct formula<op::square_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("x * x"); }
};

template <auto... Attributes>
struct formula<op::elu_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept {
    const real_literal limit{op::elu_<Attributes...>::limit};
    out.fill("select($limit * expm1(x), x, x >= 0.0f)", {{"limit", limit.view()}});
  }
};

template <auto... Attributes>
struct formula<op::ceil_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("ceil(x)"); }
};

template <auto... Attributes>
struct formula<op::erf_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("erf(x)"); }
};

template <auto... Attributes>
struct formula<op::floor_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("floor(x)"); }
};

template <auto... Attributes>
struct formula<op::round_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("rint(x)"); }
};

template <auto... Attributes>
struct formula<op::sign_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("sign(x)"); }
};

template <auto... Attributes>
struct formula<op::mish_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept { out.put("x * tanh(fmax(x, 0.0f) + log1p(exp(-fabs(x))))"); }
};

template <auto... Attributes>
struct formula<op::celu_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept {
    const real_literal limit{op::celu_<Attributes...>::limit};
    out.fill("select($limit * expm1(x / $limit), x, x >= 0.0f)", {{"limit", limit.view()}});
  }
};

template <auto... Attributes>
struct formula<op::selu_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept {
    const real_literal limit{op::selu_<Attributes...>::limit};
    const real_literal factor{op::selu_<Attributes...>::factor};
    out.fill("$factor * select($limit * expm1(x), x, x >= 0.0f)", {{"limit", limit.view()}, {"factor", factor.view()}});
  }
};

template <auto... Attributes>
struct formula<op::thresholded_relu_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept {
    const real_literal threshold{op::thresholded_relu_<Attributes...>::threshold};
    out.fill("select(0.0f * x, x, x > $threshold)", {{"threshold", threshold.view()}});
  }
};

template <auto... Attributes>
struct formula<op::gelu_<Attributes...>> {
  static constexpr void put(text_writer& out) noexcept {
    out.put(op::gelu_<Attributes...>::by_tanh
                ? "x / (1.0f + exp(-1.595769122f * (x + 0.044715f * x * x * x)))"
                : "0.5f * x * erfc(-0.707106781f * x)");
  }
};

template <class Operator>
concept has_formula = requires(text_writer& out) { formula<Operator>::put(out); };

}  // namespace tenon::adreno_kernels
