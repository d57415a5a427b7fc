// says: tenon: a model has an argument that is no policy
// SPDX-License-Identifier: Apache-2.0
// An int among the policies.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | relu<"a">;
  }
};
model<little_network, weights<>, encodings<>, int> refused;
