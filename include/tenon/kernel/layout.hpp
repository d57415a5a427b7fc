// SPDX-License-Identifier: Apache-2.0
// Layouts: the storage orders in which a kernel takes its operands besides row by row.
#pragma once

#include <array>

#include <tenon/core/storage_order.hpp>
#include <tenon/kernel/kernel.hpp>

namespace tenon {

/// One way in which a kernel can have its operands stored. A kernel that can do without row-major operands lists such
/// ways beside its other members:
///
///     static constexpr std::array<layout_offer, 1> layouts{{{channel_planes, {channel_planes}, 70'000}}};
///
/// The call whose operands are stored so must have a kernel of its own (`calls_stored`). A backend that offers orders
/// has kernels for `op::reorder_`, which convert between each of them and row_major.
struct layout_offer {
  storage_order result{};
  /// Of the first inputs; further ones are row-major.
  std::array<storage_order, 2> inputs{};
  /// What this way is worth: the bytes that conversions read and write in the time that it saves. Less than 0 where it
  /// takes longer than row by row.
  long long saves = 0;

  constexpr storage_order input(int index) const noexcept {
    return index < static_cast<int>(inputs.size()) ? inputs[static_cast<std::size_t>(index)] : row_major;
  }
};

/// A call of an operator all of whose operands are stored in one order, for kernels that take no other:
/// `template <calls_stored<op::depthwise_conv2d_, channel_planes> Call>`.
template <class Call, template <auto...> class Operator, storage_order Order>
concept calls_stored = detail::calls<Call, Operator> && !adds_residual<Call> && !rounds_input<Call> &&
                       Call::is_stored_in(Order);

/// A call of an operator with one input that is stored in one order and gives its result in another: a conversion.
template <class Call, template <auto...> class Operator, storage_order From, storage_order To>
concept calls_between = detail::calls<Call, Operator> && Call::input_count == 1 && Call::operands[0].order == From &&
                        Call::result.order == To;

}  // namespace tenon
