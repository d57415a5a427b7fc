// says: tenon: no backend in the policy has a kernel for a node
// says: tried_backends<tenon::hexagon<tenon::v68>
// says: windows of at most 2,048 taps
// SPDX-License-Identifier: Apache-2.0
// A node that is pinned to a backend whose kernels have a limit; no other backend is asked.
#include <tenon/backend/hexagon/average_pool.hpp>
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<i8, 64, 64, 2>, encoded{{0.1f, 0}}> | average_pool<"mean", window{64, 64}>;
  }
};
engine<model<little_network>, on<reference>, pinned<"mean", hexagon<v68>>> refused;
