// SPDX-License-Identifier: Apache-2.0
// What kernels of operators that take whole slices along each axis (gather, mirror_pad, tile) share: the walk over places
// that the compiler tabulates.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <tenon/op/concept.hpp>
#include <tenon/op/selection.hpp>

namespace tenon {

/// The kernel of a call that selects by axis. `Copy::template run<Count>(to, from)` copies `Count` elements that lie
/// together, in the way of a backend.
template <class Call, class Copy>
struct selected_slices {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "rows";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    copy_from<0>(y, x);
  }

 private:
  static constexpr shape in = Call::x.extents;
  static constexpr shape out = Call::y.extents;
  static constexpr int selected = op::selected_axes<typename Call::op>(in, out);

  /// Where each index of an axis comes from, in elements of the input.
  template <int Axis>
  static constexpr auto offsets = [] {
    std::array<int, static_cast<std::size_t>(out[Axis])> from{};
    for (int i = 0; i < out[Axis]; ++i)
      from[static_cast<std::size_t>(i)] = Call::op::source_of(in, Axis, i) * in.span_of(Axis + 1, in.rank);
    return from;
  }();

  template <int Axis>
  [[gnu::always_inline]] static constexpr void copy_from(value_type* y, const value_type* x) noexcept {
    constexpr int length = out.span_of(Axis, out.rank);
    if constexpr (Axis == selected) {
      Copy::template run<length>(y, x);
    } else {
      constexpr int step = length / out[Axis];
      for (int i = 0; i < out[Axis]; ++i)
        copy_from<Axis + 1>(y + i * step, x + offsets<Axis>[static_cast<std::size_t>(i)]);
    }
  }
};

}  // namespace tenon
