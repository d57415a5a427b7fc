// SPDX-License-Identifier: Apache-2.0
// OpenCL C functions that kernels call: vectors of one lane, the rounding rules of core/requantize.hpp, dot
// products.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include <tenon/core/requantize.hpp>

namespace tenon::adreno_kernels {

/// Lets texts name vectors of one lane as they name others.
inline constexpr std::string_view one_lane_helper = R"(// Vectors of one lane.
typedef char char1;
typedef uchar uchar1;
typedef int int1;
typedef uint uint1;
typedef float float1;
#define vload1(offset, p) (p)[offset]
#define vstore1(value, offset, p) (p)[offset] = (value)
#define vload_half1(offset, p) vload_half(offset, p)
#define vstore_half1(value, offset, p) vstore_half(value, offset, p)
#define convert_char1(value) convert_char(value)
#define convert_int1(value) convert_int(value)
#define convert_uint1(value) convert_uint(value)
#define convert_float1(value) convert_float(value)
#define as_int1(value) as_int(value)
#define as_uint1(value) as_uint(value)
)";

/// Sums modulo 2^32, and the store of an int8 result.
inline constexpr std::string_view store_helper = R"(// a + b modulo 2^32.
int wrapping_add(int a, int b) {
  return as_int(as_uint(a) + as_uint(b));
}

// a - b modulo 2^32.
int wrapping_subtract(int a, int b) {
  return as_int(as_uint(a) - as_uint(b));
}

// Moves a scaled value to the zero point and cuts it to its bounds.
char store_int8(int scaled, int zero_point, int low, int high) {
  return (char)clamp(wrapping_add(scaled, zero_point), low, high);
}
)";

/// `tenon::high_multiply` and `tenon::rounding_shift_right`, in 32 bits.
inline constexpr std::string_view fixed_point_helper = R"(// a * b / 2^31 rounded to nearest, halves up.
int high_multiply(int a, int b) {
  const uint low = as_uint(a) * as_uint(b) + 0x40000000u;
  const uint high = as_uint(mul_hi(a, b)) + (low < 0x40000000u ? 1u : 0u);
  return a == INT_MIN && b == INT_MIN ? INT_MAX : as_int(high << 1 | low >> 31);
}

// x / 2^count rounded halves away from zero.
int rounding_shift_right(int x, int count) {
  const int n = clamp(count, 0, 31);
  const int mask = as_int((1u << n) - 1u);
  const int threshold = as_int(as_uint(mask) >> 1) + (x < 0 ? 1 : 0);
  return count > 31 ? 0 : (x >> n) + ((x & mask) > threshold ? 1 : 0);
}
)";

/// `tenon::scale32`.
inline constexpr std::string_view q31_helper = R"(// A factor of multiplier * 2^(exponent - 31).
typedef struct {
  int multiplier;
  int exponent;
} q31_factor;

// x times the factor, rounded twice.
int scale_q31(int x, q31_factor by) {
  const uint raised = by.exponent > 31 ? 0u : as_uint(x) << max(by.exponent, 0);
  return rounding_shift_right(high_multiply(as_int(raised), by.multiplier), by.exponent < -32 ? 32 : -by.exponent);
}
)";

/// `tenon::double_rule::apply`: a product in double, in integers.
inline constexpr std::string_view double_helper =
    R"(// A factor of significand * 2^exponent, the significand of 53 bits.
typedef struct {
  uint significand_low;
  int significand_high;
  int exponent;
} double_factor;

