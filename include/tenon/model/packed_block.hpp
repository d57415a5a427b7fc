// SPDX-License-Identifier: Apache-2.0
// Numbers that are linked instead of known to the compiler: the trained ones, and those that an engine streams.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>

#include <tenon/model/model.hpp>

namespace tenon {

/// The trained numbers of a network as an object holds them, one array after the other: what a packing program reads.
/// Weights whose arrays are bound with bind_linked hold one as `trained_block`.
struct trained_block {
  const unsigned char* bytes = nullptr;
  std::size_t size = 0;
  std::uint32_t crc = 0;  ///< CRC-32 of the bytes
};

/// The packed numbers of one engine as an object holds them: what a packing program has written. The model that runs has
/// weights with one as `packed_block`.
struct packed_block {
  const unsigned char* bytes = nullptr;
  std::size_t size = 0;
  /// CRC-32 of all packed parameters and constants of the engine in the order of its nodes, linked or not.
  std::uint32_t weight_crc = 0;
  /// Of the engine that they were packed for (engine/numbers.hpp).
  std::uint64_t layout = 0;
};

/// Weights that say where an engine finds its packed numbers.
template <class Weights>
concept has_packed_block = requires {
  { Weights::packed_block } -> std::convertible_to<tenon::packed_block>;
};

/// Weights that say that another object holds the kernels of packed numbers as functions, which it gets from a kernel_unit
/// (engine/kernel_unit.hpp). They need no numbers, so that both objects can be compiled while those are packed.
template <class Weights>
concept links_kernels = requires { requires Weights::kernels_are_linked; };

namespace detail {

template <class Model, class Weights>
struct model_with_weights;
template <class Topology, class Before, class Encodings, class... Policies, class Weights>
struct model_with_weights<model<Topology, Before, Encodings, Policies...>, Weights> {
  using type = model<Topology, Weights, Encodings, Policies...>;
};

}  // namespace detail

/// A model with other weights: `with_weights<kws::model, retrained>`.
template <class Model, class Weights>
using with_weights = typename detail::model_with_weights<Model, Weights>::type;

}  // namespace tenon
