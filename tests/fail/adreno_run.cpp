// says: tenon: kernels of adreno are OpenCL text, which no CPU runs; give the engine to host::opencl_runner
// SPDX-License-Identifier: Apache-2.0
// An engine on adreno that is run like one on a CPU.
#include <tenon/backend/adreno/elementwise.hpp>
#include <tenon/tenon.hpp>

#include <array>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | relu<"y">;
  }
};

int main() {
  static engine<model<little_network>, on<adreno<a640>>> machine;
  std::array<float, 4> x{};
  std::array<float, 4> y{};
  machine.run(x, y);
}
