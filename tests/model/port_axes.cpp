// SPDX-License-Identifier: Apache-2.0
// A topology says how a file orders the axes of some of its inputs and outputs; the others keep theirs.
#include <tenon/model/port_axes.hpp>

#include <doctest/doctest.h>

namespace {

struct plain {};
struct imported {
  static constexpr std::array file_axes{tenon::port_axes{"image", {0, 2, 3, 1}}};
};

}  // namespace

TEST_CASE("axes are the file's unless the topology says otherwise") {
  static_assert(tenon::file_axis<plain>("image", 1) == 1);
  static_assert(tenon::file_axis<imported>("image", 1) == 2);
  static_assert(tenon::file_axis<imported>("image", 3) == 1);
  CHECK(tenon::file_axis<imported>("scores", 1) == 1);
}
