// says: tenon: the window of conv2d reaches beyond the padded image
// SPDX-License-Identifier: Apache-2.0
// A window larger than the image.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | conv2d<"a", filters{3}, window{5, 5}>;
  }
};
engine<model<little_network>, on<reference>> refused;
