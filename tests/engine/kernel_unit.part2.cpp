// SPDX-License-Identifier: Apache-2.0
// The unit that runs the network, and sees no kernel's definition.
#include <engine/two_parts.hpp>

namespace {

struct elsewhere : linked_network::weights {
  static constexpr bool kernels_are_linked = true;
};
static_assert(tenon::links_kernels<elsewhere>);

}  // namespace

std::array<float, 2> run_with_kernels_elsewhere(const std::array<float, 4>& x) {
  static tenon::engine<tenon::with_weights<linked_network::model, elsewhere>, tenon::on<tenon::reference>> apart;
  std::array<float, 2> y{};
  apart.run(x, y);
  return y;
}
