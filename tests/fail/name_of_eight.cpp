// says: {"b1.relu6"}
// SPDX-License-Identifier: Apache-2.0
// A node whose name has eight characters is named in letters.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | clip<"b1.relu6", clamp{6.0f, 0.0f}>;
  }
};
engine<model<little_network>, on<reference>> refused;
