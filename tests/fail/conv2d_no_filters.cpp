// says: tenon: conv2d has a window, stride, dilation or filter count below 1
// SPDX-License-Identifier: Apache-2.0
// A convolution without filters.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | conv2d<"a", window{3, 3}>;
  }
};
engine<model<little_network>, on<reference>> refused;
