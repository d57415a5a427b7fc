// says: an edge has two encodings
// SPDX-License-Identifier: Apache-2.0
// Of two encodings of one edge, one would be ignored.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | leaky_relu<"a">;
  }
};
struct codes : encodings<encode<"x", scale{0.1f}>, encode<"a", scale{0.1f}>, encode<"x", scale{0.2f}>> {};
engine<model<little_network, weights<>, codes>, on<reference>> refused;
