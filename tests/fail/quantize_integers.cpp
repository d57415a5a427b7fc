// says: tenon: quantize takes real numbers
// SPDX-License-Identifier: Apache-2.0
// Quantizing twice.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | quantize<"a", encoded{{0.1f, 0}}> | quantize<"b", encoded{{0.1f, 0}}>;
  }
};
engine<model<little_network>, on<reference>> refused;
