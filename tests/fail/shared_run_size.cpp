// says: tenon: run() has not the network's inputs and outputs as arguments
// SPDX-License-Identifier: Apache-2.0
// An output of three elements in a shared arena.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | leaky_relu<"a">;
  }
};
using little_engine = engine<model<little_network>, on<reference>>;
shared_arena<little_engine> memory;

void refused(float (&x)[32], float (&y)[3]) { memory.run<little_engine>(x, y); }
