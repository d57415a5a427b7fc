// SPDX-License-Identifier: Apache-2.0
// The segments of a placed network: as few changes of processor as there can be, and every tensor that crosses.
#include <tenon/plan/segments.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/model/network.hpp>
#include <tenon/op/add.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/relu.hpp>

#include <doctest/doctest.h>

namespace {

struct signal_unit {
  static constexpr std::string_view name = "signal_unit";
};
struct graphics_unit {
  static constexpr std::string_view name = "graphics_unit";
  static constexpr std::string_view processor = "gpu";
};

struct runs_all {
  using packed = tenon::no_parameters;
  static constexpr std::string_view variant = "all";
  static constexpr std::size_t scratch = 0;
};

}  // namespace

template <class Call>
struct tenon::kernel<signal_unit, Call> : runs_all {};
template <class Call>
struct tenon::kernel<graphics_unit, Call> : runs_all {};

namespace {

using namespace tenon;

struct any_model {
  using rounding = tenon::rounding::tflite;
};
/// "stem" goes to "left" here and to "right" elsewhere; both meet in "sum".
using diamond = tenon::network<
    graph<node<"x", op::input_<tensor<i8, 6>::value, encoded{{0.5f, 1}}>>,
          node<"stem", op::relu_<encoded{{0.5f, 1}}>, "x">, node<"left", op::relu_<>, "stem">,
          node<"right", op::relu_<>, "stem">, node<"sum", op::add_<encoded{{0.25f, 2}}>, "left", "right">>,
    any_model>;

constexpr const auto& whole = placement_of<diamond, on<signal_unit>>;
static_assert(whole.segments.size() == 1 && whole.crossing_bytes == 0 && whole.crossings.size() == 2);
static_assert(whole.crossings[0].name == "x" && whole.crossings[0].from == caller && whole.crossings[0].to == 0);
static_assert(whole.crossings[1].name == "sum" && whole.crossings[1].to == caller && whole.crossings[1].bytes == 6);

using split = placed_with<on<signal_unit>, pinned<"right", graphics_unit>>;
constexpr const auto& table = placement_of<diamond, split>;
static_assert(table.segments.size() == 3 && table.segments[1].processor == "gpu" && table.segments[2].steps == 1);
// "left" can run before "right" has to be waited for.
static_assert(table.steps[1].name == "left" && table.steps[1].segment == 0 && table.steps[1].op == "relu");
static_assert(table.steps[2].backend == "graphics_unit" && table.steps[2].segment == 1);
// x in, stem to the gpu, left and right to the last segment, sum out.
static_assert(table.crossings.size() == 5 && table.segments[2].bytes_in == 12 && table.segments[0].bytes_out == 12);
static_assert(table.crossings[1].name == "stem" && table.crossings[1].code == encoding{0.5f, 1});
// left stays on the processor that made it.
static_assert(table.crossing_bytes == 12);
static_assert(table.crossing_crc != whole.crossing_crc);

}  // namespace

TEST_CASE("every segment reads only what segments before it have made") {
  for (const crossing& handed : table.crossings)
    if (handed.to != caller) CHECK(handed.from < handed.to);
}

TEST_CASE("what crosses is told by its CRC") {
  crossing changed = table.crossings[1];
  const auto before = detail::crc_of_crossing(changed, 0);
  changed.code.zero_point += 1;
  CHECK(detail::crc_of_crossing(changed, 0) != before);
}
