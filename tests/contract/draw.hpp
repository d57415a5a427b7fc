// SPDX-License-Identifier: Apache-2.0
// Weights, encodings, values and bounds of one draw of a contract test.
#pragma once

#include "contract/distort.hpp"
#include "contract/memory.hpp"

#include <tenon/core/encoding.hpp>
#include <tenon/op/concept.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace tenon_test {

using random_source = std::mt19937;

inline float draw_uniform(random_source& random, float low, float high) {
  return std::uniform_real_distribution<float>{low, high}(random);
}

/// Scales of ordinary networks; one in four is a power of two, where products end in ties.
inline float draw_scale(random_source& random) {
  const float exponent = draw_uniform(random, -9.0f, 1.0f);
  return std::exp2(random() % 4 == 0 ? std::floor(exponent) : exponent);
}

/// Zero points, often at the ends of int8 or in the middle.
inline std::int32_t draw_zero_point(random_source& random) {
  switch (random() % 4) {
    case 0: return -128;
    case 1: return random() % 2 == 0 ? 0 : 127;
    default: return draw_between(random, -128, 127);
  }
}

inline tenon::encoding draw_code(random_source& random) { return {draw_scale(random), draw_zero_point(random)}; }

/// Trained arrays for the parameters of an operator.
class drawn_source {
 public:
  template <class Operator>
  static drawn_source of(random_source& random, std::span<const tenon::edge_type> inputs) {
    drawn_source drawn;
    if constexpr (tenon::has_parameters<Operator>)
      for (const tenon::parameter& wanted : Operator::parameters_for(inputs))
        if (wanted.required || random() % 4 != 0) drawn.add(random, wanted);
    return drawn;
  }

  tenon::parameter_source view() const {
    tenon::parameter_source source;
    for (std::size_t i = 0; i < arrays_.size(); ++i) source.add(names_[i], arrays_[i]);
    return source;
  }

 private:
  void add(random_source& random, const tenon::parameter& wanted) {
    const bool positive = wanted.name == "variance";
    // One array in four holds the extremes only; then all products of a sum can have one sign.
    const bool extreme = random() % 4 == 0;
    const float size = std::exp2(draw_uniform(random, -4.0f, 1.0f));
    std::vector<float> values(static_cast<std::size_t>(wanted.size));
    for (float& value : values) {
      value = extreme ? (random() % 8 == 0 ? -size : size) : size * std::normal_distribution<float>{}(random);
      if (positive) value = std::fabs(value);
    }
    names_.push_back(wanted.name);
    arrays_.push_back(std::move(values));
  }

  std::vector<std::string_view> names_;
  std::vector<std::vector<float>> arrays_;
};

/// Integers: uniform, at the ends of their type, or all of one value.
template <class Integer>
void draw_inputs(random_source& random, tight_array<Integer>& values) {
  using limits = std::numeric_limits<Integer>;
  const auto kind = random() % 6;
  const auto constant = random() % 2 == 0 ? limits::lowest() : limits::max();
  for (auto& value : values)
    value = kind == 0   ? constant
            : kind == 1 ? (random() % 2 == 0 ? limits::lowest() : limits::max())
                        : static_cast<Integer>(random());
}

/// Real numbers of one size, or of many.
inline void draw_inputs(random_source& random, tight_array<float>& values) {
  const bool mixed = random() % 4 == 0;
  for (auto& value : values) {
    value = std::normal_distribution<float>{}(random);
    if (mixed) value *= std::exp2(draw_uniform(random, -12.0f, 12.0f));
    if (random() % 16 == 0) value = random() % 2 == 0 ? 0.0f : -0.0f;
  }
}

/// The same parameters with every weight positive and no bounds: on inputs without signs they give the magnitude of
/// each sum.
template <class Parameters>
void remove_signs(Parameters& p) {
  constexpr float none = std::numeric_limits<float>::infinity();
  if constexpr (requires { p.kernel; p.bias; }) {
    for (auto& weight : p.kernel) weight = std::fabs(weight);
    for (auto& bias : p.bias) bias = std::fabs(bias);
  }
  if constexpr (requires { p.low; p.high; }) p.low = -none, p.high = none;
  if constexpr (requires { p.bounds.low; }) p.bounds.low = -none, p.bounds.high = none;
}

}  // namespace tenon_test
