// SPDX-License-Identifier: Apache-2.0
// fuse_pad: zeros around an image become padding of the window that reads it.
#pragma once

#include <cstddef>

#include <tenon/op/concept.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::detail {

/// A window that can start outside the image, with padding in numbers.
template <class Operator>
concept takes_more_padding = absorbs_padding<Operator> && (!attribute_of<Operator>(valid_padding).same);

}  // namespace tenon::detail

namespace tenon::pass {

/// Lets a window that may start outside the image do the work of a pad that only it reads. Padding given as `same` is
/// left alone until infer_shapes has turned it into rows and columns.
struct fuse_pad {
  template <class Operator>
  static constexpr bool can_be_first = offers_padding<Operator>;
  template <class Operator>
  static constexpr bool can_be_second = detail::takes_more_padding<Operator>;

  /// A window's own padding has the encoding of its input, so the pad must not change that.
  template <class Graph>
  static constexpr bool fits(std::size_t first, std::size_t, int slot) noexcept {
    const auto before = static_cast<std::size_t>(wiring_of<Graph>.source(first, 0));
    return slot == 0 && edges_of<Graph>[before].code == edges_of<Graph>[first].code;
  }

  static constexpr padding sum(const padding& a, const padding& b) noexcept {
    return {a.top + b.top, a.bottom + b.bottom, a.left + b.left, a.right + b.right};
  }

  template <class First, class Second>
  using merged = with_attribute<typename Second::op,
                                sum(First::op::image_padding, attribute_of<typename Second::op>(valid_padding))>;

  template <class Network>
  using apply = merge_neighbours<fuse_pad, Network>;
};

}  // namespace tenon::pass
