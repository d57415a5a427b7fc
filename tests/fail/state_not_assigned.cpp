// says: tenon: a state is never assigned
// SPDX-License-Identifier: Apache-2.0
// A state that no run changes.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return add<"sum">(state<"s", tensor<f32, 4>>, input<"x", tensor<f32, 4>>);
  }
};
engine<model<little_network>, on<reference>> refused;
