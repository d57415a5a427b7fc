// SPDX-License-Identifier: Apache-2.0
// A convolution with a window of one pixel, in planes: lanes are pixels, weights are scalars.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/channel_planes.hpp>
#include <tenon/backend/hexagon/depthwise_taps.hpp>
#include <tenon/backend/hexagon/plane_depthwise.hpp>
#include <tenon/backend/hexagon/plane_scales.hpp>
#include <tenon/backend/hexagon/plane_window.hpp>
#include <tenon/backend/hexagon/requantization.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::hexagon_kernels {

/// What a pointwise convolution over planes streams: for each block of channels and each four input channels, a word of
/// weights a channel, two words together.
template <int Inputs, int Outputs>
struct packed_plane_pointwise {
  /// Output channels that are summed up together: their sums and the activations fill the registers.
  static constexpr int block = 4;
  static constexpr int words = round_up(Inputs, 4) / 4;
  static constexpr int outputs = round_up(Outputs, block);
  std::array<std::int64_t, static_cast<std::size_t>(outputs / 2 * words)> weights{};
  plane_scales<outputs> output{};
  std::array<std::int32_t, static_cast<std::size_t>(outputs)> bias{};
  std::int32_t kernel_zero_point{};
  std::array<std::int32_t, 3> unused{};
};

/// One block of 128 places at a time: four planes are brought together so that a word holds four channels of a pixel,
/// as often as there are planes; then all output channels are computed of them.
template <plane_geometry From, plane_geometry To>
struct plane_pointwise {
  static constexpr int inputs = From.image.channels;
  static constexpr int outputs = To.image.channels;
  using packed = packed_plane_pointwise<inputs, outputs>;
  using padding = plane_padding<To>;
  static constexpr int words = packed::words;
  static constexpr int block = packed::block;
  /// Words of a round of the inner loop; an emulation gains nothing by more than one.
  static constexpr int unrolled = hvx::is_emulated ? 1 : 4;
  static constexpr int gathered_bytes = words * 4 * vector_bytes;
  static constexpr std::size_t scratch = scratch_for(padding::scratch_bytes + gathered_bytes);

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    std::int8_t* const memory = aligned(borrowed);
    std::int8_t* const gathered = memory + padding::scratch_bytes;
    const padding outside(memory, w.output.output.zero_point);
    outside.surround(y);
    // Weights with a zero point and factors above 1 are rare: one form serves them all.
    if (w.kernel_zero_point != 0 || w.output.steps().any_factor)
      return run_blocks<true, rounding_steps{}>(w, outside, gathered, y, x);
    with_steps(w.output, [&]<rounding_steps Steps>() __attribute__((always_inline)) {
      if constexpr (!Steps.any_factor) run_blocks<false, Steps>(w, outside, gathered, y, x);
    });
  }

 private:
  using sums_of_block = std::array<pixel_sums, static_cast<std::size_t>(block)>;
  using results_of_block = std::array<hvx::vector, static_cast<std::size_t>(block)>;

  /// Missing channels are read as the last one; their weights are 0.
  [[gnu::always_inline]] static void gather(std::int8_t* to, const std::int8_t* x) noexcept {
    const auto plane = [&](int channel) __attribute__((always_inline)) {
      return hvx::load_unaligned(x + (channel < inputs ? channel : inputs - 1) * From.plane_bytes());
    };
    for (int word = 0; word < words; ++word, to += 4 * vector_bytes) {
      const int first = word * 4;
      const tap_words pixels = gather_taps(plane(first), plane(first + 1), plane(first + 2), plane(first + 3));
      for (int i = 0; i < 4; ++i) hvx::store(to + i * vector_bytes, pixels[static_cast<std::size_t>(i)]);
    }
  }

  template <bool Affine, rounding_steps Steps>
  [[gnu::always_inline]] static void run_blocks(const packed& w, const padding& outside, std::int8_t* gathered,
                                                std::int8_t* y, const std::int8_t* x) noexcept {
    for (int i = 0; i < From.vectors(); ++i) {
      gather(gathered, x + From.place(0, 0, 0) + i * vector_bytes);
      multiply<Affine, Steps>(w, outside, y + To.place(0, 0, 0) + i * vector_bytes, gathered, i);
    }
  }

  template <bool Affine, rounding_steps Steps>
  [[gnu::always_inline]] static void multiply(const packed& w, const padding& outside, std::int8_t* y,
                                              const std::int8_t* gathered, int index) noexcept {
    using indices = std::make_index_sequence<static_cast<std::size_t>(block)>;
    const output_terms output = w.output.output;
    pixel_sums taken{};
    if constexpr (Affine) taken = sum_of_zero_points(w, gathered);
    const std::int64_t* weights = w.weights.data();
    sums_of_block sums = start<Affine>(w, 0, taken);
    for (int first = 0; first < outputs; first += block) {
      weights = accumulate(sums, weights, gathered);
      const results_of_block results = scale<Steps>(w, output, sums, first, indices{});
      // The next block's, for which there is room beside this one's scaling.
      sums = start<Affine>(w, first + block < outputs ? first + block : first, taken);
      for (int i = 0; i < block; ++i) {
        if (outputs % block != 0 && first + i >= outputs) break;
        hvx::store_unaligned(y + (first + i) * To.plane_bytes(),
                             outside.around(results[static_cast<std::size_t>(i)], index));
      }
    }
  }

  /// All channels of a block before any is stored: numbers that come from memory need not be loaded again then.
  template <rounding_steps Steps, std::size_t... I>
  [[gnu::always_inline]] static results_of_block scale(const packed& w, const output_terms& output,
                                                       const sums_of_block& sums, int first,
                                                       std::index_sequence<I...>) noexcept {
    const std::array scales{channel_scale<Steps>(w.output.factors[static_cast<std::size_t>(first) + I], output)...};
    return {scales[I].join(sums[I])...};
  }

  template <bool Affine>
  [[gnu::always_inline]] static sums_of_block start(const packed& w, int first, const pixel_sums& taken) noexcept {
    sums_of_block sums;
    for (int i = 0; i < block; ++i) {
      const hvx::vector bias = hvx::splat_words(w.bias[static_cast<std::size_t>(first + i)]);
      pixel_sums& own = sums[static_cast<std::size_t>(i)];
      own = {bias, bias, bias, bias};
      if constexpr (Affine)
        for (std::size_t k = 0; k < 4; ++k) own[k] = hvx::subtract_words(own[k], taken[k]);
    }
    return sums;
  }

  [[gnu::always_inline]] static const std::int64_t* accumulate(sums_of_block& sums, const std::int64_t* weights,
                                                               const std::int8_t* gathered) noexcept {
#pragma GCC unroll unrolled
    for (int word = 0; word < words; ++word, gathered += 4 * vector_bytes, weights += block / 2) {
      const tap_words x{hvx::load(gathered), hvx::load(gathered + vector_bytes), hvx::load(gathered + 2 * vector_bytes),
                        hvx::load(gathered + 3 * vector_bytes)};
      for (int pair = 0; pair < block / 2; ++pair) {
        const std::int64_t both = weights[pair];
        add(sums[static_cast<std::size_t>(2 * pair)], x, static_cast<std::int32_t>(both));
        add(sums[static_cast<std::size_t>(2 * pair + 1)], x, static_cast<std::int32_t>(both >> 32));
      }
    }
    return weights;
  }

  [[gnu::always_inline]] static void add(pixel_sums& sums, const tap_words& x, std::int32_t weights) noexcept {
    for (std::size_t k = 0; k < 4; ++k) sums[k] = hvx::dot_unsigned(sums[k], x[k], weights);
  }

  /// What a zero point of the weights adds to the sums of every channel.
  [[gnu::always_inline]] static pixel_sums sum_of_zero_points(const packed& w, const std::int8_t* gathered) noexcept {
    const hvx::vector none = hvx::splat_words(0);
    pixel_sums taken{none, none, none, none};
    for (int word = 0; word < words; ++word, gathered += 4 * vector_bytes) {
      const auto point = [&](int i) { return word * 4 + i < inputs ? w.kernel_zero_point : 0; };
      const tap_words x{hvx::load(gathered), hvx::load(gathered + vector_bytes), hvx::load(gathered + 2 * vector_bytes),
                        hvx::load(gathered + 3 * vector_bytes)};
      add(taken, x, four_weights(point(0), point(1), point(2), point(3)));
    }
    return taken;
  }
};

