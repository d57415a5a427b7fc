// says: tenon: an operator has too few or too many inputs; connect as many as it takes
// SPDX-License-Identifier: Apache-2.0
// One value piped into an operator that takes two.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | add<"a">;
  }
};
engine<model<little_network>, on<reference>> refused;
