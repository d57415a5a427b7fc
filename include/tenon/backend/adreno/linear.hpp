// SPDX-License-Identifier: Apache-2.0
// Sums of products in OpenCL C: numbers in the order in which items stream them, the text of products and of
// stores.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/half.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/op/linear.hpp>

namespace tenon::adreno_kernels {

/// A float or the bits of a half.
template <real_storage Storage>
using stored_real = std::conditional_t<Storage == real_storage::f16, std::uint16_t, float>;

template <real_storage Storage>
constexpr stored_real<Storage> store_real(float value) noexcept {
  if constexpr (Storage == real_storage::f16) return to_half(value);
  else return value;
}

/// Numbers of a float layer; weights as [outputs / lanes][taps][lanes], or [taps][outputs].
template <real_storage Storage, int Outputs, int Taps>
struct packed_reals {
  /// Rounded up to whole words, so that the structure has no padding.
  static constexpr int weights = Storage == real_storage::f16 ? (Outputs * Taps + 1) / 2 * 2 : Outputs * Taps;
  std::array<stored_real<Storage>, std::size_t{weights}> kernel{};
  std::array<float, std::size_t{Outputs}> bias{};
  float low{};
  float high{};
};

/// Numbers of an int8 layer, in the same orders.
template <class Rule, int Outputs, int Taps>
struct packed_integers {
  static constexpr int weights = (Outputs * Taps + 3) / 4 * 4;
  std::array<std::int8_t, std::size_t{weights}> kernel{};
  std::array<std::int32_t, std::size_t{Outputs}> bias{};
  std::array<typename Rule::factor, std::size_t{Outputs}> factors{};
  std::int32_t input_zero_point{};
  std::int32_t kernel_zero_point{};
  std::int32_t output_zero_point{};
  std::int32_t low{};
  std::int32_t high{};
};

/// How the numbers of a layer are packed, and how its text declares them, for one kind of parameters.
template <class Backend, class Parameters>
struct layer;

template <class Backend, class Rule, int Outputs, int Taps>
struct layer<Backend, op::linear_parameters<f32, Rule, Outputs, Taps>> {
  using parameters = op::linear_parameters<f32, Rule, Outputs, Taps>;
  using packed = packed_reals<Backend::reals, Outputs, Taps>;
  static constexpr bool integers = false;
  static constexpr auto helpers = helpers_of<false, Rule>;

  static constexpr packed pack_rest(const parameters& w) noexcept { return {{}, w.bias, w.low, w.high}; }
  static constexpr auto stored(float weight) noexcept { return store_real<Backend::reals>(weight); }

  static constexpr void put_numbers(text_writer& out, bool weights_in_image = false) noexcept {
    out.put_line("typedef struct {");
    if (!weights_in_image)
      out.fill(
          "$type weights[$weights];\n",
          {{"type", Backend::reals == real_storage::f16 ? "ushort" : "float"}, {"weights", packed::weights}});
    out.fill(R"(
float bias[$outputs];
float low;
float high;
} numbers_of_$kernel;

)",
             {{"outputs", Outputs}, {"kernel", "$kernel"}});
  }
};

template <class Backend, class Rule, int Outputs, int Taps>
struct layer<Backend, op::linear_parameters<i8, Rule, Outputs, Taps>> {
  using parameters = op::linear_parameters<i8, Rule, Outputs, Taps>;
  using packed = packed_integers<Rule, Outputs, Taps>;
  static constexpr bool integers = true;
  static constexpr std::string_view scale = words_of<Rule>.scale;
  static constexpr auto helpers = helpers_of<true, Rule>;

  static constexpr packed pack_rest(const parameters& w) noexcept {
    return {{},    w.bias, w.factors, w.input_zero_point, w.kernel_zero_point, w.output_zero_point,
            w.low, w.high};
  }
  static constexpr std::int8_t stored(std::int8_t weight) noexcept { return weight; }

  static constexpr void put_numbers(text_writer& out) noexcept {
    out.fill(R"(
typedef struct {
char weights[$weights];
int bias[$outputs];
$factor factors[$outputs];
int input_zero_point;
int kernel_zero_point;
int output_zero_point;
int low;
int high;
} numbers_of_$kernel;

)",
             {{"weights", packed::weights},
              {"outputs", Outputs},
              {"factor", words_of<Rule>.factor},
              {"kernel", "$kernel"}});
  }
};

