// SPDX-License-Identifier: Apache-2.0
// A user's program: a network from text to answer, with nothing but the installed headers.
#include <array>

#include <tenon/tenon.hpp>

namespace {

inline constexpr std::array<float, 6> stem_kernel{1, -1, 2, 0.5f, 0, -2};
inline constexpr std::array<float, 2> stem_bias{0.25f, -1};
struct arrays : tenon::weights<tenon::bind<"stem.kernel", stem_kernel>, tenon::bind<"stem.bias", stem_bias>> {};

struct tiny {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    return input<"x", tensor<f32, 3>> | dense<"stem", units{2}> | relu<"stem.relu">;
  }
};

using engine = tenon::engine<tenon::model<tiny, arrays>, tenon::on<tenon::reference>>;
static_assert(engine::evaluate({1, 2, 3})[0] == 5.25f);

engine network;

}  // namespace

int main() {
  const std::array<float, 3> x{1, 2, 3};
  std::array<float, 2> y{};
  network.run(x, y);
  return y == std::array<float, 2>{5.25f, 0} ? 0 : 1;
}
