// says: tenon: a pool has a window, stride or dilation below 1, or a padding below 0
// SPDX-License-Identifier: Apache-2.0
// A stride of 0, which same_padding must not divide by.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | average_pool<"a", window{2, 2}, stride{0, 0}, same_padding>;
  }
};
engine<model<little_network>, on<reference>> refused;
