// SPDX-License-Identifier: Apache-2.0
// Runs a one-input operator on kryo and on the reference, over shapes, encodings and values, and compares.
#pragma once

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/reference/backend.hpp>

#include <contract/generator.hpp>
#include <contract/rounds.hpp>
#include <op/one_input.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <utility>

namespace tenon_test {

/// Drawn shapes, and by hand single elements, long rows and all six axes.
template <tenon::element Type>
struct awkward_shapes {
  template <class Check>
  static void for_each(const Check& check) {
    using tenon::tensor;
    [&]<unsigned... Seed>(std::integer_sequence<unsigned, Seed...>) {
      (check.template operator()<tenon::tensor_type{Type, draw_shape(Seed)}>(), ...);
    }(std::make_integer_sequence<unsigned, 10>{});
    check.template operator()<tensor<Type, 1>::value>();
    check.template operator()<tensor<Type, 1, 4, 4, 2, 2, 1>::value>();
    check.template operator()<tensor<Type, 1, 257>::value>();
    check.template operator()<tensor<Type, 3, 7, 61>::value>();
  }
};

/// Numbers of all sizes, and the ugly ones: both zeros, infinities, tiny and huge numbers.
inline float draw_real(std::mt19937& random) {
  constexpr std::array<float, 12> ugly{0.0f,   -0.0f,  1e-38f, -1e-38f, 3e38f, -3e38f,
                                       88.72f, -88.0f, 0.5f,   -0.5f,   3.0f,  -3.0f};
  if (random() % 8 == 0) return ugly[random() % ugly.size()];
  const float size = std::exp2(static_cast<float>(static_cast<int>(random() % 20) - 12));
  return std::normal_distribution<float>{}(random)*size;
}

inline tenon::encoding draw_encoding(std::mt19937& random) {
  if (random() % 6 == 0) return encoding_pairs[random() % encoding_pairs.size()][random() % 2];
  const float scale = std::exp2(std::uniform_real_distribution<float>{-10.0f, 3.0f}(random));
  return {scale, static_cast<int>(random() % 256) - 128};
}

template <class Type, std::size_t Size>
std::array<Type, Size> draw_values(std::mt19937& random) {
  std::array<Type, Size> x{};
  for (auto& value : x) {
    if constexpr (std::is_same_v<Type, float>)
      value = draw_real(random);
    else
      value = static_cast<Type>(random());
  }
  return x;
}

/// Within 1e-5 relative; below the normal numbers, where SIMD units flush to zero, absolute.
inline bool is_near(float a, float b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return std::fabs(a - b) <=
         1e-5f * std::fmax(std::fabs(a), std::fabs(b)) + 2.0f * std::numeric_limits<float>::min();
}

/// How results are compared: every bit, or within what the contract allows for real numbers.
enum class agreement { exact, near };

template <class Y>
int differences(const Y& a, const Y& b, agreement wanted) {
  int count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool close =
        wanted == agreement::near && is_near(static_cast<float>(a[i]), static_cast<float>(b[i]));
    count += !close && a[i] != b[i];
  }
  return count;
}

/// The number of elements that differ between the backends over `Draws` draws of encodings and values.
template <class Operator, tenon::tensor_type Input, class Rounding, agreement Wanted, int Draws = 50>
int differences_over_draws(unsigned seed) {
  std::mt19937 random(seed_of_round(seed));
  int count = 0;
  for (int draw = 0; draw < Draws; ++draw) {
    count_case_of<Operator, tenon::kryo, tenon::storage_t<Input.type>>();
    const auto x = draw_values<tenon::storage_t<Input.type>, static_cast<std::size_t>(Input.size())>(random);
    const auto in = draw_encoding(random);
    const auto out = draw_encoding(random);
    count += differences(run_one<tenon::kryo, Operator, Input, Rounding>(x, in, out),
                         run_one<tenon::reference, Operator, Input, Rounding>(x, in, out), Wanted);
  }
  return count;
}

/// All awkward shapes; `Type` is that of the input.
template <class Operator, tenon::element Type, agreement Wanted>
int differences_over_shapes() {
  int count = 0;
  unsigned seed = 1;
  awkward_shapes<Type>::for_each([&]<tenon::tensor_type Input>() {
    count += differences_over_draws<Operator, Input, tenon::rounding::tflite, Wanted>(seed++);
    // Real numbers are not rounded by a policy.
    if constexpr (Wanted == agreement::exact)
      count += differences_over_draws<Operator, Input, tenon::rounding::float32, Wanted>(seed++);
  });
  return count;
}

}  // namespace tenon_test
