// says: tenon: assign gives a state a value of another element type
// SPDX-License-Identifier: Apache-2.0
// Indices for a state of real numbers.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto x = input<"x", tensor<f32, 2, 4>>;
    const auto sum = add<"sum">(x, state<"s", tensor<f32, 2>> | reshape<"s.column", extents{2, 1}>);
    return outputs(sum | output<"y">, assign<"s">(sum | argmax<"best">));
  }
};
engine<model<little_network>, on<reference>> refused;
