// says: tenon: the zero point of an edge is no number of its element type
// SPDX-License-Identifier: Apache-2.0
// An int8 zero point of 500.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | leaky_relu<"a">;
  }
};
struct codes : encodings<encode<"x", scale{0.1f}>, encode<"a", scale{0.1f}, zero_point{500}>> {};
engine<model<little_network, weights<>, codes>, on<reference>> refused;
