// says: tenon: an edge of a quantized network has no encoding
// SPDX-License-Identifier: Apache-2.0
// Only the input is calibrated.
#include <tenon/tenon.hpp>

using namespace tenon;

struct codes : encodings<encode<"x", scale{0.1f}>> {};
struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | leaky_relu<"a">;
  }
};
engine<model<little_network, weights<>, codes>, on<reference>> refused;
