// says: tenon: dequantize takes quantized integers
// SPDX-License-Identifier: Apache-2.0
// Nothing to dequantize.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | dequantize<"a">;
  }
};
engine<model<little_network>, on<reference>> refused;
