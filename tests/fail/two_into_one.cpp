// says: tenon: an operator has too few or too many inputs; connect as many as it takes
// SPDX-License-Identifier: Apache-2.0
// Two values given to a stage that takes one.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return relu<"a">(input<"x", tensor<f32, 4>>, input<"y", tensor<f32, 4>>);
  }
};
engine<model<little_network>, on<reference>> refused;
