// says: tenon: the groups of conv2d do not divide its channels and filters
// SPDX-License-Identifier: Apache-2.0
// Three groups of two channels.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | conv2d<"a", filters{3}, groups{3}>;
  }
};
engine<model<little_network>, on<reference>> refused;
