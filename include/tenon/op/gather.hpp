// SPDX-License-Identifier: Apache-2.0
// gather: chosen slices along an axis, in any order.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/movement.hpp>
#include <tenon/op/selection.hpp>

namespace tenon {

/// What all lists of indices are.
struct index_numbers {};
/// Indices along an axis; negative ones count from the end. They are arguments of the type, as compilers confuse arrays
/// there.
template <int... Index>
struct index_list : index_numbers {
  static constexpr std::array<int, sizeof...(Index)> numbers{Index...};
};
template <int... Index>
inline constexpr index_list<Index...> indices{};

namespace op {
namespace detail {

/// The indices and the axis among attributes.
struct gathering {
  const int* numbers = nullptr;
  int count = 0;
  int along = 0;

  template <int... Index>
  constexpr void take(const index_list<Index...>&) noexcept {
    numbers = index_list<Index...>::numbers.data();
    count = sizeof...(Index);
  }
  constexpr void take(const axis& given) noexcept { along = given.index; }
  constexpr void take(const tenon::detail::any_attribute&) noexcept {}
};

}  // namespace detail

/// Takes the slices that constant indices name along an axis. Attributes: `indices<...>`; `axis`, the first unless
/// given. Rule: TFLite GATHER, NumPy's take.
template <auto... Attributes>
struct gather_ : movement {
  static constexpr std::string_view word = "gather";
  using attributes = attribute_types<index_numbers, axis>;
  static constexpr detail::gathering given = collect<detail::gathering>(Attributes...);

  /// The axis counted from the first.
  static constexpr int axis_of(const shape& extents) noexcept {
    return given.along < 0 ? given.along + extents.rank : given.along;
  }

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    const int along = axis_of(x.extents);
    if (along < 0 || along >= x.extents.rank)
      return refuse("tenon: gather has an axis that its input lacks; name one of its axes");
    if (given.count == 0) return refuse("tenon: gather has no indices; give indices<...> the slices to take");
    for (int i = 0; i < given.count; ++i) {
      const int from = source_of(x.extents, along, i);
      if (from < 0 || from >= x.extents[along])
        return refuse("tenon: gather has an index beyond its axis; let all of them be below the axis' extent");
    }
    shape result = x.extents;
    result[along] = given.count;
    return accept(x.type, result, inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    const shape& x = inputs[0].tensor.extents;
    return selected_axes<gather_>(x, infer(inputs).edge.tensor.extents) == 0;
  }

  static constexpr int source_of(const shape& extents, int axis, int index) noexcept {
    if (axis != axis_of(extents)) return index;
    const int from = given.numbers[index];
    return from < 0 ? from + extents[axis] : from;
  }
};

/// Slices by their indices: `gather<"shuffled", axis{2}, indices<0, 2, 1, 3>>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, gather_<Attributes...>> gather{};

}  // namespace op
}  // namespace tenon
