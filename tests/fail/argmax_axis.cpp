// says: tenon: argmax has an axis that its input lacks
// SPDX-License-Identifier: Apache-2.0
// The fourth axis of three.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | argmax<"a", axis{3}>;
  }
};
engine<model<little_network>, on<reference>> refused;
