// says: kernel
// SPDX-License-Identifier: Apache-2.0
// The message names the array that is missing.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | conv2d<"a", filters{2}>;
  }
};
engine<model<little_network>, on<reference>> refused;
