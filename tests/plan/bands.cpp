// SPDX-License-Identifier: Apache-2.0
// Steps that are too large for fast memory are made band by band, and give the same values.
#include <tenon/plan/bands.hpp>

#include "limited.hpp"

#include "laws/law.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;

template <class Model, std::size_t Bytes>
using small_engine = engine<Model, on<limited::processor<Bytes>>>;

// Every band fits, and there is none where everything fits.
template <class Engine>
constexpr bool all_fit() {
  for (const working_set& step : Engine::working_sets)
    if (!step.fits()) return false;
  return true;
}
using cut = small_engine<limited::integer, 1500>;
using whole = small_engine<limited::integer, 100000>;
static_assert(all_fit<cut>() && all_fit<whole>());
static_assert(
    std::is_same_v<banded<lowered<limited::integer>, on<limited::processor<100000>>>, lowered<limited::integer>>);
static_assert(std::is_same_v<banded<lowered<limited::integer>, on<reference>>, lowered<limited::integer>>);
static_assert(cut::step_count > whole::step_count && cut::macs == whole::macs);

// Bands inside an image share their packed parameters; the first and the last have some of their own.
using many = small_engine<limited::integer, 700>;
constexpr std::size_t bytes_of_sum = [] {
  std::size_t bytes = 0;
  for (const step_info& step : many::steps)
    if (step.name == "sum.band.000") bytes = step.weight_bytes;
  return bytes;
}();
constexpr int bands_of_sum = [] {
  int count = 0;
  for (const step_info& step : many::steps) count += step.name.starts_with("sum.band.");
  return count;
}();
static_assert(bands_of_sum > 4 && many::weight_bytes < static_cast<std::size_t>(bands_of_sum) * bytes_of_sum);
static_assert(detail::holder_of<whole, 1> == 1);

constexpr bool has_step(std::string_view name) {
  for (const step_info& step : cut::steps)
    if (step.name == name) return true;
  return false;
}
static_assert(has_step("stem") && has_step("sum.rows.001.001") && has_step("sum.band.001") && !has_step("sum"));

// A pin by a name that bands do not have keeps a step whole.
static_assert(fault_of<engine<limited::integer, on<reference>, pinned<"bent", limited::processor<100>>>>.kind ==
              fault_kind::no_room);
static_assert(fault_of<engine<limited::integer, on<reference>, pinned<"stem", limited::processor<600>>>>.kind ==
              fault_kind::none);
static_assert(fault_of<small_engine<limited::integer, 100>>.kind == fault_kind::no_room);

template <class Engine, class Value>
auto run(unsigned seed) {
  static Engine machine;
  std::array<Value, 16 * 9 * 2> x{};
  for (Value& value : x)
    value = static_cast<Value>(static_cast<std::int8_t>((seed = seed * 1664525u + 1013904223u) >> 24));
  std::array<Value, static_cast<std::size_t>(
                        edges_of<typename Engine::graph_type>[Engine::graph_type::size - 1].tensor.size())>
      y{};
  machine.run(x, y);
  return y;
}

}  // namespace

TEST_CASE("integers are those of the whole, for bands of many heights") {
  for (unsigned seed = 0; seed < 4; ++seed) {
    const auto wanted = run<engine<limited::integer, on<reference>>, std::int8_t>(seed);
    CHECK(run<cut, std::int8_t>(seed) == wanted);
    CHECK(run<many, std::int8_t>(seed) == wanted);
  }
}

TEST_CASE("weights that bands share are checked once") {
  CHECK(many::weights_intact());
  CHECK(cut::weight_bytes > whole::weight_bytes);
  for (unsigned seed = 9; seed < 11; ++seed) {
    const auto wanted = run<engine<limited::integer, on<reference>>, std::int8_t>(seed);
    CHECK(run<many, std::int8_t>(seed) == wanted);
  }
}

/// A pool whose windows reach beyond the image above and below.
struct pooled {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<i8, 1, 16, 9, 2>, encoded{{0.1f, 0}}> |
           average_pool<"mean", window{4, 2}, stride{3, 1}, padding{2, 3, 0, 0}>;
  }
};
static_assert(small_engine<model<pooled>, 150>::step_count > 2);

TEST_CASE("a pool with a batch of one is cut along its rows") {
  CHECK(run<small_engine<model<pooled>, 150>, std::int8_t>(5) ==
        run<engine<model<pooled>, on<reference>>, std::int8_t>(5));
}

TEST_CASE("real numbers are those of the whole") {
  for (unsigned seed = 0; seed < 4; ++seed)
    CHECK(run<small_engine<limited::real, 4000>, float>(seed) ==
          run<engine<limited::real, on<reference>>, float>(seed));
}

TEST_CASE_TEMPLATE("laws", Topology, pooled) { tenon_laws::check_topology<Topology>(); }
