// SPDX-License-Identifier: Apache-2.0
// The rules that bring an int32 accumulator to the output's scale, and the policies that choose among them.
#pragma once

#include <tenon/core/fixed_point.hpp>
#include <tenon/core/float_bits.hpp>

#include <bit>
#include <cstdint>
#include <limits>

namespace tenon {

namespace detail {

/// input * weight / output, left to right, each scale widened first; the product is exact.
constexpr double rescaling(float input_scale, float weight_scale, float output_scale) noexcept {
  const double product = static_cast<double>(input_scale) * static_cast<double>(weight_scale);
  return product / static_cast<double>(output_scale);
}

constexpr std::int32_t bit_length(std::uint64_t x) noexcept {
  return 64 - std::countl_zero(x);
}

/// kept * 2^exponent rounded to an integer, halves up, cut to 2^32 so that it stays comparable. `kept` is below 2^55.
constexpr std::uint64_t round_scaled(std::uint64_t kept, std::int32_t exponent) noexcept {
  constexpr std::uint64_t beyond = std::uint64_t{1} << 32;
  const std::int32_t left = exponent < 0 ? 0 : exponent > 33 ? 33 : exponent;
  const std::int32_t right = exponent > 0 ? 0 : exponent < -63 ? 63 : -exponent;
  const std::uint64_t half = (std::uint64_t{1} << right) >> 1;
  const std::uint64_t rounded = (kept + half) >> right;
  const bool is_large = (bit_length(rounded) + left > 33) | (rounded > beyond);
  return math::select(is_large, beyond, rounded << left);
}

/// The size of x: all bits are turned, and one is added, where it is below zero.
constexpr std::uint64_t magnitude(std::int64_t x) noexcept {
  const auto sign = static_cast<std::uint64_t>(x >> 63);
  return (static_cast<std::uint64_t>(x) ^ sign) - sign;
}

constexpr std::int32_t with_sign(std::uint64_t magnitude, bool negative) noexcept {
  const std::uint64_t sign = std::uint64_t{0} - std::uint64_t{negative};
  return saturate_to_int32(static_cast<std::int64_t>((magnitude ^ sign) - sign));
}

}  // namespace detail

/// A Q31 factor and two roundings: LiteRT's reference CONV_2D, DEPTHWISE_CONV_2D, ADD, MUL, MEAN and most
/// others.
struct q31_rule {
  using factor = q31_factor;

  /// The factor of a real number; zero below 2^-32.
  static constexpr factor make_from_real(double real) noexcept {
    return to_q31(real);
  }

  /// The factor input_scale * weight_scale / output_scale, formed in double.
  static constexpr factor make(float input_scale, float weight_scale, float output_scale) noexcept {
    return make_from_real(detail::rescaling(input_scale, weight_scale, output_scale));
  }

  /// accumulator * factor; a factor of 1 or more wraps on overflow, as in `scale32`.
  [[gnu::always_inline]] static constexpr std::int32_t apply(std::int32_t accumulator, factor by) noexcept {
    return scale32(accumulator, by);
  }
  /// The same of a wider accumulator's low 32 bits: what sums that wrap in int32 have left.
  static constexpr std::int32_t apply(std::int64_t accumulator, factor by) noexcept {
    return scale32(static_cast<std::int32_t>(accumulator), by);
  }
};

/// A double factor and one rounding, halves away from zero: LiteRT's reference FULLY_CONNECTED.
///
/// `apply` gives round(double(accumulator) * real) bit for bit, with integers only; it saturates where that
/// leaves int32.
struct double_rule {
  /// The double significand * 2^exponent; the significand has at most 53 bits.
  ///
  /// Three 32-bit words, so that packed parameters have no padding and every byte of them can be checked.
  struct factor {
    std::uint32_t significand_low{};
    std::int32_t significand_high{};
    std::int32_t exponent{};

    constexpr std::int64_t significand() const noexcept {
      return std::int64_t{significand_high} * 0x100000000 + std::int64_t{significand_low};
    }
    friend constexpr bool operator==(const factor&, const factor&) = default;
  };

  /// The factor of a real number, exactly; infinities and NaN give zero.
  static constexpr factor make_from_real(double real) noexcept {
    if (real == 0.0 || math::is_nan(real) || math::is_infinite(real)) return {};
    const auto [fraction, exponent] = math::frexp(real);
    const auto significand = static_cast<std::int64_t>(fraction * 0x1p53);
    const auto low = static_cast<std::uint32_t>(significand & 0xffffffff);
    return {low, static_cast<std::int32_t>(significand >> 32), exponent - 53};
  }

  /// The factor input_scale * weight_scale / output_scale, formed in double.
  static constexpr factor make(float input_scale, float weight_scale, float output_scale) noexcept {
    return make_from_real(detail::rescaling(input_scale, weight_scale, output_scale));
  }

  static constexpr std::int32_t apply(std::int32_t accumulator, factor by) noexcept {
    return scaled({detail::magnitude(accumulator), 0}, accumulator < 0, by);
  }

  /// The same of a 64-bit accumulator, which becomes a double first: 53 bits, halves to even.
  static constexpr std::int32_t apply(std::int64_t accumulator, factor by) noexcept {
    return scaled(rounded(0, detail::magnitude(accumulator)), accumulator < 0, by);
  }

 private:
  struct significant {
    std::uint64_t kept;
    std::int32_t dropped;
  };

