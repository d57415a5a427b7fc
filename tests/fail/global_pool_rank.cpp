// says: tenon: global_max_pool takes (rows, columns, channels)
// SPDX-License-Identifier: Apache-2.0
// A pool of what has been pooled already.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | global_average_pool<"pool"> | global_max_pool<"a">;
  }
};
engine<model<little_network>, on<reference>> refused;
