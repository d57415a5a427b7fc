// says: tenon: a program for a device has a step on another backend; place every node on adreno, or split the network
// SPDX-License-Identifier: Apache-2.0
// A program of an engine that runs on the reference backend.
#include <tenon/backend/adreno/program.hpp>
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | relu<"y">;
  }
};

int main() {
  return static_cast<int>(program<engine<model<little_network>, on<reference>>>::text.size());
}
