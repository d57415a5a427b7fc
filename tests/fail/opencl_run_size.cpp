// says: tenon: run() has not the network's inputs and outputs as arguments; give arrays or spans of exactly their element types and sizes, inputs first
// SPDX-License-Identifier: Apache-2.0
// An output that is one element too short, on a device.
#include <tenon/backend/adreno/elementwise.hpp>
#include <tenon/host/opencl_runner.hpp>
#include <tenon/tenon.hpp>

#include <array>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | relu<"y">;
  }
};

void run_once(host::opencl_runner<engine<model<little_network>, on<adreno<a640>>>>& runner) {
  std::array<float, 4> x{};
  std::array<float, 3> y{};
  runner.run(x, y);
}
