// says: tenon: assign gives a state a value of another shape
// SPDX-License-Identifier: Apache-2.0
// Two rows for a state of one.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto x = input<"x", tensor<f32, 2, 4>>;
    const auto sum = add<"sum">(x, state<"s", tensor<f32, 1, 4>>);
    return outputs(sum | output<"y">, assign<"s">(sum));
  }
};
engine<model<little_network>, on<reference>> refused;
