// says: tenon: run() has not the network's inputs and outputs as arguments
// SPDX-License-Identifier: Apache-2.0
// Spans of double for a network of float.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | relu<"a">;
  }
};
engine<model<little_network>, on<reference>> relu_engine;

void refused(std::span<const double, 4> x, std::span<float, 4> y) { relu_engine.run(x, y); }
