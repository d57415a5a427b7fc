// SPDX-License-Identifier: Apache-2.0
// Encodings of a network's edges, bound by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include <tenon/core/encoding.hpp>
#include <tenon/core/fixed_string.hpp>
#include <tenon/core/hash_index.hpp>

namespace tenon {

/// The real distance between two neighbouring integers.
struct scale { float value; };
/// The integer that stands for 0.
struct zero_point { std::int32_t value; };

/// One edge's encoding.
struct bound_encoding {
  std::string_view name{};
  std::uint64_t hash{};
  encoding code{};
};

/// Gives the edge `Name` its encoding: `encode<"stem.relu", scale{0.0235f}, zero_point{-128}>`.
template <fixed_string Name, scale Scale, zero_point ZeroPoint = zero_point{0}>
struct encode {
  static_assert(Scale.value > 0.0f && Scale.value <= std::numeric_limits<float>::max(),
                "tenon: an encoding's scale is no positive number; calibrate again");
  static constexpr bound_encoding row{Name.view(), hash_of(Name.view()), {Scale.value, ZeroPoint.value}};
};

/// The encodings of a network's edges; an empty list leaves the network in real numbers. Every name is that of an edge,
/// unless they are also those of other networks and say so:
/// `struct encodings : tenon::encodings<...> { static constexpr bool serves_other_networks = true; };`.
template <class... Codes>
struct encodings {
  static constexpr std::size_t size = sizeof...(Codes);
  static constexpr std::array<bound_encoding, sizeof...(Codes)> bound_encodings{Codes::row...};

  /// The first row of a name, of which `hash` is the hash; -1 if there is none.
  static constexpr int row_of(std::uint64_t hash, std::string_view name) noexcept {
    return rows.find(hash, detail::is_row_of<bound_encoding>{bound_encodings.data(), name});
  }

  /// The encoding bound to an edge; unknown (scale 0) if there is none.
  static constexpr encoding find(std::string_view name) noexcept {
    const int row = row_of(hash_of(name), name);
    return row < 0 ? encoding{} : bound_encodings[static_cast<std::size_t>(row)].code;
  }

 private:
  static constexpr hash_index<sizeof...(Codes)> rows = index_rows(bound_encodings);
};

}  // namespace tenon
