// says: tenon: conv2d takes (rows, columns, channels), with or without a batch; reshape its input
// SPDX-License-Identifier: Apache-2.0
// A convolution over a vector.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | conv2d<"a", filters{2}>;
  }
};
engine<model<little_network>, on<reference>> refused;
