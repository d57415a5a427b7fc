// SPDX-License-Identifier: Apache-2.0
// Turns a fault into one compile error: a sentence, and a type that states the facts.
#pragma once

#include <tenon/core/diagnosis.hpp>
#include <tenon/core/type_list.hpp>
#include <tenon/graph/graph.hpp>

namespace tenon::detail {

/// Fails with the sentence of the fault's kind; `Diagnosis` carries the facts into the message.
template <fault_kind Kind, class Diagnosis>
struct verdict {
  static_assert(Kind != fault_kind::no_output, "tenon: the network has no node; give graph() at least an input");
  static_assert(Kind != fault_kind::duplicate_name,
                "tenon: two nodes have the same name; give every node a name of its own");
  static_assert(Kind != fault_kind::unknown_input,
                "tenon: a node reads a name that no node declares; check the spelling or add the node");
  static_assert(Kind != fault_kind::cycle,
                "tenon: a node reads an edge that is declared at or below it, which is a cycle or a wrong order; "
                "list producers before readers");
  static_assert(Kind != fault_kind::wrong_arity,
                "tenon: an operator has too few or too many inputs; connect as many as it takes");
  static_assert(Kind != fault_kind::refused_inputs,
                "tenon: an operator refuses its inputs or attributes; `says` in this message tells why and what to do");
  static_assert(Kind != fault_kind::missing_parameter,
                "tenon: the weights lack an array that a node needs; bind the name that `says` shows");
  static_assert(Kind != fault_kind::wrong_parameter_size,
                "tenon: a bound array has not as many elements as its node needs; export it again or mend the node");
  static_assert(Kind != fault_kind::missing_encoding,
                "tenon: an edge of a quantized network has no encoding; calibrate again, or keep<f32, ...> its node");
  static_assert(Kind != fault_kind::no_kernel,
                "tenon: no backend in the policy has a kernel for a node; add one to on<...>, include its header, or "
                "keep<f32, ...> the node");
  static constexpr bool fine = Kind == fault_kind::none;
};


}  // namespace tenon::detail

namespace tenon {

/// Stops the compilation with one sentence if the fault is one, naming the node and its operator.
template <class Graph, const fault& Fault>
consteval bool verify() {
  if constexpr (Fault.kind == fault_kind::none) {
    return true;
  } else if constexpr (Fault.node < 0) {
    return detail::verdict<Fault.kind, diagnosis<>>::fine;
  } else {
    using faulty = at<Graph, static_cast<std::size_t>(Fault.node)>;
    constexpr auto sentence = to_fixed_string<Fault.detail.size()>(Fault.detail);
    return detail::verdict<Fault.kind, diagnosis<in_node<faulty::name>, says<sentence>, for_operator<typename faulty::op>>>::fine;
  }
}

}  // namespace tenon
