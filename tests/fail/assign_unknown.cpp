// says: tenon: a node reads a name that no node declares
// SPDX-License-Identifier: Apache-2.0
// The state's name is misspelt.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto sum = add<"sum">(state<"s", tensor<f32, 4>>, input<"x", tensor<f32, 4>>);
    return outputs(sum | output<"y">, assign<"z">(sum));
  }
};
engine<model<little_network>, on<reference>> refused;
