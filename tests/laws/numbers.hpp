// SPDX-License-Identifier: Apache-2.0
// Made-up arrays and encodings for any network, chosen by the names of its nodes.
#pragma once

#include <tenon/tenon.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tenon_laws {

constexpr std::uint32_t next_random(std::uint32_t& state) {
  state = state * 1664525u + 1013904223u;
  return state >> 8;
}

inline constexpr std::size_t pool_size = 4096;

/// Weights around zero, some of them zero.
inline constexpr auto weight_pool = [] {
  std::array<float, pool_size> values{};
  std::uint32_t state = 7;
  for (float& value : values) value = static_cast<float>(static_cast<int>(next_random(state) % 2001) - 1000) / 2000.0f;
  return values;
}();
/// Runs of weights and of zeros in turn: channels without a weight.
inline constexpr auto sparse_pool = [] {
  std::array<float, pool_size> values = weight_pool;
  for (std::size_t i = 0; i < pool_size; ++i)
    if (i / 40 % 2 == 0) values[i] = 0.0f;
  return values;
}();
inline constexpr std::array<float, pool_size> zero_pool{};
/// Variances: positive.
inline constexpr auto variance_pool = [] {
  std::array<float, pool_size> values{};
  std::uint32_t state = 11;
  for (float& value : values) value = 0.25f + static_cast<float>(next_random(state) % 1000) / 500.0f;
  return values;
}();

/// Whether a node's weights are sparse, and its biases zero: some are, and all that are called so.
constexpr bool is_sparse(std::string_view node) { return node.starts_with("sparse") || tenon::hash_of(node) % 4 == 0; }

/// A weights<...> that has an array of the right size for every parameter of a topology.
template <class Topology>
struct made_up_weights {
  using graph_type = tenon::graph_of<Topology>;

  static constexpr std::span<const float> find(std::string_view node, std::string_view parameter) noexcept {
    const int index = tenon::index_of<graph_type>(node);
    if (index == tenon::unknown_node) return {};
    const auto at = static_cast<std::size_t>(index);
    const auto inputs = tenon::detail::read_by<tenon::detail::widest<graph_type>()>(
        at, tenon::edges_of<graph_type>.types, tenon::wiring_of<graph_type>);
    for (const tenon::parameter& wanted : tenon::detail::parameters_of_nodes<graph_type>::value[at](inputs))
      if (wanted.name == parameter) return slice(node, parameter, static_cast<std::size_t>(wanted.size));
    return {};
  }

 private:
  static constexpr std::span<const float> slice(std::string_view node, std::string_view parameter,
                                                std::size_t size) noexcept {
    return pool_of(node, parameter).subspan(static_cast<std::size_t>(tenon::hash_of(node) % (pool_size - size)), size);
  }

  static constexpr std::span<const float> pool_of(std::string_view node, std::string_view parameter) noexcept {
    if (parameter == "variance") return variance_pool;
    if (!is_sparse(node)) return weight_pool;
    return parameter == "bias" ? zero_pool : sparse_pool;
  }
};

/// An encodings<...> that knows every edge.
struct made_up_encodings {
  static constexpr std::size_t size = 1;

  static constexpr tenon::encoding find(std::string_view name) noexcept {
    const std::uint64_t hash = tenon::hash_of(name);
    return {0.01f + static_cast<float>(hash % 64) / 1024.0f, static_cast<std::int32_t>(hash / 64 % 41) - 20};
  }
};

}  // namespace tenon_laws
