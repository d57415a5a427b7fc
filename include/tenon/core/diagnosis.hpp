// SPDX-License-Identifier: Apache-2.0
// The words in which compile errors state their facts.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/core/fixed_string.hpp>
#include <tenon/core/tensor.hpp>

namespace tenon {

/// What can be wrong with a network; `none` when it is well formed.
enum class fault_kind {
  none,
  wrong_arguments,
  no_node,
  duplicate_name,
  unknown_input,
  cycle,
  wrong_arity,
  refused_inputs,
  missing_parameter,
  wrong_parameter_size,
  unknown_parameter,
  unknown_name,
  missing_encoding,
  wrong_encoding,
  no_kernel,
  no_room,
  unknown_pin,
  no_backend,
};

/// One fault of a network: its kind, the node (and for parameters the parameter) it is in, and the operator's own sentence.
struct fault {
  fault_kind kind = fault_kind::none;
  int node = -1;
  std::string_view detail{};

  constexpr explicit operator bool() const noexcept { return kind != fault_kind::none; }
};

/// Facts of a diagnosis, printed by compilers as the arguments of the type that failed.
template <fixed_string Name> struct in_node {};
template <class Operator> struct for_operator {};
template <class... Backends> struct tried_backends {};
template <class Backend, class Says> struct refused_by {};
template <std::size_t Bytes> struct works_on {};
template <std::size_t Bytes> struct allowed {};
template <fixed_string... Sentence> struct says {};
template <tensor_type... Types> struct got {};
template <tensor_type... Types> struct gives {};

/// A fault's facts as one type.
template <class... Facts> struct diagnosis {};

/// Copies a constexpr string_view into a fixed_string, so that a message can be a template argument.
template <std::size_t Size>
consteval fixed_string<Size> to_fixed_string(std::string_view text) noexcept {
  fixed_string<Size> copy;
  for (std::size_t i = 0; i < Size; ++i) copy.text[i] = text[i];
  copy.text[Size] = '\0';
  return copy;
}

}  // namespace tenon