/// The texture of a layer's weights, if its policy wants one: a row for four outputs, a column for each tap.
template <class Backend, class Parameters, int Lanes>
constexpr weight_image image_of_weights() noexcept {
  constexpr int rows = Parameters::outputs / 4;
  constexpr bool fits = Parameters::type == f32 && Lanes == 4 && Parameters::taps <= weight_image::largest &&
                        rows <= weight_image::largest;
  if (!Backend::images || !fits) return {};
  return {Parameters::taps, rows, Backend::reals == real_storage::f16};
}

/// Packs weights of the order [output][tap] as [output / lanes][tap][lanes].
template <class Layer, int Lanes>
constexpr typename Layer::packed pack_by_lanes(const typename Layer::parameters& w) noexcept {
  using parameters = typename Layer::parameters;
  typename Layer::packed made = Layer::pack_rest(w);
  auto* const to = made.kernel.data();
  const auto* const from = w.kernel.data();
  std::size_t at = 0;
  for (int first = 0; first < parameters::outputs; first += Lanes)
    for (int tap = 0; tap < parameters::taps; ++tap)
      for (int lane = 0; lane < Lanes; ++lane)
        to[at++] = Layer::stored(from[(first + lane) * parameters::taps + tap]);
  return made;
}

/// Keeps weights of the order [tap][output].
template <class Layer>
constexpr typename Layer::packed pack_as_they_are(const typename Layer::parameters& w) noexcept {
  typename Layer::packed made = Layer::pack_rest(w);
  for (std::size_t i = 0; i < std::size_t{Layer::parameters::outputs * Layer::parameters::taps}; ++i)
    made.kernel[i] = Layer::stored(w.kernel[i]);
  return made;
}

/// Declares the sums of the item's outputs from `o` on, which start with the bias.
template <class Layer>
constexpr void put_start(text_writer& out, int lanes) noexcept {
  out.fill(Layer::integers ? "uint$n sum = as_uint$n(vload$n(0, w->bias + o));\n"
                           : "float$n sum = vload$n(0, w->bias + o);\n",
           {{"n", lanes}});
}

/// Adds the products of `depth` values from `x + from` on with the weights from tap `tap` on of the packed
/// `weights`, a buffer or a texture.
template <class Backend, class Layer>
constexpr void put_products(text_writer& out, int depth, int lanes, bool from_image = false) noexcept {
  const int step = lanes_for(depth, 4);
  const std::string_view load = load_word<Backend>(Layer::integers ? i8 : f32);
  const word words[]{
      {"n", lanes}, {"m", step}, {"depth", depth}, {"vload", load}, {"k", depth != step ? " + k" : ""}};
  if (depth != step) out.fill("for (int k = 0; k < $depth; k += $m) {\n", words);
  out.fill(Layer::integers
               ? "const int$m value = convert_int$m(vload$m(0, x + from$k)) - w->input_zero_point;\n"
               : "const float$m value = $vload$m(0, x + from$k);\n",
           words);
  for (int i = 0; i < step; ++i) {
    const lane value{"value", i, step};
    const tail further = plus(i);
    out.fill(
        Layer::integers
            ? "sum += as_uint$n($value * (convert_int$n(vload$n(tap$k$i, weights)) - w->kernel_zero_point));\n"
        : from_image ? "sum += $value * read_imagef(weights, exact, (int2)(tap$k$i, o / 4));\n"
                     : "sum += $value * $vload$n(tap$k$i, weights);\n",
        {{"n", lanes}, {"k", words[4].text}, {"i", further.view()}, {"value", value.view()}, {"vload", load}});
  }
  if (depth != step) out.put_line("}");
}

/// Brings the sums to the result's numbers and stores them from `y + to` on, or `further` elements after it.
template <class Backend, class Layer>
constexpr void put_store(text_writer& out, int lanes, std::string_view sums = "sum",
                         int further = 0) noexcept {
  const tail behind = plus(further);
  const word words[]{{"n", lanes},
                     {"vstore", store_word<Backend>(Layer::integers ? i8 : f32)},
                     {"sums", sums},
                     {"behind", behind.view()}};
  if constexpr (!Layer::integers) {
    out.fill("$vstore$n(clamp($sums, w->low, w->high), 0, y + to$behind);\n", words);
  } else {
    out.fill("const char$n result = (char$n)(\n", words);
    for (int i = 0; i < lanes; ++i) {
      const lane sum{sums, i, lanes};
      const tail index = plus(i);
      out.fill(
          "store_int8($scale(as_int($sum), w->factors[o$i]), w->output_zero_point, w->low, w->high)$end\n",
          {{"scale", Layer::scale},
           {"sum", sum.view()},
           {"i", index.view()},
           {"end", i + 1 < lanes ? "," : ""}});
    }
    out.fill(");\nvstore$n(result, 0, y + to$behind);\n", words);
  }
}

}  // namespace tenon::adreno_kernels
