// says: tenon: reshape changes the number of elements
// SPDX-License-Identifier: Apache-2.0
// 32 elements as 36.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | reshape<"a", extents{4, 9}>;
  }
};
engine<model<little_network>, on<reference>> refused;
