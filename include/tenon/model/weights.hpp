// SPDX-License-Identifier: Apache-2.0
// Trained arrays, bound to parameters of a network by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/core/fixed_string.hpp>
#include <tenon/core/hash_index.hpp>
#include <tenon/core/integer_array.hpp>

namespace tenon {

/// The scales of quantized numbers that are bound without any.
inline constexpr std::array<float, 0> no_scales{};

/// One bound array, real or of integers.
struct bound_array {
  std::string_view name{};
  std::uint64_t hash{};
  std::span<const float> values{};
  integer_array integers{};
  bool is_linked = false;  ///< its numbers are not known to the compiler
};

namespace detail {

template <class Element>
inline constexpr bool is_linkable =
    std::is_same_v<Element, float> || std::is_same_v<Element, char> || std::is_same_v<Element, std::int32_t>;
template <class Element>
inline constexpr bool is_bindable = is_linkable<Element> || std::is_same_v<Element, std::int64_t>;

/// The row of an array. A function of its element type, which all bindings share.
template <class Element>
constexpr bound_array row_of_array(std::string_view name, const Element* data, std::size_t size,
                                   std::span<const float> scales, std::int32_t zero_point) noexcept {
  bound_array row{name, hash_of(name)};
  if constexpr (std::is_same_v<Element, float>) row.values = {data, size};
  else if constexpr (std::is_same_v<Element, char>) row.integers = {data, nullptr, size, scales, zero_point};
  else if constexpr (std::is_same_v<Element, std::int32_t>) row.integers = {nullptr, data, size, scales, zero_point};
  else if constexpr (std::is_same_v<Element, std::int64_t>) row.integers = {nullptr, nullptr, size, {}, 0, data};
  return row;
}

constexpr bound_array linked(bound_array row) noexcept {
  row.is_linked = true;
  return row;
}

/// Tells whether a row is that of the parameter "<node>.<parameter>".
struct is_row_of_parameter {
  const bound_array* rows;
  std::string_view node;
  std::string_view parameter;

  constexpr bool operator()(std::size_t row) const noexcept {
    const std::string_view name = rows[row].name;
    return name.size() == node.size() + 1 + parameter.size() && name.starts_with(node) && name[node.size()] == '.' &&
           name.ends_with(parameter);
  }
};

}  // namespace detail

/// Binds an array (inline constexpr) to the parameter `Name`, as in `bind<"stem.kernel", stem_kernel>`: a std::array or C
/// array of float; or integers that were quantized elsewhere and are taken as they are: a string literal that holds an int8
/// in each character with `Scales`, one or one for each output, and a zero point, or an array of int32 for a bias, of int64
/// for one beside int16. int32 with a scale hold int16.
template <fixed_string Name, const auto& Array, const auto& Scales = no_scales, std::int32_t ZeroPoint = 0>
struct bind {
  using element_type = std::remove_cvref_t<decltype(Array[0])>;
  static constexpr bool is_literal = std::is_same_v<element_type, char>;
  static_assert(detail::is_bindable<element_type>,
                "tenon: a bound array is of a type that no parameter has; bind float, int32, int64 or a string of int8");
  static_assert(!is_literal || std::size(Scales) != 0,
                "tenon: bound int8 numbers have no scale; name the array of their scales behind them");

  /// Without the literal's final zero.
  static constexpr bound_array row =
      detail::row_of_array(Name.view(), std::data(Array), std::size(Array) - (is_literal ? 1 : 0), Scales, ZeroPoint);
};

/// Binds an array that is only declared, `extern "C" const float stem_kernel[864]` or one of char (int8) or int32: the
/// compiler knows its size, and its numbers are linked into the program that packs them (model/packed_block.hpp). The
/// scales of int8 are linked like it, or known.
template <fixed_string Name, const auto& Array, const auto& Scales = no_scales, std::int32_t ZeroPoint = 0>
struct bind_linked {
  using element_type = std::remove_cvref_t<decltype(Array[0])>;
  static_assert(detail::is_linkable<element_type>,
                "tenon: a linked array is of a type that no parameter has; bind float, int32, or char for int8");
  static_assert(!std::is_same_v<element_type, char> || std::size(Scales) != 0,
                "tenon: linked int8 numbers have no scale; name the array of their scales behind them");

  static constexpr bound_array row =
      detail::linked(detail::row_of_array(Name.view(), std::data(Array), std::size(Array), Scales, ZeroPoint));
};

/// All arrays of a network. The type carries no numbers: arrays are named, not copied. An array that no node asks for is a
/// fault, as its name may be misspelt; weights that serve several networks say so:
/// `struct weights : tenon::weights<...> { static constexpr bool serves_other_networks = true; };`.
template <class... Bindings>
struct weights {
  static constexpr std::array<bound_array, sizeof...(Bindings)> bound_arrays{Bindings::row...};
  /// True if there are arrays whose numbers the compiler does not know.
  static constexpr bool has_linked = (Bindings::row.is_linked || ...);

  /// The real array bound to a name, or an empty one.
  static constexpr std::span<const float> find(std::string_view name) noexcept {
    const int row = rows.find(hash_of(name), detail::is_row_of<bound_array>{bound_arrays.data(), name});
    return row == rows.no_row ? std::span<const float>{} : bound_arrays[static_cast<std::size_t>(row)].values;
  }

  /// The real array bound to "<node>.<parameter>", or an empty one.
  static constexpr std::span<const float> find(std::string_view node, std::string_view parameter) noexcept {
    return bound(node, parameter).values;
  }

  /// The integers bound to "<node>.<parameter>", or none.
  static constexpr integer_array find_integers(std::string_view node, std::string_view parameter) noexcept {
    return bound(node, parameter).integers;
  }

  /// True if the numbers bound to "<node>.<parameter>" are not known to the compiler.
  static constexpr bool is_linked(std::string_view node, std::string_view parameter) noexcept {
    return bound(node, parameter).is_linked;
  }

  /// Which array is bound to "<node>.<parameter>"; the number of arrays if none is.
  static constexpr std::size_t index_of(std::string_view node, std::string_view parameter) noexcept {
    const int row = rows.find(hash_of(parameter, hash_of(".", hash_of(node))),
                              detail::is_row_of_parameter{bound_arrays.data(), node, parameter});
    return row == rows.no_row ? bound_arrays.size() : static_cast<std::size_t>(row);
  }

 private:
  static constexpr hash_index<sizeof...(Bindings)> rows = index_rows(bound_arrays);

  static constexpr bound_array bound(std::string_view node, std::string_view parameter) noexcept {
    const std::size_t index = index_of(node, parameter);
    return index < bound_arrays.size() ? bound_arrays[index] : bound_array{};
  }
};

/// The integers that weights bind to "<node>.<parameter>"; none where they know real numbers only.
template <class Weights>
constexpr integer_array find_integers_in([[maybe_unused]] std::string_view node,
                                         [[maybe_unused]] std::string_view parameter) noexcept {
  if constexpr (requires { Weights::find_integers(node, parameter); }) return Weights::find_integers(node, parameter);
  else return {};
}

}  // namespace tenon
