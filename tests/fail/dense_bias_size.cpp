// says: tenon: a bound array has not as many elements as its node needs
// SPDX-License-Identifier: Apache-2.0
// A bias of three for two units.
#include <tenon/tenon.hpp>

using namespace tenon;

inline constexpr std::array<float, 8> trained{};
inline constexpr std::array<float, 3> bias{};
struct arrays : weights<bind<"a.kernel", trained>, bind<"a.bias", bias>> {};
struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | dense<"a", units{2}>;
  }
};
engine<model<little_network, arrays>, on<reference>> refused;
