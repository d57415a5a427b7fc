// says: tenon: assign names an edge that is no state
// SPDX-License-Identifier: Apache-2.0
// An input cannot be given a value.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto x = input<"x", tensor<f32, 4>>;
    return outputs(x | relu<"y">, assign<"x">(x));
  }
};
engine<model<little_network>, on<reference>> refused;
