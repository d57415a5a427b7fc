// SPDX-License-Identifier: Apache-2.0
// Runs one kernel on numbers of its own making and prints the packets that it took, as the simulator counts
// them.
#pragma once

#include <tests/cross/hexagon/runtime/runtime.hpp>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/kernel/kernel.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace tenon_bench {

using tenon::edge_type;

/// A fixed sequence of numbers.
class sequence {
 public:
  std::uint32_t next() noexcept {
    state_ = state_ * 1664525u + 1013904223u;
    return state_ >> 8;
  }

 private:
  std::uint32_t state_ = 1;
};

/// An operator on inputs of these shapes, all int8; its result and its inputs stored in two orders.
template <class Operator, tenon::storage_order Result, tenon::storage_order Order, tenon::shape... Inputs>
struct stored_call {
  static constexpr std::array<edge_type, sizeof...(Inputs)> edges{edge_type{{tenon::i8, Inputs}, {}}...};
  static constexpr tenon::tensor_type result = Operator::infer(edges).edge.tensor;
  using type = tenon::call<Operator, tenon::rounding::tflite, tenon::operand{result, 0, Result},
                           tenon::operand{{tenon::i8, Inputs}, 0, Order}...>;
  using parameters = typename Operator::template parameters<type>;
  using kernel = tenon::kernel<tenon::hexagon<tenon::v68>, type>;
  static constexpr std::size_t bytes = Result.bytes(result);
};

/// The same, row by row.
template <class Operator, tenon::shape... Inputs>
using measured_call = stored_call<Operator, tenon::row_major, tenon::row_major, Inputs...>;

/// What is held in memory by all cases in turn.
inline constexpr int most_bytes = 1 << 21;
alignas(128) inline std::int8_t first_input[most_bytes];
alignas(128) inline std::int8_t second_input[most_bytes];
alignas(128) inline std::int8_t result[most_bytes];
alignas(128) inline std::byte scratch[2 * most_bytes];

inline void fill_inputs() noexcept {
  sequence drawn;
  for (int i = 0; i < most_bytes; ++i) {
    first_input[i] = static_cast<std::int8_t>(drawn.next());
    second_input[i] = static_cast<std::int8_t>(drawn.next());
  }
}

/// Numbers as a trained layer has them: factors near 2^-9, symmetric weights, a ReLU or none.
template <class Parameters>
void fill_linear(Parameters& w, bool relu) noexcept {
  sequence drawn;
  for (auto& weight : w.kernel) {
    const auto value = static_cast<std::int8_t>(drawn.next());
    weight = value == -128 ? std::int8_t{-127} : value;
  }
  for (auto& bias : w.bias) bias = static_cast<std::int32_t>(drawn.next() % 20000) - 10000;
  for (auto& factor : w.factors)
    factor = {static_cast<std::int32_t>(0x40000000u + (drawn.next() << 4 & 0x3fffffffu)),
              -8 - static_cast<std::int32_t>(drawn.next() % 3)};
  w.input_zero_point = -4;
  w.output_zero_point = relu ? -128 : 3;
  w.low = -128;
  w.high = 127;
}

inline void print_line(std::string_view name, const hexagon_runtime::counters& taken, std::int64_t macs,
                       std::int64_t bytes, std::span<const std::int8_t> values) noexcept {
  hexagon_runtime::digest sum;
  sum.add_all(values);
  hexagon_runtime::print(name);
  for (const std::int64_t number : {std::int64_t{taken.packets}, std::int64_t{taken.hvx_packets}, macs, bytes,
                                    static_cast<std::int64_t>(sum.value())}) {
    hexagon_runtime::print(" ");
    hexagon_runtime::print(number);
  }
  hexagon_runtime::print("\n");
}

/// Prints: name, packets, packets with vector instructions, multiplications, numbers of the result, digest of all bytes of
/// the result.
template <class Case, class Packed>
[[gnu::noinline]] void measure(std::string_view name, const Packed& packed, std::int64_t macs) noexcept {
  static_assert(Case::kernel::scratch <= sizeof scratch && Case::bytes <= most_bytes);
  const auto start = hexagon_runtime::read_counters();
  if constexpr (Case::edges.size() == 1) Case::kernel::run(packed, scratch, result, first_input);
  else Case::kernel::run(packed, scratch, result, first_input, second_input);
  const auto taken = hexagon_runtime::read_counters().since(start);
  print_line(name, taken, macs, Case::result.size(), {result, Case::bytes});
}

}  // namespace tenon_bench
