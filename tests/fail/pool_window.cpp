// says: tenon: the window of a pool reaches beyond the padded image; make it smaller or pad more
// SPDX-License-Identifier: Apache-2.0
// A window of 7 rows over 6.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | max_pool<"a", window{7, 3}, padding{1, 1, 0, 0}>;
  }
};
engine<model<little_network>, on<reference>> refused;
