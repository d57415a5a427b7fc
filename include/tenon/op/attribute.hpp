// SPDX-License-Identifier: Apache-2.0
// Attributes of operators: one-field structs in any order, and the words that passes add.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>

#include <tenon/core/encoding.hpp>
#include <tenon/core/fixed_string.hpp>
#include <tenon/core/tensor.hpp>

namespace tenon {

/// Rows and columns of a sliding window.
struct window { int rows; int columns; };
/// Step of a sliding window.
struct stride { int rows; int columns; };
/// Distance between the taps of a window; 1 is dense.
struct dilation { int rows; int columns; };
/// Output channels of a convolution.
struct filters { int count; };
/// Independent groups of channels of a convolution.
struct groups { int count; };
/// Output channels for each input channel of a depthwise convolution.
struct multiplier { int count; };
/// Outputs of a dense layer.
struct units { int count; };
/// One axis; negative counts from the last.
struct axis { int index; };
/// The indices `first` to `last` - 1 of an axis.
struct row_range { int axis; int first; int last; };
/// How a convolution of given integers forms input scale * weight scale, of which its factor is made: exactly, or rounded
/// to float32 as LiteRT's kernels for uint8 do, which shows in one of a million results.
enum class scale_product : std::uint8_t { exact, float32 };
/// In what a convolution of int16 sums up its products: int64, brought to the result's scale with one rounding, or int32,
/// with two roundings as from int8 (what TFLite's option quantized_bias_type names).
enum class accumulator : std::uint8_t { int64, int32 };
/// Of a linear operator on real numbers whose weights are integers: it rounds its input to int8 as it runs, by the range
/// of the numbers that it finds there, and multiplies integers. The integers are `symmetric` around zero, or `asymmetric`
/// with a zero point (TFLite's dynamic range quantization). It says nothing where the input is integers anyway.
enum class dynamic_range : std::uint8_t { symmetric, asymmetric };
/// Added to a variance before its square root is taken.
struct epsilon { float value; };

/// Rows and columns added around an image. `same` asks for as much as keeps ceil(extent / stride) outputs, the odd
/// row or column after (TFLite SAME).
struct padding { int top; int bottom; int left; int right; bool same = false; };
inline constexpr padding same_padding{0, 0, 0, 0, true};
inline constexpr padding valid_padding{0, 0, 0, 0, false};

/// Bounds of the result, in real numbers; infinite where there is none.
struct clamp {
  float low = -std::numeric_limits<float>::infinity();
  float high = std::numeric_limits<float>::infinity();
};

/// The encoding of an operator's quantized result.
struct encoded { encoding code; };

/// Where a node's parameters are bound: "<Name>.kernel" and so on. Passes add it, so that a node can change its name.
template <fixed_string Name>
struct parameters_of { static constexpr std::string_view parameter_name = Name.view(); };

/// A batch normalization folded into a node, with the name that binds its parameters.
template <fixed_string Name>
struct affine_of {
  float epsilon;
  static constexpr std::string_view affine_name = Name.view();
};

/// An addition done by the node that makes one of its terms: how that term is encoded and clamped before it is added.
struct residual { encoding code; clamp bounds; };

/// The types of attributes that an operator takes, as `using attributes = attribute_types<window, stride>;`. One that says
/// nothing takes none, but for those that passes give to operators of its kind (op/known_attributes.hpp).
template <class... Types>
struct attribute_types {};

namespace detail {

/// Stands for an attribute of any type.
struct any_attribute {
  template <class Attribute>
  constexpr any_attribute(const Attribute&) noexcept {}
};

/// Keeps the first attribute of a type among those that it is offered. Overloads pick it, as they cost compilers less
/// than one more template for each list of attributes.
template <class Attribute>
struct attribute_picker {
  Attribute chosen;
  bool found = false;

