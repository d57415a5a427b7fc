// says: tenon: an operator has two inputs of different element types; convert one of them
// SPDX-License-Identifier: Apache-2.0
// A product of real numbers and integers.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return mul<"a">(input<"x", tensor<f32, 4>>, input<"y", tensor<i8, 4>>);
  }
};
engine<model<little_network>, on<reference>> refused;
