// says: tenon: a network with state shares its arena
// SPDX-License-Identifier: Apache-2.0
// Another network's run would overwrite the state.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto sum = add<"sum">(state<"s", tensor<f32, 4>>, input<"x", tensor<f32, 4>>);
    return outputs(sum | output<"y">, assign<"s">(sum));
  }
};
shared_arena<engine<model<little_network>, on<reference>>> refused;
