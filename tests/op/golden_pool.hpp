// SPDX-License-Identifier: Apache-2.0
// Pools as golden vectors and tests name them, and a look at what a kernel leaves alone between the rows of its result.
#pragma once

#include "golden_moves.hpp"
#include "golden_pairs.hpp"

#include <tenon/op/attribute.hpp>

#include <array>
#include <cstddef>

namespace tenon_test {

template <template <auto...> class Pool, class Case>
using pool_of =
    Pool<tenon::window{Case::window_rows, Case::window_columns}, tenon::stride{Case::stride_rows, Case::stride_columns},
         Case::same ? tenon::same_padding : tenon::valid_padding, bounds_of(Case::activation)>;

/// The result of a one-input operator without parameters whose rows stand `Pitch` elements apart, in memory filled with
/// `untouched`.
template <class Backend, class Operator, tenon::tensor_type Input, int Pitch, class Array, class Value>
constexpr auto with_gaps(const Array& x, Value untouched) {
  using plain = one_call<Backend, Operator, tenon::rounding::tflite, Input>;
  using called =
      tenon::call<Operator, tenon::rounding::tflite, tenon::operand{plain::result, Pitch}, tenon::operand{Input, 0}>;
  using kernel = tenon::kernel<Backend, called>;
  constexpr int row = plain::result.extents.from_end(0);
  std::array<Value, static_cast<std::size_t>(plain::result.size() / row * Pitch)> y{};
  for (Value& value : y) value = untouched;
  const auto packed = kernel::pack(Operator::template prepare<called>({}, plain::plain, {plain::result, {}}));
  kernel::run(packed, nullptr, y.data(), x.data());
  return y;
}

}  // namespace tenon_test
