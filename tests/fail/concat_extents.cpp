// says: tenon: concat has inputs that differ on another axis than the joined one
// SPDX-License-Identifier: Apache-2.0
// Joined along the last axis, different along the second.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return concat<"a">(input<"x", tensor<f32, 4, 4, 2>>, input<"y", tensor<f32, 4, 5, 2>>);
  }
};
engine<model<little_network>, on<reference>> refused;
