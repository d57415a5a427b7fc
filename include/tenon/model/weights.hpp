// SPDX-License-Identifier: Apache-2.0
// Trained arrays, bound to parameters of a network by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/core/fixed_string.hpp>

namespace tenon {

/// Binds an array (an inline constexpr std::array or C array of float) to the parameter `Name`, as in
/// `bind<"stem.kernel", stem_kernel>`.
template <fixed_string Name, const auto& Array>
struct bind {
  static constexpr std::string_view name = Name.view();
  static constexpr std::uint64_t hash = hash_of(Name.view());
  static constexpr std::span<const float> values{Array};
};

/// One bound array.
struct bound_array {
  std::string_view name{};
  std::uint64_t hash{};
  std::span<const float> values{};
};

/// All arrays of a network. The type carries no numbers: arrays are named, not copied.
template <class... Bindings>
struct weights {
  static constexpr std::array<bound_array, sizeof...(Bindings)> arrays{
      bound_array{Bindings::name, Bindings::hash, Bindings::values}...};

  /// The array bound to a name, or an empty one.
  static constexpr std::span<const float> find(std::string_view name) noexcept {
    const std::uint64_t hash = hash_of(name);
    for (const bound_array& array : arrays)
      if (array.hash == hash && array.name == name) return array.values;
    return {};
  }

  /// The array bound to "<node>.<parameter>", or an empty one.
  static constexpr std::span<const float> find(std::string_view node, std::string_view parameter) noexcept {
    const std::uint64_t hash = hash_of(parameter, hash_of(".", hash_of(node)));
    for (const bound_array& array : arrays)
      if (array.hash == hash && array.name.size() == node.size() + 1 + parameter.size() && array.name.starts_with(node) &&
          array.name[node.size()] == '.' && array.name.ends_with(parameter))
        return array.values;
    return {};
  }
};

}  // namespace tenon
