// says: tenon: dense has no units; give units{...} a positive number
// SPDX-License-Identifier: Apache-2.0
// A dense layer without units.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | dense<"a">;
  }
};
engine<model<little_network>, on<reference>> refused;
