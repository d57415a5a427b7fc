// SPDX-License-Identifier: Apache-2.0
// fuse_pad: zeros around an image become padding of the window that reads it.
#pragma once

#include <cstddef>

#include <tenon/op/concept.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::pass {

/// Lets a window that may start outside the image do the work of a pad that only it reads. Padding given as `same` is
/// left alone until infer_shapes has turned it into rows and columns.
struct fuse_pad {
  template <class Operator>
  static constexpr bool can_be_first = offers_padding<Operator>;
  template <class Operator>
  static constexpr bool can_be_second = absorbs_padding<Operator>;

  /// A window's own padding has the encoding of its input, so the pad must not change that.
  template <class Graph, std::size_t First, std::size_t Second, std::size_t Slot>
  static consteval bool fits() {
    constexpr auto before = static_cast<std::size_t>(wiring_of<Graph>.source(First, 0));
    return Slot == 0 && !attribute_of<typename at<Graph, Second>::op>(valid_padding).same &&
           edges_of<Graph>[before].code == edges_of<Graph>[First].code;
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
