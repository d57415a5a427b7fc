// says: tenon: mean names an axis twice or one that its input lacks
// SPDX-License-Identifier: Apache-2.0
// The fourth of three axes.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | mean<"a", axes{0, 3}>;
  }
};
engine<model<little_network>, on<reference>> refused;
