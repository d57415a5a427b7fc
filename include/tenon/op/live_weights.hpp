// SPDX-License-Identifier: Apache-2.0
// Linear operators that lost channels: the weights that are left, and which channels have none.
#pragma once

#include <cstddef>

#include <tenon/core/integer_array.hpp>
#include <tenon/op/attribute.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/given_integers.hpp>
#include <tenon/op/linear_parameters.hpp>
#include <tenon/op/live.hpp>
#include <tenon/op/weight_scheme.hpp>

namespace tenon::op::detail {

template <class Parameters, int Outputs, int Taps>
struct resized;
template <element Type, class Rule, int OldOutputs, int OldTaps, int Outputs, int Taps>
struct resized<linear_parameters<Type, Rule, OldOutputs, OldTaps>, Outputs, Taps> {
  using type = linear_parameters<Type, Rule, Outputs, Taps>;
};

/// What live channels need of the parameters of the whole kernel, whose ranges have decided how weights are quantized.
template <class Operator, class Parameters, kernel_order Order, class Full>
constexpr Parameters select_live(const Full& full) noexcept {
  constexpr auto left = tenon::detail::live_in<Operator>;
  constexpr int channels = left.inputs.is_whole() ? 1 : left.inputs.total;
  using from = channel_walk<Full::outputs, Full::taps, Order>;
  using to = channel_walk<Parameters::outputs, Parameters::taps, Order>;
  Parameters made;
  std::size_t output = 0;
  for (int o = 0; o < Full::outputs; ++o) {
    if (!left.outputs.has(o)) continue;
    made.bias[output] = full.bias[static_cast<std::size_t>(o)];
    if constexpr (Parameters::type != f32) made.factors[output] = full.factors[static_cast<std::size_t>(o)];
    std::size_t at = to::start(output);
    for (int tap = 0; tap < Full::taps; ++tap) {
      if (!left.inputs.has(tap % channels)) continue;
      made.kernel[at] = full.kernel[from::start(static_cast<std::size_t>(o)) + static_cast<std::size_t>(tap) * from::step];
      at += to::step;
    }
    ++output;
  }
  if constexpr (Parameters::type != f32) {
    made.input_zero_point = full.input_zero_point;
    made.kernel_zero_point = full.kernel_zero_point;
    made.output_zero_point = full.output_zero_point;
  }
  made.low = full.low;
  made.high = full.high;
  return made;
}

/// True if an output channel of a node without weights for it is 0: its bias is, and its bounds allow it.
template <class Operator, int Outputs>
constexpr bool keeps_zero(const parameter_source& source, int output) noexcept {
  constexpr clamp bounds = attribute_of<Operator>(clamp{});
  if (bounds.low > 0.0f || bounds.high < 0.0f) return false;
  const integer_array bias = source.find_integers("bias");
  if (!bias.empty()) return bias.wide(static_cast<std::size_t>(output)) == 0;
  return fold<Outputs>(source).bias[static_cast<std::size_t>(output)] == 0.0f;
}

/// True if an output channel is 0 whatever the input is: its weights and its bias are.
template <class Operator, int Outputs>
constexpr bool is_zero_output(const parameter_source& source, int output) noexcept {
  const kernel_zeros kernel{source};
  const std::size_t taps = kernel.size() / std::size_t{Outputs};
  for (std::size_t i = static_cast<std::size_t>(output) * taps; i < (static_cast<std::size_t>(output) + 1) * taps; ++i)
    if (!kernel.is_zero(i)) return false;
  return keeps_zero<Operator, Outputs>(source, output);
}

/// True if all weights of an input channel are 0.
constexpr bool is_unused_input(const parameter_source& source, int input, int channels) noexcept {
  const kernel_zeros kernel{source};
  for (std::size_t i = static_cast<std::size_t>(input); i < kernel.size(); i += static_cast<std::size_t>(channels))
    if (!kernel.is_zero(i)) return false;
  return true;
}

}  // namespace tenon::op::detail