  static constexpr std::int32_t scaled(significant x, bool is_negative, factor by) noexcept {
    const significant y = rounded_product(x.kept, detail::magnitude(by.significand()));
    return detail::with_sign(detail::round_scaled(y.kept, by.exponent + x.dropped + y.dropped),
                             is_negative != (by.significand_high < 0));
  }

  /// a * b as a double product has it. Both are at most 2^53, so the exact product has at most 107 bits and none of the
  /// sums overflows.
  static constexpr significant rounded_product(std::uint64_t a, std::uint64_t b) noexcept {
    const std::uint64_t low = (a & 0xffffffff) * (b & 0xffffffff);
    const std::uint64_t middle = (a >> 32) * (b & 0xffffffff) + (a & 0xffffffff) * (b >> 32) + (low >> 32);
    return rounded((a >> 32) * (b >> 32) + (middle >> 32), (middle << 32) | (low & 0xffffffff));
  }

  /// high * 2^64 + low, less than 2^116, as kept * 2^dropped with 53 bits, halves to even.
  static constexpr significant rounded(std::uint64_t high, std::uint64_t low) noexcept {
    const std::int32_t length = math::select(high != 0, 64 + detail::bit_length(high), detail::bit_length(low));
    const std::int32_t dropped = length > 53 ? length - 53 : 0;
    const std::uint64_t mask = (std::uint64_t{1} << dropped) - 1;
    const std::uint64_t kept = ((high << 1) << (63 - dropped)) | (low >> dropped);
    // A half goes up if what is kept is odd; nothing is half where nothing is dropped.
    const std::uint64_t odd = kept & mask & 1;
    const bool up = (low & mask) + odd > (mask + 1) >> 1;
    return {kept + std::uint64_t{up}, dropped};
  }
};

/// A Q31 factor cut to 15 bits and one rounding, halves up, of a 64-bit accumulator: LiteRT's reference convolutions of
/// int16 with a bias of int64.
struct q15_rule {
  using factor = q31_factor;

  static constexpr factor make_from_real(double real) noexcept {
    return to_q31(real);
  }

  /// The factor input_scale * weight_scale / output_scale, formed in double.
  static constexpr factor make(float input_scale, float weight_scale, float output_scale) noexcept {
    return make_from_real(detail::rescaling(input_scale, weight_scale, output_scale));
  }

  static constexpr std::int32_t apply(std::int64_t accumulator, factor by) noexcept {
    return scale64(accumulator, by);
  }
};

/// A float32 factor, one rounding, halves to even: LiteRT's default runtime (XNNPACK), ONNX's QLinear
/// operators.
///
/// `apply` gives rint(float(accumulator) * real) in float32 throughout; it saturates where that leaves int32.
struct float32_rule {
  using factor = float;

  /// The factor of a real number rounded to float32; beyond 2^31 in size, where every product saturates,
  /// 2^31. NaN gives zero.
  static constexpr factor make_from_real(double real) noexcept {
    if (math::is_nan(real)) return 0.0f;
    if (math::abs(real) > 0x1p31) return real < 0.0 ? -0x1p31f : 0x1p31f;
    return static_cast<float>(real);
  }

  /// The factor input_scale * weight_scale / output_scale, both steps in float32 (XNNPACK's
  /// `requantization_scale`).
  static constexpr factor make(float input_scale, float weight_scale, float output_scale) noexcept {
    return make_from_real(static_cast<double>(input_scale * weight_scale / output_scale));
  }

  static constexpr std::int32_t apply(std::int32_t accumulator, factor by) noexcept {
    return round_even_to_int32(static_cast<float>(accumulator) * by);
  }
  static constexpr std::int32_t apply(std::int64_t accumulator, factor by) noexcept {
    return round_even_to_int32(static_cast<float>(accumulator) * by);
  }

 private:
  // On the bits, so that no compiler can contract the product with a rounding step that follows it.
  static constexpr std::int32_t round_even_to_int32(float x) noexcept {
    using limits = std::numeric_limits<std::int32_t>;
    const bool is_inside = math::abs(x) < 0x1p31f;
    const auto rounded = static_cast<std::int32_t>(math::round_even(math::select(is_inside, x, 0.0f)));
    const std::int32_t nearer_end = math::select(x < 0.0f, limits::min(), math::select(x > 0.0f, limits::max(), 0));
    return math::select(is_inside, rounded, nearer_end);
  }
};

/// The rounding policies: each names the rule of every operator family, so that results equal a known
/// runtime's.
namespace rounding {

/// LiteRT's (TensorFlow Lite's) reference kernels, bit for bit.
struct tflite {
  /// conv2d, depthwise_conv2d and transpose_conv2d.
  using conv2d_rule = q31_rule;
  /// The same with inputs of int16, summed up in int64.
  using wide_conv2d_rule = q15_rule;
  /// dense.
  using dense_rule = double_rule;
  /// Changes of scale without weights: integer to integer, elementwise operators, means.
  using rescale_rule = q31_rule;
};

/// One float32 product rounded to even: LiteRT's default runtime for conv2d, depthwise_conv2d and dense.
struct float32 {
  using conv2d_rule = float32_rule;
  using wide_conv2d_rule = float32_rule;
  using dense_rule = float32_rule;
  using rescale_rule = float32_rule;
};

}  // namespace rounding

}  // namespace tenon