// x times the factor as a double product rounded halves away from zero, in integers.
int scale_double(int x, double_factor by) {
  const long significand = as_long((ulong)as_uint(by.significand_high) << 32 | by.significand_low);
  const ulong a = abs(x);
  const ulong b = abs(significand);
  const ulong low_product = a * (b & 0xffffffffUL);
  const ulong high = a * (b >> 32) + (low_product >> 32);
  const ulong low = low_product & 0xffffffffUL;
  // The double keeps 53 bits, halves to even.
  const int dropped = max(64 - (int)clz(high) + 32 - 53, 0);
  const ulong cut = low & ((1UL << dropped) - 1UL);
  const ulong half_bit = dropped == 0 ? 1UL : 1UL << (dropped - 1);
  const ulong kept = dropped == 0 ? high << 32 | low : high << (32 - dropped) | low >> dropped;
  const ulong product = kept + (cut > half_bit || (cut == half_bit && (kept & 1UL) != 0) ? 1UL : 0UL);
  const int exponent = by.exponent + dropped;
  const ulong beyond = 1UL << 32;
  ulong size = 0;
  if (exponent >= 0) {
    size = product == 0 ? 0 : exponent > 32 || 64 - (int)clz(product) + exponent > 33 ? beyond : product << exponent;
  } else if (exponent >= -62) {
    size = min((product + (1UL << (-exponent - 1))) >> -exponent, beyond);
  }
  const bool negative = (x < 0) != (by.significand_high < 0);
  return convert_int_sat(negative ? -as_long(size) : as_long(size));
}
)";

/// `tenon::float32_rule::apply`.
inline constexpr std::string_view float32_helper = R"(// x times a float32 factor, halves to even.
int scale_float32(int x, float by) {
  return convert_int_sat_rte(convert_float_rte(x) * by);
}
)";

/// The dot product of four int8 packed into each word: the extension's where the device has it, else the same
/// in plain OpenCL C.
inline constexpr std::string_view dot_helper =
    R"(#if defined(cl_khr_integer_dot_product) || defined(__opencl_c_integer_dot_product_input_4x8bit_packed)
#define dot_int8(a, b) dot_4x8packed_ss_int(a, b)
#else
// The sum of four products of int8.
int dot_int8(uint a, uint b) {
  const int4 products = convert_int4(as_char4(a)) * convert_int4(as_char4(b));
  return products.s0 + products.s1 + products.s2 + products.s3;
}
#endif
)";

/// How texels are read: as they are.
inline constexpr std::string_view texel_helper = R"(// Texels are read by their number, as they are.
__constant sampler_t exact = CLK_NORMALIZED_COORDS_FALSE | CLK_ADDRESS_NONE | CLK_FILTER_NEAREST;
)";

/// Hints on waves, where the device takes them.
inline constexpr std::string_view wave_helper = R"(#if defined(cl_qcom_reqd_sub_group_size)
#pragma OPENCL EXTENSION cl_qcom_reqd_sub_group_size : enable
#define HALF_WAVE __attribute__((qcom_reqd_sub_group_size("half")))
#define FULL_WAVE __attribute__((qcom_reqd_sub_group_size("full")))
#else
#define HALF_WAVE
#define FULL_WAVE
#endif
)";

/// How a rounding rule reads in a text: its type of factor, and its function.
struct rule_words {
  std::string_view factor;
  std::string_view scale;
  std::string_view helper;
};

template <class Rule>
inline constexpr rule_words words_of = [] {
  if constexpr (std::is_same_v<Rule, double_rule>)
    return rule_words{"double_factor", "scale_double", double_helper};
  else if constexpr (std::is_same_v<Rule, float32_rule>)
    return rule_words{"float", "scale_float32", float32_helper};
  else return rule_words{"q31_factor", "scale_q31", q31_helper};
}();

/// What kernels call that change scales by a rule; the others only read and write vectors.
template <bool Integers, class Rule>
inline constexpr auto helpers_of = [] {
  if constexpr (Integers)
    return std::array{one_lane_helper, store_helper, fixed_point_helper, words_of<Rule>.helper};
  else return std::array{one_lane_helper};
}();

/// The helpers of a kernel that reads a texture, too.
template <bool Texels, std::size_t Count>
constexpr auto with_texels(const std::array<std::string_view, Count>& helpers) noexcept {
  if constexpr (!Texels) {
    return helpers;
  } else {
    std::array<std::string_view, Count + 1> made{};
    for (std::size_t i = 0; i < Count; ++i) made[i] = helpers[i];
    made[Count] = texel_helper;
    return made;
  }
}

}  // namespace tenon::adreno_kernels
