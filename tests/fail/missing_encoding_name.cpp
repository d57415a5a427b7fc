// says: {"x"}
// SPDX-License-Identifier: Apache-2.0
// The message names the edge as it was written, not its integers "x.quantized".
#include <tenon/tenon.hpp>

using namespace tenon;

struct codes : encodings<encode<"a", scale{0.1f}>> {};
struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | leaky_relu<"a">;
  }
};
engine<model<little_network, weights<>, codes>, on<reference>> refused;
