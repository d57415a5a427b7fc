// says: tenon: a model's arguments are not a network, weights and encodings
// SPDX-License-Identifier: Apache-2.0
// Encodings in the place of weights.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | relu<"a">;
  }
};
engine<model<little_network, encodings<>, weights<>>, on<reference>> refused;
