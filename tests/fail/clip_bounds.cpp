// says: tenon: clip has its lower bound above its upper bound
// SPDX-License-Identifier: Apache-2.0
// Bounds in the wrong order.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | clip<"a", clamp{1.0f, -1.0f}>;
  }
};
engine<model<little_network>, on<reference>> refused;
