// says: tenon: mirror_pad has no elements to mirror so far from an edge; pad less, or twice
// SPDX-License-Identifier: Apache-2.0
// Four elements before an axis of four.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | mirror_pad<"a", padding{4, 0, 0, 0}>;
  }
};
engine<model<little_network>, on<reference>> refused;