/// Packs the numbers of a conv2d of one pixel, whose weights stand in the order [output][input].
template <int Inputs, int Outputs, class Parameters>
constexpr packed_plane_pointwise<Inputs, Outputs> pack_plane_pointwise(const Parameters& w) noexcept {
  using packed = packed_plane_pointwise<Inputs, Outputs>;
  packed made;
  made.kernel_zero_point = w.kernel_zero_point;
  made.output.set_output({w.output_zero_point, w.low, w.high});
  const auto weight = [&](int output, int input) {
    return output < Outputs && input < Inputs ? int{w.kernel[static_cast<std::size_t>(output * Inputs + input)]} : 0;
  };
  const auto word_of = [&](int output, int word) {
    const int first = word * 4;
    return four_weights(weight(output, first), weight(output, first + 1), weight(output, first + 2),
                        weight(output, first + 3));
  };
  std::size_t next = 0;
  for (int first = 0; first < packed::outputs; first += packed::block)
    for (int word = 0; word < packed::words; ++word)
      for (int i = 0; i < packed::block; i += 2) {
        const auto lower = static_cast<std::uint32_t>(word_of(first + i, word));
        const auto upper = static_cast<std::uint32_t>(word_of(first + i + 1, word));
        made.weights[next++] = static_cast<std::int64_t>(std::uint64_t{upper} << 32 | lower);
      }
  for (int output = 0; output < Outputs; ++output) {
    const auto at = static_cast<std::size_t>(output);
    std::int32_t sum = 0;
    for (int input = 0; input < Inputs; ++input) sum += weight(output, input) - w.kernel_zero_point;
    made.bias[at] = wrapping_subtract(w.bias[at], wrapping_multiply(w.input_zero_point + 128, sum));
    made.output.set(output, w.factors[at]);
  }
  return made;
}

}  // namespace tenon::hexagon_kernels
