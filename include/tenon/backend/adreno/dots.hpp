// SPDX-License-Identifier: Apache-2.0
// Sums of int8 products four at a time, by dot products of packed words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/adreno/linear.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::adreno_kernels {

/// Numbers of an int8 layer for dot products; weights as [outputs / lanes][taps / 4][lanes][4].
///
/// Dot products take values and weights as they are stored. The sum of (weight - kernel zero point) * (x -
/// input zero point) is theirs, less kernel zero point * sum of x, plus what does not depend on x, which the
/// bias holds. Taps outside an image read `padding`, the input zero point in each byte, and so add nothing.
template <class Rule, int Outputs, int Taps>
struct packed_dots {
  std::array<std::int8_t, static_cast<std::size_t>(Outputs* Taps)> kernel{};
  std::array<std::int32_t, std::size_t{Outputs}> bias{};
  std::array<typename Rule::factor, std::size_t{Outputs}> factors{};
  std::uint32_t padding{};
  std::int32_t kernel_zero_point{};
  std::int32_t output_zero_point{};
  std::int32_t low{};
  std::int32_t high{};
};

/// A layer whose taps are a multiple of 4.
template <class Parameters>
struct dot_layer;

template <class Rule, int Outputs, int Taps>
struct dot_layer<op::linear_parameters<i8, Rule, Outputs, Taps>> {
  using parameters = op::linear_parameters<i8, Rule, Outputs, Taps>;
  using packed = packed_dots<Rule, Outputs, Taps>;
  static constexpr bool integers = true;
  static constexpr std::string_view scale = words_of<Rule>.scale;
  static constexpr std::array<std::string_view, 5> helpers{one_lane_helper, store_helper, fixed_point_helper,
                                                           words_of<Rule>.helper, dot_helper};

  template <int Lanes>
  static constexpr packed pack(const parameters& w) noexcept {
    packed made;
    std::size_t at = 0;
    for (int first = 0; first < Outputs; first += Lanes)
      for (int tap = 0; tap < Taps; tap += 4)
        for (int lane = 0; lane < Lanes; ++lane)
          for (int k = 0; k < 4; ++k)
            made.kernel[at++] = w.kernel[static_cast<std::size_t>((first + lane) * Taps + tap + k)];
    for (int output = 0; output < Outputs; ++output)
      made.bias[static_cast<std::size_t>(output)] = folded_bias(w, output);
    made.factors = w.factors;
    made.padding = (static_cast<std::uint32_t>(w.input_zero_point) & 0xffu) * 0x01010101u;
    made.kernel_zero_point = w.kernel_zero_point;
    made.output_zero_point = w.output_zero_point;
    made.low = w.low;
    made.high = w.high;
    return made;
  }

  static constexpr void put_numbers(text_writer& out) noexcept {
    out.fill(R"(
typedef struct {
uint weights[$words];
int bias[$outputs];
$factor factors[$outputs];
uint padding;
int kernel_zero_point;
int output_zero_point;
int low;
int high;
} numbers_of_$kernel;

)",
             {{"words", Outputs * Taps / 4},
              {"outputs", Outputs},
              {"factor", words_of<Rule>.factor},
              {"kernel", "$kernel"}});
  }

 private:
  static constexpr std::int32_t folded_bias(const parameters& w, int output) noexcept {
    std::int32_t sum = 0;
    for (int tap = 0; tap < Taps; ++tap)
      sum += w.kernel[static_cast<std::size_t>(output * Taps + tap)] - w.kernel_zero_point;
    return wrapping_subtract(w.bias[static_cast<std::size_t>(output)],
                             wrapping_multiply(w.input_zero_point, sum));
  }
};

/// The numbers and text of a layer: with dot products, or with plain ones.
template <class Backend, class Parameters, bool Dots>
struct choose_layer {
  using type = layer<Backend, Parameters>;
};
template <class Backend, class Parameters>
struct choose_layer<Backend, Parameters, true> {
  using type = dot_layer<Parameters>;
};

/// Points `weights` at those of the item's outputs from `o` on.
constexpr void put_weights(text_writer& out, std::string_view type, int taps, bool dots) noexcept {
  out.fill(dots ? "__global const uint* weights = w->weights + o * $words;\n"
                : "__global const $type* weights = (__global const $type*)w->weights + o * $taps;\n",
           {{"type", type}, {"taps", taps}, {"words", taps / 4}});
}

/// Adds the dot products of `depth` values from `x + from` on with the words of `weights` from tap `tap` on;
/// the values are `padding` where `inside` is false, if there is such a place.
constexpr void put_dot_products(text_writer& out, int depth, int lanes, bool leaves) noexcept {
  const bool loops = depth > 4;
  const word words[]{{"n", lanes},
                     {"depth", depth},
                     {"k", loops ? " + k" : ""},
                     {"inside", leaves ? "inside ? " : ""},
                     {"padding", leaves ? " : w->padding" : ""}};
  if (loops) out.fill("for (int k = 0; k < $depth; k += 4) {\n", words);
  out.fill("const uint value = $(inside)as_uint(vload4(0, x + from$k))$padding;\n", words);
  out.fill(
      "const uint$n four = vload$n((tap$k) / 4, weights);\nvalues += dot_int8(value, 0x01010101u);\nsum += as_uint$n((int$n)(",
      words);
  for (int i = 0; i < lanes; ++i) {
    const lane four{"four", i, lanes};
    out.fill("$(comma)dot_int8(value, $four)", {{"comma", i == 0 ? "" : ", "}, {"four", four.view()}});
  }
  out.put_line("));");
  if (loops) out.put_line("}");
}

/// Takes the kernel's zero point out of the sums, once all values are known.
constexpr void put_end_of_dots(text_writer& out) noexcept {
  out.put_line("sum -= as_uint(w->kernel_zero_point) * as_uint(values);");
}

}  // namespace tenon::adreno_kernels
