// says: tenon: the slopes of prelu do not repeat to the shape of its input; give one a channel
// SPDX-License-Identifier: Apache-2.0
// More slopes than the input has rows.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return prelu<"a">(input<"x", tensor<f32, 1, 4>>, input<"slopes", tensor<f32, 3, 4>>);
  }
};
engine<model<little_network>, on<reference>> refused;
