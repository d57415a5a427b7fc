// SPDX-License-Identifier: Apache-2.0
// Operators out of golden cases: those that move elements between axes or take slices along them.
#pragma once

#include "golden_moves.hpp"

#include <tenon/op/depth_to_space.hpp>
#include <tenon/op/gather.hpp>
#include <tenon/op/mirror_pad.hpp>
#include <tenon/op/space_to_depth.hpp>
#include <tenon/op/tile.hpp>

#include <cstddef>
#include <tuple>
#include <utility>

namespace tenon_test {

template <class Case>
using depth_to_space_of = tenon::op::depth_to_space_<tenon::block_size{Case::block}>;
template <class Case>
using space_to_depth_of = tenon::op::space_to_depth_<tenon::block_size{Case::block}>;
template <class Case>
using tile_of = tenon::op::tile_<axes_from<tenon::repeats, Case::repeats>()>;
template <class Case>
using mirror_pad_of =
    tenon::op::mirror_pad_<axes_from<tenon::before, Case::before>(), axes_from<tenon::after, Case::after>(),
                           Case::symmetric ? tenon::symmetric : tenon::reflect>;

namespace detail {

template <class Case, class Places>
struct gather_of_case;
template <class Case, std::size_t... Place>
struct gather_of_case<Case, std::index_sequence<Place...>> {
  using type = tenon::op::gather_<tenon::axis{Case::axis}, tenon::indices<Case::indices[Place]...>>;
};

}  // namespace detail

template <class Case>
using gather_of = typename detail::gather_of_case<Case, std::make_index_sequence<Case::indices.size()>>::type;

/// True if a backend gives LiteRT's answers to all cases of an operator.
template <class Backend, template <class> class OperatorOf, class Cases>
constexpr bool moves_as_golden() {
  return []<class... Each>(std::tuple<Each...>*) {
    return ((answer_of_move<Backend, OperatorOf<Each>, Each>() == Each::expected) && ...);
  }(static_cast<Cases*>(nullptr));
}

}  // namespace tenon_test
