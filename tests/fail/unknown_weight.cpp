// says: no node asks for
// SPDX-License-Identifier: Apache-2.0
// A bias under a misspelt name would be a bias of 0.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 1>> | conv2d<"a", filters{2}>;
  }
};
inline constexpr std::array<float, 2> trained{1.0f, 2.0f};
inline constexpr std::array<float, 2> bias{1.0f, 2.0f};
struct arrays : weights<bind<"a.kernel", trained>, bind<"a.biass", bias>> {};
engine<model<little_network, arrays>, on<reference>> refused;
