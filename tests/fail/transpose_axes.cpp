// says: tenon: transpose has no permutation of the axes of its input; name each axis once
// SPDX-License-Identifier: Apache-2.0
// An axis named twice, and one not at all.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | transpose<"a", permutation{0, 2, 2}>;
  }
};
engine<model<little_network>, on<reference>> refused;
