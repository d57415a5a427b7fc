// says: tenon: no backend in the policy has a kernel for a node
// SPDX-License-Identifier: Apache-2.0
// No backend computes a relu of f16.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f16, 4>> | relu<"a">;
  }
};
engine<model<little_network>, on<reference>> refused;
