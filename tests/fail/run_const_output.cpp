// says: tenon: run() has not the network's inputs and outputs as arguments
// SPDX-License-Identifier: Apache-2.0
// An output that cannot be written.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | relu<"a">;
  }
};
engine<model<little_network>, on<reference>> relu_engine;

void refused(const float (&x)[4], const float (&y)[4]) { relu_engine.run(x, y); }
