// SPDX-License-Identifier: Apache-2.0
// What an operator must say of itself, and what it may offer to passes. Passes know operators only through this file.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/core/integer_array.hpp>
#include <tenon/core/tensor.hpp>
#include <tenon/op/attribute.hpp>

namespace tenon {

/// Takes any number of inputs, at least one.
inline constexpr int any_number = -1;

/// What an operator makes of its inputs: the type of its result, or a sentence that says why it refuses them.
struct inferred {
  edge_type edge{};
  std::string_view fault{};
};

/// The result of an operator that accepts its inputs.
constexpr inferred accept(element type, const shape& extents, encoding code = {}) noexcept {
  return {{{type, extents}, code}, {}};
}

/// The result of an operator that refuses its inputs; the sentence reads `tenon: <what is wrong>; <what to do>`.
constexpr inferred refuse(std::string_view sentence) noexcept { return {{}, sentence}; }

/// One trained array that an operator needs, bound as "<node>.<name>".
struct parameter {
  std::string_view name{};
  int size = 0;
  bool required = true;
};

/// The trained arrays of an operator.
struct parameter_list {
  std::array<parameter, 4> items{};
  int count = 0;

  constexpr const parameter* begin() const noexcept { return items.data(); }
  constexpr const parameter* end() const noexcept { return items.data() + count; }
};

/// The trained arrays bound to one node, by name; a missing one is empty. An array is either real or made of integers.
struct parameter_source {
  struct entry {
    std::string_view name{};
    std::span<const float> values{};
    integer_array integers{};
  };
  std::array<entry, 8> entries{};
  int count = 0;
  /// Added to the variance of a batch normalization that was folded into the node ("affine.mean" and so on).
  float affine_epsilon = 0.0f;

