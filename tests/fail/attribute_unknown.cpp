// says: tenon: an operator refuses its inputs or attributes
// says: stride
// SPDX-License-Identifier: Apache-2.0
// A stride that relu would ignore.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | relu<"a", stride{2, 2}>;
  }
};
engine<model<little_network>, on<reference>> refused;
