// says: tenon: a network has fewer segments than that; engine::placement.segments lists them from 0
// SPDX-License-Identifier: Apache-2.0
// A segment that a network on one processor does not have.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | relu<"a">;
  }
};
segment<engine<model<little_network>, on<reference>>, 1> refused;
