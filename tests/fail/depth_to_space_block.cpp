// says: tenon: the block of depth_to_space does not divide the channels; let size * size divide them
// SPDX-License-Identifier: Apache-2.0
// Blocks of four out of two channels.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | depth_to_space<"a", block_size{2}>;
  }
};
engine<model<little_network>, on<reference>> refused;
