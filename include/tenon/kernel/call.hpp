// SPDX-License-Identifier: Apache-2.0
// A call: one operator with the tensor types it reads and writes, which is what a kernel is made for.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <tenon/core/storage_order.hpp>
#include <tenon/core/tensor.hpp>
#include <tenon/op/concept.hpp>

namespace tenon {

/// A tensor as a kernel meets it: its type, and the order in which memory holds it.
struct operand {
  tensor_type tensor{};
  /// Elements from one innermost row to the next; 0 when rows follow each other without a gap. A result that is
  /// written straight into its part of a concatenation has gaps.
  int pitch = 0;
  /// How memory holds the elements; what is not row-major has no pitch.
  storage_order order{};

  /// Elements from one innermost row to the next; a tensor without axes is one row of one element.
  constexpr int row_pitch() const noexcept {
    if (pitch != 0) return pitch;
    return tensor.extents.rank == 0 ? 1 : tensor.extents.from_end(0);
  }
  friend bool operator==(const operand&, const operand&) = default;
};

/// One operator, the rounding of its integers, its result and its inputs. No scale and no weight is part of it: those
/// are values, so one kernel type serves thousands of them.
template <class Operator, class Rounding, operand Output, operand... Inputs>
struct call {
  using op = Operator;
  using rounding = Rounding;
  static constexpr std::size_t input_count = sizeof...(Inputs);
  static constexpr operand result = Output;
  static constexpr std::array<operand, sizeof...(Inputs)> operands{Inputs...};
  static constexpr std::array<edge_type, sizeof...(Inputs)> inputs{edge_type{Inputs.tensor, {}}...};
  static constexpr edge_type output{Output.tensor, {}};
  /// Type of the first input, and of the result.
  static constexpr tensor_type x = [] {
    if constexpr (sizeof...(Inputs) == 0) return Output.tensor;
    else return operands[0].tensor;
  }();
  static constexpr tensor_type y = Output.tensor;

  /// True if the result and all inputs are stored in one order.
  static constexpr bool is_stored_in(const storage_order& order) noexcept {
    return ((Output.order == order) && ... && (Inputs.order == order));
  }
};

namespace detail {

template <class Call, template <auto...> class Operator>
inline constexpr bool calls = false;
template <template <auto...> class Operator, auto... Attributes, class Rounding, operand Output, operand... Inputs>
inline constexpr bool calls<call<Operator<Attributes...>, Rounding, Output, Inputs...>, Operator> = true;

}  // namespace detail

/// A call of an operator that adds a second input to its result. It runs as two calls (kernel/residual.hpp) unless a
/// backend has a kernel of its own for it.
template <class Call>
concept adds_residual = carries<typename Call::op, residual>;

/// A call of an operator that rounds its real input to integers as it runs.
template <class Call>
concept rounds_input = Call::x.type == f32 && carries<typename Call::op, dynamic_range>;

/// A call of one operator, whatever its attributes, `residual` and `dynamic_range` apart, all of whose operands are
/// row-major: `template <calls<op::conv2d_> Call>`.
template <class Call, template <auto...> class Operator>
concept calls = detail::calls<Call, Operator> && !adds_residual<Call> && !rounds_input<Call> &&
                Call::is_stored_in(row_major);

/// The same of an operator that rounds its real input to integers as it runs.
template <class Call, template <auto...> class Operator>
concept calls_rounding = detail::calls<Call, Operator> && !adds_residual<Call> && rounds_input<Call> &&
                         Call::is_stored_in(row_major);

/// A call that reads and writes one element type only.
template <class Call, element Type>
concept all_elements = Call::y.type == Type && Call::x.type == Type;

}  // namespace tenon
