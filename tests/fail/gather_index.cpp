// says: tenon: gather has an index beyond its axis
// SPDX-License-Identifier: Apache-2.0
// The fifth of four rows.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | gather<"a", axis{0}, indices<0, 4>>;
  }
};
engine<model<little_network>, on<reference>> refused;
