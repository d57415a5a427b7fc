// SPDX-License-Identifier: Apache-2.0
// concat: tensors side by side along one axis.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/core/fixed_point.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>

namespace tenon::op {

/// How the int8 of each input become those of the result; inputs in the result's encoding stay as they are.
template <class Rule, std::size_t Inputs>
struct concat_parameters {
  struct change {
    typename Rule::factor factor{};
    std::int32_t zero_point = 0;
  };
  std::array<change, Inputs> changes{};
  std::int32_t zero_point = 0;

  /// True if an input has the encoding of the result.
  constexpr bool keeps(std::size_t input) const noexcept {
    return changes[input].factor == Rule::make_from_real(1.0) && changes[input].zero_point == zero_point;
  }
  template <class Integer>
  [[gnu::always_inline]] constexpr Integer moved(std::size_t input, Integer q) const noexcept {
    constexpr std::int32_t lowest = std::numeric_limits<Integer>::lowest();
    constexpr std::int32_t highest = std::numeric_limits<Integer>::max();
    const std::int32_t scaled = Rule::apply(q - changes[input].zero_point, changes[input].factor);
    const std::int32_t y = wrapping_add(scaled, zero_point);
    return static_cast<Integer>(y < lowest ? lowest : y > highest ? highest : y);
  }
};

/// Joins its inputs along one axis, on which alone they may differ. Attributes: `axis`, the last unless
/// given; `encoded`. Rule: TFLite CONCATENATION; inputs of another encoding than the result's are
/// changed as by QUANTIZE from integers to integers (factor formed in double).
template <auto... Attributes>
struct concat_ {
  static constexpr std::string_view word = "concat";
  using attributes = attribute_types<axis>;
  static constexpr int arity = any_number;

  /// The joined axis counted from the first; outside 0 .. rank - 1 if there is no such axis.
  static constexpr int joined_axis(const shape& extents) noexcept {
    const int given = attribute_or<axis>({-1}, Attributes...).index;
    return given < 0 ? given + extents.rank : given;
  }

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& first = inputs[0].tensor;
    const int along = joined_axis(first.extents);
    if (along < 0 || along >= first.extents.rank)
      return refuse("tenon: concat has an axis that its inputs lack; name one of their axes");
    shape result = first.extents;
    for (const edge_type& next : inputs.subspan(1)) {
      if (next.tensor.type != first.type)
        return refuse("tenon: concat has inputs of different element types; convert them to one");
      if (!fits(next.tensor.extents, first.extents, along))
        return refuse(
            "tenon: concat has inputs that differ on another axis than the joined one; make them equal "
            "there");
      result[along] += next.tensor.extents[along];
    }
    const encoding code = code_of_result(inputs);
    if (is_quantized(first.type) && first.type != i8 && first.type != i16 && !all_encoded(inputs, code))
      return refuse("tenon: concat joins integers of different encodings; requantize its inputs to one");
    return accept(first.type, result, code);
  }

  /// One input in the result's encoding.
  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return inputs.size() == 1 && infer(inputs).edge == inputs[0];
  }

  template <class Call>
  using parameters =
      std::conditional_t<Call::x.type == i8 || Call::x.type == i16,
                         concat_parameters<typename Call::rounding::rescale_rule, Call::input_count>,
                         no_parameters>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&,
                                            [[maybe_unused]] std::span<const edge_type> inputs,
                                            [[maybe_unused]] const edge_type& output) noexcept {
    parameters<Call> made;
    if constexpr (Call::x.type == i8 || Call::x.type == i16) {
      using rule = typename Call::rounding::rescale_rule;
      made.zero_point = output.code.zero_point;
      for (std::size_t i = 0; i < inputs.size(); ++i) {
        const encoding code = inputs[i].code;
        made.changes[i] = {rule::make_from_real(double{code.scale} / double{output.code.scale}),
                           code.zero_point};
      }
    }
    return made;
  }

 private:
  static constexpr bool fits(const shape& next, const shape& first, int along) noexcept {
    if (next.rank != first.rank) return false;
    for (int i = 0; i < first.rank; ++i)
      if (i != along && next[i] != first[i]) return false;
    return true;
  }

  static constexpr bool all_encoded(std::span<const edge_type> inputs, encoding code) noexcept {
    for (const edge_type& input : inputs)
      if (input.code != code) return false;
    return true;
  }

  /// The attribute, or else what the inputs have in common, or else nothing.
  static constexpr encoding code_of_result(std::span<const edge_type> inputs) noexcept {
    if (has_attribute<encoded>(Attributes...)) return attribute_or<encoded>({}, Attributes...).code;
    return all_encoded(inputs, inputs[0].code) ? inputs[0].code : encoding{};
  }
};

/// Edges side by side: `concat<"both", axis{-1}>(left, right)`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, concat_<Attributes...>> concat{};

}  // namespace tenon::op
