// SPDX-License-Identifier: Apache-2.0
// Runs one operator's kernel on arrays, without a network around it.
#pragma once

#include <tenon/core/requantize.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/concept.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace tenon_test {

/// Types of a call of one operator on inputs of given types; encodings of the inputs are values.
template <class Backend, class Operator, class Rounding, tenon::tensor_type... Inputs>
struct one_call {
  static constexpr std::array<tenon::edge_type, sizeof...(Inputs)> plain{tenon::edge_type{Inputs, {}}...};
  static constexpr tenon::inferred inferred = Operator::infer(plain);
  static constexpr tenon::tensor_type result = inferred.edge.tensor;
  using call = tenon::call<Operator, Rounding, tenon::operand{result, 0}, tenon::operand{Inputs, 0}...>;
  using kernel = tenon::kernel<Backend, call>;
  using array = std::array<tenon::storage_t<result.type>, static_cast<std::size_t>(result.size())>;

  /// The result for inputs of these encodings.
  template <class... Arrays>
  static constexpr array run(const std::array<tenon::encoding, sizeof...(Inputs)>& codes,
                             const Arrays&... inputs) {
    auto edges = plain;
    for (std::size_t i = 0; i < edges.size(); ++i) edges[i].code = codes[i];
    const tenon::edge_type output = Operator::infer(edges).edge;
    const auto packed = kernel::pack(Operator::template prepare<call>({}, edges, output));
    array y{};
    if constexpr (kernel::scratch > 0) {
      alignas(64) std::array<std::byte, kernel::scratch> borrowed{};
      kernel::run(packed, borrowed.data(), y.data(), inputs.data()...);
    } else {
      kernel::run(packed, nullptr, y.data(), inputs.data()...);
    }
    return y;
  }
};

/// The sentence with which an operator refuses inputs of these types; empty if it takes them.
template <class Operator, tenon::tensor_type... Inputs>
constexpr std::string_view refusal() {
  const std::array<tenon::edge_type, sizeof...(Inputs)> inputs{tenon::edge_type{Inputs, {}}...};
  return Operator::infer(inputs).fault;
}

/// An array of extents as a shape.
template <std::size_t Rank>
constexpr tenon::shape shape_from(const std::array<int, Rank>& extents) {
  tenon::shape made;
  for (const int extent : extents) made.push_back(extent);
  return made;
}

/// Calls `check.template operator()<Case>()` for every case of a golden tuple.
template <class Cases, class Check>
constexpr void for_each_case(Check&& check) {
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    (check.template operator()<std::tuple_element_t<Index, Cases>>(), ...);
  }
  (std::make_index_sequence<std::tuple_size_v<Cases>>{});
}

}  // namespace tenon_test
