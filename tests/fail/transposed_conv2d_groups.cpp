// says: tenon: the groups of transposed_conv2d do not divide its channels and filters
// SPDX-License-Identifier: Apache-2.0
// Three filters in two groups.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | transposed_conv2d<"a", filters{3}, groups{2}>;
  }
};
engine<model<little_network>, on<reference>> refused;
