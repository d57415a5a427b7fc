// says: tenon: no backend in the policy has a kernel for a node
// SPDX-License-Identifier: Apache-2.0
// No backend computes an inverse root of i16.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<i16, 4>, encoded{{0.1f, 0}}> | rsqrt<"a", encoded{{0.1f, 0}}>;
  }
};
engine<model<little_network>, on<reference>> refused;
