// SPDX-License-Identifier: Apache-2.0
// Copies by DMA: the descriptor, and a network cut into bands whose rows are brought by it.
#include <tenon/backend/hexagon/dma.hpp>

#include <tenon/backend/hexagon/concat.hpp>
#include <tenon/backend/hexagon/max_pool.hpp>
#include <tenon/backend/hexagon/movement.hpp>
#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace tenon;

namespace {

static_assert(sizeof(hexagon_kernels::dma_copy) == 16 && alignof(hexagon_kernels::dma_copy) == 16);
static_assert(offsetof(hexagon_kernels::dma_copy, length) == 4 && offsetof(hexagon_kernels::dma_copy, to) == 12);
static_assert(hexagon<with_dma<with_vtcm<v68, 4096>>>::working_set_bytes == 4096);
static_assert(hexagon<with_vtcm<with_dma<v73>, 4096>>::working_set_bytes == 4096);
static_assert(since<with_dma<v68>, v66> && detail::has_dma<with_vtcm<with_dma<v68>, 64>> && !detail::has_dma<v68>);

struct topology {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<i8, 12, 3, 4>, encoded{{0.05f, 2}}> |
           max_pool<"peaks", window{3, 2}, stride{1, 1}, padding{1, 1, 0, 0}>;
  }
};

template <class Architecture>
using on_hexagon = engine<model<topology>, on<hexagon<with_vtcm<Architecture, 150>>>>;

/// Steps of an engine that copy rows in one way.
template <class Engine>
constexpr int steps_by(std::string_view way) {
  int count = 0;
  for (const auto& step : Engine::steps) count += step.op == "rows" && step.variant == way;
  return count;
}
static_assert(steps_by<on_hexagon<with_dma<v68>>>("dma") > 1 && steps_by<on_hexagon<with_dma<v68>>>("rows") == 0);
static_assert(steps_by<on_hexagon<v68>>("dma") == 0 && steps_by<on_hexagon<v68>>("rows") > 1);

template <class Engine>
std::array<std::int8_t, 96> run() {
  static Engine machine;
  std::array<std::int8_t, 144> x{};
  for (int i = 0; i < 144; ++i) x[static_cast<std::size_t>(i)] = static_cast<std::int8_t>(i * (i + 37));
  std::array<std::int8_t, 96> y{};
  machine.run(x, y);
  return y;
}

}  // namespace

TEST_CASE("rows that DMA brings are the rows") {
  CHECK(run<on_hexagon<with_dma<v68>>>() == run<engine<model<topology>, on<reference>>>());
}

TEST_CASE_TEMPLATE("laws", Topology, topology) { tenon_laws::check_topology<Topology>(); }
