// says: tenon: states take the values of each other
// SPDX-License-Identifier: Apache-2.0
// Two states that take each other's values.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto a = state<"a", tensor<f32, 4>>;
    const auto b = state<"b", tensor<f32, 4>>;
    return outputs(input<"x", tensor<f32, 4>> | relu<"y">, assign<"a">(b), assign<"b">(a));
  }
};
engine<model<little_network>, on<reference>> refused;
