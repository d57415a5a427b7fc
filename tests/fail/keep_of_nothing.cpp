// says: tenon: an encoding or keep<...> has a name that no node has
// SPDX-License-Identifier: Apache-2.0
// A layer that is kept under a misspelt name would be quantized.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | leaky_relu<"a">;
  }
};
struct codes : encodings<encode<"x", scale{0.1f}>, encode<"a", scale{0.1f}>> {};
engine<model<little_network, weights<>, codes, keep<f32, "aa">>, on<reference>> refused;
