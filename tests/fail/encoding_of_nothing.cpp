// says: nosuch
// SPDX-License-Identifier: Apache-2.0
// An encoding under a misspelt name would leave its edge without one.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | leaky_relu<"a">;
  }
};
struct codes : encodings<encode<"x", scale{0.1f}>, encode<"a", scale{0.1f}>, encode<"nosuch", scale{0.1f}>> {};
engine<model<little_network, weights<>, codes>, on<reference>> refused;
