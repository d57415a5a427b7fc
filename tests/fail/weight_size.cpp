// says: tenon: a bound array has not as many elements as its node needs
// SPDX-License-Identifier: Apache-2.0
// Three weights where four are needed.
#include <tenon/tenon.hpp>

using namespace tenon;

inline constexpr std::array<float, 3> three_weights{1, 2, 3};
struct arrays : weights<bind<"a.kernel", three_weights>> {};
struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | conv2d<"a", filters{2}>;
  }
};
engine<model<little_network, arrays>, on<reference>> refused;
