// says: tenon: a model has two policies that decide the same
// SPDX-License-Identifier: Apache-2.0
// Only one of two rules of rounding could hold.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | leaky_relu<"a">;
  }
};
model<little_network, weights<>, encodings<>, rounding::tflite, rounding::float32> refused;
