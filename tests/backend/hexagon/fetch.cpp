// SPDX-License-Identifier: Apache-2.0
// Fetches ahead: the box that is asked for, and networks that fetch and are cut into bands for VTCM.
#include <tenon/backend/hexagon/fetch.hpp>

#include <tenon/backend/hexagon/concat.hpp>
#include <tenon/backend/hexagon/conv2d.hpp>
#include <tenon/backend/hexagon/max_pool.hpp>
#include <tenon/backend/hexagon/movement.hpp>
#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon;

// Distance and width of 128 bytes, and as many lines as hold them all.
static_assert(hexagon_kernels::fetched_box(1) == 0x0080'0080'0001u);
static_assert(hexagon_kernels::fetched_box(128) == 0x0080'0080'0001u);
static_assert(hexagon_kernels::fetched_box(129) == 0x0080'0080'0002u);
static_assert(hexagon_kernels::fetched_box(std::size_t{1} << 30) == 0x0080'0080'ffffu);

static_assert(hexagon<v68>::working_set_bytes == 0 && hexagon<with_vtcm<v73, 4096>>::working_set_bytes == 4096);
static_assert(since<with_vtcm<v68, 4096>, v66> && !since<with_vtcm<v66, 4096>, v68>);

inline constexpr std::array<float, 12> stem_kernel{1, -1, 0.5f, 2, 1, 0.25f, -0.5f, -2, 0.75f, 1, -1, 2};
struct topology {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<i8, 12, 3, 4>, encoded{{0.05f, 2}}> |
           max_pool<"peaks", window{3, 2}, stride{1, 1}, padding{1, 1, 0, 0}> |
           conv2d<"stem", filters{1}, window{3, 1}, encoded{{0.1f, 3}}>;
  }
};
struct arrays : tenon::weights<bind<"stem.kernel", stem_kernel>> {};
using network_model = model<topology, arrays>;

using plain = engine<network_model, on<hexagon<v68>>>;
using in_vtcm = engine<network_model, on<hexagon<with_vtcm<v68, 2500>>>>;

// Each step fetches the numbers of the next one that has some.
static_assert(plain::steps[0].fetched_bytes == 0 && plain::steps[1].weight_bytes > 0);
static_assert(in_vtcm::steps[0].fetched_bytes == plain::steps[1].weight_bytes);

// What is too large is made band by band.
using in_little_vtcm = engine<network_model, on<hexagon<with_vtcm<v68, 220>>>, pinned<"stem", reference>>;
static_assert(in_little_vtcm::step_count > 2);

template <class Engine>
std::array<std::int8_t, 20> run() {
  static Engine machine;
  std::array<std::int8_t, 144> x{};
  for (int i = 0; i < 144; ++i) x[static_cast<std::size_t>(i)] = static_cast<std::int8_t>(i * (i + 37));
  std::array<std::int8_t, 20> y{};
  machine.run(x, y);
  return y;
}

}  // namespace

TEST_CASE("a network gives the same whatever VTCM there is") {
  const auto wanted = run<engine<network_model, on<reference>>>();
  CHECK(run<in_vtcm>() == wanted);
  CHECK(run<in_little_vtcm>() == wanted);
}

TEST_CASE_TEMPLATE("laws", Topology, topology) { tenon_laws::check_topology<Topology>(); }
