// says: tenon: softmax has a beta that is not positive
// SPDX-License-Identifier: Apache-2.0
// A negative beta.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | softmax<"a", beta{-1.0f}>;
  }
};
engine<model<little_network>, on<reference>> refused;