  constexpr void add(std::string_view name, std::span<const float> values, const integer_array& integers = {}) noexcept {
    entries[static_cast<std::size_t>(count++)] = {name, values, integers};
  }
  constexpr std::span<const float> find(std::string_view name) const noexcept {
    for (int i = 0; i < count; ++i)
      if (entries[static_cast<std::size_t>(i)].name == name) return entries[static_cast<std::size_t>(i)].values;
    return {};
  }
  constexpr integer_array find_integers(std::string_view name) const noexcept {
    for (int i = 0; i < count; ++i)
      if (entries[static_cast<std::size_t>(i)].name == name) return entries[static_cast<std::size_t>(i)].integers;
    return {};
  }
};

/// The parameters of an operator that needs none.
struct no_parameters {
  friend bool operator==(const no_parameters&, const no_parameters&) = default;
};

/// How the encoding of a quantized result comes to be.
enum class encoding_rule : std::uint8_t {
  calibrated,     ///< from the encodings bound to the edge's name
  same_as_input,  ///< values only move: the encoding of the first input
  fixed,          ///< the operator's own, `prescribed_encoding`
  none,           ///< the result is not quantized (indices, real numbers)
};

/// A word of the vocabulary: its name, its inputs, and the type of its result.
template <class Operator>
concept operation = requires(std::span<const edge_type> inputs) {
  { Operator::word } -> std::convertible_to<std::string_view>;
  { Operator::arity } -> std::convertible_to<int>;
  { Operator::infer(inputs) } -> std::same_as<inferred>;
};

/// Needs trained arrays: `parameters_for(inputs)` lists them.
template <class Operator>
concept has_parameters = requires(std::span<const edge_type> inputs) {
  { Operator::parameters_for(inputs) } -> std::same_as<parameter_list>;
};

/// Holds what the caller gives to a run.
template <class Operator>
concept reads_input = requires { requires Operator::is_input; };

/// Holds values that the compiler knows.
template <class Operator>
concept holds_constant = requires { requires Operator::is_constant; };

/// Holds what an earlier run left, or else its initial values; `assigns_state` (graph/graph.hpp) says who leaves them.
template <class Operator>
concept holds_state = requires { requires Operator::is_state; };

/// Bounds its result by `bounds`, and by nothing else: relu, relu6, clip.
template <class Operator>
concept offers_clamp = requires {
  { Operator::bounds } -> std::convertible_to<clamp>;
};

/// Can bound its own result, so that an activation after it costs nothing.
template <class Operator>
concept absorbs_clamp = requires { requires Operator::absorbs_clamp; };

/// Multiplies and shifts each channel by trained numbers: batch_norm.
template <class Operator>
concept offers_affine = requires {
  { Operator::affine_epsilon } -> std::convertible_to<float>;
};

/// Can multiply and shift its output channels in its own kernel and bias.
template <class Operator>
concept absorbs_affine = requires { requires Operator::absorbs_affine; };

/// Surrounds an image with zeros: `image_padding` says how much.
template <class Operator>
concept offers_padding = requires {
  { Operator::image_padding } -> std::convertible_to<padding>;
};

/// Slides a window that can start outside the image: `with_padding<More>` adds rows and columns of zeros.
template <class Operator>
concept absorbs_padding = requires { requires Operator::absorbs_padding; };

/// Adds two equal shapes: the sum can be formed where one of the terms is made.
template <class Operator>
concept offers_addition = requires { requires Operator::is_addition; };

/// Can add a second tensor to its result before storing it.
template <class Operator>
concept absorbs_addition = requires { requires Operator::absorbs_addition; };

/// Mixes channels, and can do without those that are dead: `is_zero_output(source, channel)` says which outputs are always
/// 0, `is_unused_input(source, channel, channels)` which inputs have no weight. Takes the attributes live_outputs and
/// live_inputs.
template <class Operator>
concept drops_channels = requires { requires Operator::drops_channels; };

/// Weighs each channel, the last axis, on its own: `is_unused_input(source, channel, channels)` says which have no
/// weight, `keeps_zero<Channels>(source, channel)` which are 0 where the input is or has no weight. Takes the attribute
/// live_outputs.
template <class Operator>
concept scales_channels = requires { requires Operator::scales_channels; };

/// Makes each channel, the last axis, of the same channel of its only input, and 0 of a channel of zeros; or moves the
/// channels, as they follow each other, behind more axes.
template <class Operator>
concept keeps_zero_channels = requires { requires Operator::keeps_zero_channels; };

/// Leaves every value as it is for these inputs: `is_identity(inputs)`.
template <class Operator>
concept may_be_identity = requires(std::span<const edge_type> inputs) {
  { Operator::is_identity(inputs) } -> std::same_as<bool>;
};

/// Gives the memory of its first input another shape; nothing moves.
template <class Operator>
concept only_reshapes = requires { requires Operator::only_reshapes; };

/// May write its result over its first input, if nobody else reads that.
template <class Operator>
concept works_in_place = requires { requires Operator::works_in_place; };

/// Knows an encoding for its result when none is bound to the edge: `encoding_for(source)`.
template <class Operator>
concept encodes_itself = requires(const parameter_source& source) {
  { Operator::encoding_for(source) } -> std::same_as<encoding>;
};

/// Names how its quantized result is encoded; `calibrated` unless the operator says otherwise.
template <class Operator>
constexpr encoding_rule encoding_rule_of() noexcept {
  if constexpr (requires { Operator::result_encoding; }) return Operator::result_encoding;
  else return encoding_rule::calibrated;
}

/// Multiply-accumulates of one run; 0 for operators that have none.
template <class Operator>
constexpr std::int64_t macs_of(std::span<const edge_type> inputs, const edge_type& output) noexcept {
  if constexpr (requires { Operator::macs(inputs, output); }) return Operator::macs(inputs, output);
  else return 0;
}

/// The encoding that an operator prescribes for its result: `fixed_encoding`, or `fixed_encoding_of_int16`.
template <class Operator>
constexpr encoding prescribed_encoding(element type) noexcept {
  if constexpr (requires { Operator::fixed_encoding_of_int16; })
    return type == i16 ? Operator::fixed_encoding_of_int16 : Operator::fixed_encoding;
  else return Operator::fixed_encoding;
}

/// The encoding that a quantized result of the operator has: its attribute, or what its rule says.
template <class Operator>
constexpr encoding result_encoding(const edge_type& first) noexcept {
  if constexpr (encoding_rule_of<Operator>() == encoding_rule::same_as_input) return first.code;
  else if constexpr (encoding_rule_of<Operator>() == encoding_rule::fixed)
    return prescribed_encoding<Operator>(first.tensor.type);
  else return attribute_of<Operator>(encoded{}).code;
}

}  // namespace tenon
