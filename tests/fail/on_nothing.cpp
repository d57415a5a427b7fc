// says: tenon: on<> names no backend
// SPDX-License-Identifier: Apache-2.0
// A placement without backends.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | relu<"a">;
  }
};
engine<model<little_network>, on<>> refused;
