// SPDX-License-Identifier: Apache-2.0
// Turns a fault into one compile error: a sentence, and a type that states the facts.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/core/diagnosis.hpp>
#include <tenon/core/type_list.hpp>
#include <tenon/graph/graph.hpp>

namespace tenon::detail {

/// Where a sentence can be cut so that a piece has at most `Most` characters: after the last space that leaves it so.
consteval std::size_t piece_of(std::string_view sentence, std::size_t most) noexcept {
  if (sentence.size() <= most) return sentence.size();
  const std::size_t space = sentence.substr(0, most).rfind(' ');
  return space == std::string_view::npos ? most : space + 1;
}

constexpr std::string_view sentence_of(const fault& problem) noexcept { return problem.detail; }
constexpr std::string_view sentence_of(std::string_view text) noexcept { return text; }

/// A sentence, or that of a fault, as one type that compilers print whole. clang spells longer strings as numbers, so there it is
/// cut into pieces between words.
template <const auto& Text, std::size_t From, fixed_string... Pieces>
consteval auto spell() {
#ifdef __clang__
  constexpr std::size_t most = 28;
#else
  constexpr std::size_t most = 1000;
#endif
  constexpr std::string_view rest = sentence_of(Text).substr(From);
  if constexpr (rest.empty()) {
    return says<Pieces...>{};
  } else {
    constexpr std::size_t length = piece_of(rest, most);
    return spell<Text, From + length, Pieces..., to_fixed_string<length>(rest.substr(0, length))>();
  }
}

/// Fails with the sentence of the fault's kind; `Diagnosis` carries the facts into the message.
template <fault_kind Kind, class Diagnosis>
struct verdict {
  static_assert(Kind != fault_kind::wrong_arguments,
                "tenon: a model's arguments are not a network, weights and encodings; give model<...> a struct with "
                "graph(), then weights<...>, then encodings<...>, then policies");
  static_assert(Kind != fault_kind::no_node, "tenon: the network has no node; give graph() at least an input");
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
  static_assert(
      Kind != fault_kind::unknown_parameter,
      "tenon: the weights bind an array that no node asks for, or one twice; mend the name that `says` shows, or give "
      "the weights `serves_other_networks`");
  static_assert(
      Kind != fault_kind::unknown_name,
      "tenon: an encoding or keep<...> has a name that no node has, or an edge has two encodings; mend the name that "
      "`says` shows, or give encodings `serves_other_networks`");
  static_assert(Kind != fault_kind::wrong_encoding,
                "tenon: the zero point of an edge is no number of its element type; calibrate again, or mend the "
                "encoding of the name that `says` shows");
  static_assert(Kind != fault_kind::missing_encoding,
                "tenon: an edge of a quantized network has no encoding; calibrate again, or keep<f32, ...> its node");
  static_assert(Kind != fault_kind::no_kernel,
                "tenon: no backend in the policy has a kernel for a node; add one to on<...>, include its header, or "
                "keep<f32, ...> the node");
  static_assert(Kind != fault_kind::no_room,
                "tenon: a step works on more bytes than its backend's fast memory holds, and cannot be cut into bands of "
                "rows that fit; give the backend more, or pin the node to another one");
  static_assert(Kind != fault_kind::unknown_pin,
                "tenon: pinned<...> has a name that no node has after the passes; mend the name that `says` shows, or pin "
                "the node into which it was fused");
};

/// The facts of a fault of a graph.
template <class Graph, const fault& Fault>
consteval auto state_facts() {
  if constexpr (Fault.node < 0 && Fault.detail.empty()) {
    return diagnosis<>{};
  } else if constexpr (Fault.node < 0) {
    return diagnosis<decltype(spell<Fault, 0>())>{};
  } else {
    using faulty = at<Graph, static_cast<std::size_t>(Fault.node)>;
    return diagnosis<in_node<faulty::name>, decltype(spell<Fault, 0>()), for_operator<typename faulty::op>>{};
  }
}

/// Stops the compilation with one sentence when it is instantiated for a fault: what is wrong, in which node, what to do.
template <class Graph, const fault& Fault>
struct explain : verdict<Fault.kind, decltype(state_facts<Graph, Fault>())> {};

}  // namespace tenon::detail
