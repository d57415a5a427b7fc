// says: tenon: pinned<...> has a name that no node has after the passes
// SPDX-License-Identifier: Apache-2.0
// A pin under a misspelt name would pin nothing.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | leaky_relu<"a">;
  }
};
engine<model<little_network>, on<reference>, pinned<"aa", reference>> refused;
