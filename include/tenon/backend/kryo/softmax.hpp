// SPDX-License-Identifier: Apache-2.0
// softmax on the kryo backend.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/batches.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/softmax.hpp>

namespace tenon {

/// Real numbers in batches, row by row; within 1e-5 of the reference.
template <class Isa, calls<op::softmax_> Call>
  requires all_elements<Call, f32>
struct kernel<kryo_on<Isa>, Call> {
  using packed = no_parameters;
  using floats = kryo_kernels::floats;
  static constexpr std::string_view variant = "batches";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, float* y, const float* x) noexcept {
    for (int row = 0; row < Call::x.size() / length; ++row, x += length, y += length) {
      const float largest = largest_of(x);
      kryo_kernels::transform<length>(
          x, y, [largest](floats values) __attribute__((always_inline)) {
            return xsimd::exp((values - largest) * Call::op::factor);
          });
      const float sum = sum_of(y);
      kryo_kernels::transform<length>(
          y, y, [sum](floats values) __attribute__((always_inline)) { return values / sum; });
    }
  }

 private:
  static constexpr int length = Call::x.extents.from_end(0);
  static constexpr int lanes = kryo_kernels::float_lanes;

  [[gnu::always_inline]] static float largest_of(const float* x) noexcept {
    if constexpr (length < lanes) {
      float largest = x[0];
      for (int i = 1; i < length; ++i) largest = x[i] > largest ? x[i] : largest;
      return largest;
    } else {
      return kryo_kernels::largest_of<length>(x);
    }
  }

  [[gnu::always_inline]] static float sum_of(const float* y) noexcept {
    constexpr int whole = length / lanes * lanes;
    floats sums(0.0f);
    for (int i = 0; i < whole; i += lanes) sums += floats::load_unaligned(y + i);
    if constexpr (whole < length) sums += kryo_kernels::load_part(y + whole, length - whole, 0.0f);
    alignas(64) std::array<float, floats::size> each;
    sums.store_aligned(each.data());
    float sum = 0.0f;
    for (const float value : each) sum += value;
    return sum;
  }
};

/// Integers by the table of exponentials; long rows make a table of their 256 possible results first.
template <class Isa, calls<op::softmax_> Call>
  requires all_elements<Call, i8>
struct kernel<kryo_on<Isa>, Call> {
  using packed = op::softmax_parameters;
  static constexpr int length = Call::x.extents.from_end(0);
  static constexpr bool is_long = length > 256;
  static constexpr std::string_view variant = is_long ? "row_table" : "table";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    for (int row = 0; row < Call::x.size() / length; ++row, x += length, y += length) {
      std::int8_t largest = x[0];
      for (int i = 1; i < length; ++i) largest = x[i] > largest ? x[i] : largest;
      std::int64_t sum = 0;
      for (int i = 0; i < length; ++i)
        sum += op::softmax_share::part(w.exponentials[distance(largest, x[i])]);
      const auto share = op::softmax_share::of_sum(sum);
      if constexpr (is_long) {
        std::array<std::int8_t, 256> shares;
        for (std::size_t i = 0; i < 256; ++i) shares[i] = share(w.exponentials[i]);
        for (int i = 0; i < length; ++i) y[i] = shares[distance(largest, x[i])];
      } else {
        for (int i = 0; i < length; ++i) y[i] = share(w.exponentials[distance(largest, x[i])]);
      }
    }
  }

 private:
  [[gnu::always_inline]] static std::size_t distance(std::int8_t largest, std::int8_t x) noexcept {
    return static_cast<std::size_t>(largest - x);
  }
};

/// int16 by the formulas of the reference; each exponential is looked up once.
template <class Isa, calls<op::softmax_> Call>
  requires all_elements<Call, i16>
struct kernel<kryo_on<Isa>, Call> {
  using integer = storage_t<Call::x.type>;
  using packed = op::int16_softmax_parameters<integer>;
  static constexpr std::string_view variant = "formula";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int16_t* y,
                                         const std::int16_t* x) noexcept {
    constexpr int length = Call::x.extents.from_end(0);
    for (int row = 0; row < Call::x.size() / length; ++row, x += length, y += length) {
      std::int16_t largest = x[0];
      for (int i = 1; i < length; ++i) largest = x[i] > largest ? x[i] : largest;
      std::int32_t sum = 0;
      for (int i = 0; i < length; ++i) {
        const std::int32_t exponential = w.exponential(largest - x[i]);
        sum = wrapping_add(sum, exponential);
        y[i] = static_cast<std::int16_t>(exponential);
      }
      const auto share = op::int16_softmax_share<integer>::of_sum(sum);
      for (int i = 0; i < length; ++i) y[i] = share(y[i]);
    }
  }
};

}  // namespace tenon
