// says: tenon: an operator has two inputs whose shapes do not broadcast; make each axis equal or 1
// SPDX-License-Identifier: Apache-2.0
// An axis of 4 and one of 3.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return add<"a">(input<"x", tensor<f32, 4, 4, 2>>, input<"y", tensor<f32, 4, 3, 2>>);
  }
};
engine<model<little_network>, on<reference>> refused;
