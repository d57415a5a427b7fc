// SPDX-License-Identifier: Apache-2.0
// Works out in the compiler what a node makes of constants. The reference backend defines every operator, so it is asked.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <tenon/core/requantize.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/computed.hpp>

namespace tenon {

struct reference;

template <class Weights, class Node>
constexpr parameter_source source_of(std::span<const edge_type> inputs) noexcept;

namespace detail {

/// The values of a node without inputs: a bound or computed constant.
template <class Weights, class Node>
inline constexpr auto values_of_constant =
    Node::op::values(source_of<Weights, Node>({}), Node::op::infer({}).edge);

template <class Weights, class Computation>
struct run_computation;
template <class Weights, class Node, class... Inputs>
struct run_computation<Weights, computation<Node, Inputs...>> {
  static constexpr std::array<edge_type, sizeof...(Inputs)> inputs{Inputs::op::infer({}).edge...};
  static constexpr edge_type output = Node::op::infer(inputs).edge;
  using call_type = call<typename Node::op, rounding::tflite, operand{output.tensor, 0},
                         operand{Inputs::op::infer({}).edge.tensor, 0}...>;

  static constexpr auto run() noexcept {
    constexpr bool computable = has_kernel<reference, call_type>;
    static_assert(computable, "tenon: a node that reads only constants is computed by the reference backend; include "
                              "<tenon/backend/reference.hpp>");
    std::array<storage_t<output.tensor.type>, static_cast<std::size_t>(output.tensor.size())> y{};
    if constexpr (computable) {
      using chosen = kernel<reference, call_type>;
      chosen::run(chosen::pack(Node::op::template prepare<call_type>(source_of<Weights, Node>(inputs), inputs, output)),
                  nullptr, y.data(), values_of_constant<Weights, Inputs>.data()...);
    }
    return y;
  }
};

/// The real values of a computed constant.
template <class Weights, class Operator>
inline constexpr auto computed_values = run_computation<Weights, typename Operator::computation_type>::run();

}  // namespace detail
}  // namespace tenon