  constexpr void offer(const Attribute& attribute) noexcept {
    if (!found) chosen = attribute, found = true;
  }
  constexpr void offer(const any_attribute&) noexcept {}
};

}  // namespace detail

/// The attribute of a type among others, or `fallback`.
template <class Attribute, class... Attributes>
constexpr Attribute attribute_or(const Attribute& fallback, const Attributes&... attributes) noexcept {
  detail::attribute_picker<Attribute> picker{fallback};
  (picker.offer(attributes), ...);
  return picker.chosen;
}

/// A structure that takes the attributes it knows, each by an overload of `take`; the last overload takes
/// `detail::any_attribute`. One look at all attributes costs compilers less than one for each that may be among them.
template <class Gathered, class... Attributes>
constexpr Gathered collect(const Attributes&... attributes) noexcept {
  Gathered gathered{};
  (gathered.take(attributes), ...);
  return gathered;
}

/// True if an attribute of the type is among the arguments.
template <class Attribute, class... Attributes>
constexpr bool has_attribute(const Attributes&...) noexcept {
  return (std::same_as<Attribute, Attributes> || ...);
}

namespace detail {

template <class Operator>
struct attributes_of;
template <template <auto...> class Operator, auto... Attributes>
struct attributes_of<Operator<Attributes...>> {
  template <class Wanted>
  static constexpr Wanted get(const Wanted& fallback) noexcept { return attribute_or<Wanted>(fallback, Attributes...); }
  template <class Wanted>
  static constexpr bool has() noexcept { return (std::same_as<Wanted, std::remove_cvref_t<decltype(Attributes)>> || ...); }
  template <class Counted>
  static constexpr int count() noexcept {
    return (int{std::same_as<Counted, std::remove_cvref_t<decltype(Attributes)>>} + ... + 0);
  }
};

template <class Kept, class Rest, class Dropped>
struct without;
template <template <auto...> class Operator, auto... Kept, class Dropped>
struct without<Operator<Kept...>, Operator<>, Dropped> {
  using type = Operator<Kept...>;
};
template <template <auto...> class Operator, auto... Kept, auto First, auto... More, class Dropped>
struct without<Operator<Kept...>, Operator<First, More...>, Dropped>
    : without<std::conditional_t<std::same_as<std::remove_cvref_t<decltype(First)>, Dropped>, Operator<Kept...>,
                                 Operator<Kept..., First>>,
              Operator<More...>, Dropped> {};

template <class Operator>
struct empty_of;
template <template <auto...> class Operator, auto... Attributes>
struct empty_of<Operator<Attributes...>> {
  using type = Operator<>;
};

}  // namespace detail

/// The operator's attribute of a type, or `fallback`.
template <class Operator, class Attribute>
constexpr Attribute attribute_of(const Attribute& fallback) noexcept {
  return detail::attributes_of<Operator>::get(fallback);
}

/// True if the operator carries an attribute of the type.
template <class Operator, class Attribute>
inline constexpr bool carries = detail::attributes_of<Operator>::template has<Attribute>();

namespace detail {

template <class Operator, class Attribute, bool Carried = carries<Operator, Attribute>>
struct without_if_carried {
  using type = Operator;
};
template <class Operator, class Attribute>
struct without_if_carried<Operator, Attribute, true> : without<typename empty_of<Operator>::type, Operator, Attribute> {};

}  // namespace detail

namespace detail {

template <auto New, class Attribute>
consteval auto replaced(const Attribute& old) noexcept {
  if constexpr (std::same_as<Attribute, std::remove_cvref_t<decltype(New)>>) return New;
  else return old;
}

template <class Operator, auto Attribute, bool Carried = carries<Operator, std::remove_cvref_t<decltype(Attribute)>>>
struct with;
template <template <auto...> class Operator, auto... Attributes, auto Attribute>
struct with<Operator<Attributes...>, Attribute, false> {
  using type = Operator<Attributes..., Attribute>;
};
template <template <auto...> class Operator, auto... Attributes, auto Attribute>
struct with<Operator<Attributes...>, Attribute, true> {
  using type = Operator<replaced<Attribute>(Attributes)...>;
};

}  // namespace detail

/// The operator without its attribute of a type.
template <class Operator, class Attribute>
using without_attribute = typename detail::without_if_carried<Operator, Attribute>::type;

/// The operator with the attribute, which replaces one of the same type or comes last.
template <class Operator, auto Attribute>
using with_attribute = typename detail::with<Operator, Attribute>::type;

}  // namespace tenon
