// says: tenon: a model's arguments are not a network, weights and encodings
// SPDX-License-Identifier: Apache-2.0
// A policy in the place of encodings.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | relu<"a">;
  }
};
engine<model<little_network, weights<>, keep<f32, "a">>, on<reference>> refused;
