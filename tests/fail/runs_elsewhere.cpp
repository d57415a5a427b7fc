// says: tenon: a step runs on a processor that another program serves; run the segments of this program's processor
// SPDX-License-Identifier: Apache-2.0
// A whole network is run by a program that serves one of its processors.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | relu<"a"> | sigmoid<"b">;
  }
};

void run(std::span<const float, 4> x, std::span<float, 4> y) {
  static engine<model<little_network>, on<reference>, pinned<"b", elsewhere<"dsp">>> machine;
  machine.run(x, y);
}
