// SPDX-License-Identifier: Apache-2.0
// Engines whose edges share memory: reshapes, concatenations and outputs without copies, and copies where
// they must be.
#include <tenon/backend/reference/concat.hpp>
#include <tenon/backend/reference/dequantize.hpp>
#include <tenon/backend/reference/elementwise.hpp>
#include <tenon/backend/reference/movement.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/backend/reference/quantize.hpp>
#include <tenon/backend/reference/reshape.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/op/add.hpp>
#include <tenon/op/concat.hpp>
#include <tenon/op/constant.hpp>
#include <tenon/op/dequantize.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/mul.hpp>
#include <tenon/op/output.hpp>
#include <tenon/op/quantize.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/reshape.hpp>
#include <tenon/op/slice.hpp>
#include <tenon/op/sub.hpp>
#include <tenon/op/tanh.hpp>
#include <tenon/op/transpose.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace {

using namespace tenon;

template <class Topology, class... More>
using engine_for = engine<model<Topology, More...>, on<reference>>;

/// True if a run has a step for the node.
template <class Engine>
constexpr bool has_step(std::string_view name) {
  return std::any_of(Engine::steps.begin(), Engine::steps.end(),
                     [&](const step_info& step) { return step.name == name; });
}

/// True if two edges lie in the same block of memory.
template <class Engine>
constexpr bool share(std::string_view a, std::string_view b) {
  const auto block_of = [](std::string_view name) {
    return Engine::plan.block_of[static_cast<std::size_t>(index_of<typename Engine::graph_type>(name))];
  };
  return block_of(a) == block_of(b);
}

template <std::size_t Size>
constexpr std::array<float, Size> ramp(float start, float step) {
  std::array<float, Size> values{};
  for (std::size_t i = 0; i < Size; ++i) values[i] = start + step * static_cast<float>(i);
  return values;
}

/// Runs an engine with one output and holds it to evaluation without shared memory.
template <class Engine, class... Inputs>
void check_run(const Inputs&... inputs) {
  static Engine running;
  const auto wanted = Engine::evaluate(inputs...);
  for (int again = 0; again < 2; ++again) {
    auto y = wanted;
    y.fill(-99);
    running.run(inputs..., y);
    CHECK(y == wanted);
  }
}

struct reshapes {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 2, 6>> | op::tanh<"a"> | reshape<"a.rows", extents{3, 4}> | transpose<"b"> |
           reshape<"b.flat", extents{-1}>;
  }
};

TEST_CASE("Reshapes take no step and no memory of their own") {
  using shaped = engine_for<reshapes>;
  static_assert(shaped::step_count == 2 && shaped::arena_bytes == 48);
  static_assert(share<shaped>("a", "a.rows") && share<shaped>("b", "b.flat"));
  static_assert(!has_step<shaped>("a.rows") && !has_step<shaped>("b.flat"));
  check_run<shaped>(ramp<12>(-1.0f, 0.25f));
}

struct border_reshapes {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 2, 3>> | reshape<"view", extents{3, 2}> | transpose<"y">;
  }
};
struct only_a_reshape {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 2, 3>> | reshape<"y", extents{3, 2}>;
  }
};

TEST_CASE("The caller's input is read under another shape; from the caller to the caller values are copied") {
  using viewed = engine_for<border_reshapes>;
  static_assert(viewed::step_count == 1 && viewed::arena_bytes == 0);
  check_run<viewed>(ramp<6>(1, 1));
  using copied = engine_for<only_a_reshape>;
  static_assert(copied::step_count == 1 && copied::steps[0].variant == "copy" && copied::arena_bytes == 0);
  check_run<copied>(ramp<6>(1, 1));
}

template <int Axis>
struct joined_functions {
  static consteval auto graph() {
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 2, 2, 3>>;
    auto left = add<"left">(x, x);
    auto right = mul<"right">(x, x);
    return concat<"both", axis{Axis}>(left, right) | op::tanh<"y">;
  }
};

TEST_CASE(
    "Parts are written straight into the whole along the first axis, and along the last with gaps between "
    "rows") {
  using first = engine_for<joined_functions<0>>;
  static_assert(!has_step<first>("both") && share<first>("left", "both") && share<first>("right", "both"));
  static_assert(first::arena_bytes == 0, "tanh replaces the whole, which is the output");
  check_run<first>(ramp<12>(-1, 0.25f));
  using last = engine_for<joined_functions<-1>>;
  static_assert(!has_step<last>("both") && last::arena_bytes == 0);
  check_run<last>(ramp<12>(-1, 0.25f));
  using middle = engine_for<joined_functions<1>>;
  static_assert(has_step<middle>("both"), "an axis with others on both sides needs a copy");
  check_run<middle>(ramp<12>(-1, 0.25f));
}

struct parts_of_the_output {
  static consteval auto graph() {
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 4>>;
    auto inner = concat<"inner">(add<"a">(x, x), sub<"b">(x, x));
    return concat<"y">(inner, mul<"c">(x, x));
  }
};

TEST_CASE("Parts of parts are written straight into the caller's output") {
  using nested = engine_for<parts_of_the_output>;
  static_assert(nested::step_count == 3 && nested::arena_bytes == 0);
  check_run<nested>(ramp<4>(1, 1));
}

struct joined_inputs {
  static consteval auto graph() {
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 3>>;
    auto twice = add<"twice">(x, x);
    return outputs(concat<"y">(x, twice), concat<"z">(twice, twice));
  }
};

TEST_CASE("Inputs, and edges that are joined twice, are copied") {
  using copied = engine_for<joined_inputs>;
  static_assert(has_step<copied>("y") && has_step<copied>("z"));
  static copied running;
  std::array<float, 6> y{};
  std::array<float, 6> z{};
  running.run(ramp<3>(1, 1), y, z);
  CHECK(y == std::array<float, 6>{1, 2, 3, 2, 4, 6});
  CHECK(z == std::array<float, 6>{2, 4, 6, 2, 4, 6});
}

using joined_codes =
    encodings<encode<"x", scale{0.0625f}>, encode<"left", scale{0.125f}>, encode<"right", scale{0.125f}>,
              encode<"both", scale{0.125f}>, encode<"y", scale{1.0f / 128}>>;
using mixed_codes = encodings<encode<"x", scale{0.0625f}>, encode<"left", scale{0.125f}>,
                              encode<"right", scale{0.0625f}, zero_point{-9}>, encode<"both", scale{0.125f}>,
                              encode<"y", scale{1.0f / 128}>>;

TEST_CASE("Quantized parts are written in place only if they have the encoding of the whole") {
  using equal = engine_for<joined_functions<0>, weights<>, joined_codes>;
  static_assert(!has_step<equal>("both") && share<equal>("left", "both"));
  check_run<equal>(ramp<12>(-2, 0.5f));
  using mixed = engine_for<joined_functions<0>, weights<>, mixed_codes>;
  static_assert(has_step<mixed>("both") && !share<mixed>("right", "both"));
  check_run<mixed>(ramp<12>(-2, 0.5f));
  constexpr auto y = mixed::evaluate(ramp<12>(-2, 0.5f));
  static_assert(y[0] < -0.9f && y[12] > 0.9f, "2x and x*x at -2");
}

struct constants_and_outputs {
  static consteval auto graph() {
    using namespace tenon::op;
    auto a = input<"a", tensor<f32, 2, 3>>;
    auto b = input<"b", tensor<f32, 3>>;
    auto scaled = mul<"scaled">(a, constant<"factor", tensor<f32, 2, 1>>);
    auto sum = add<"sum">(scaled, b);
    auto shown = output<"sum.shown">(sum);
    auto echo = output<"b.shown">(b);
    auto table = output<"factor.shown">(constant<"factor", tensor<f32, 2, 1>>);
    auto mirrored = slice<"mirrored", begin{0, -1}, end{2, -4}, strides{1, -1}>(sum);
    return outputs(shown, echo, table, mirrored, relu<"positive">(sum));
  }
};
inline constexpr std::array<float, 2> row_factors{2, -1};
using factor_weights = weights<bind<"factor.value", row_factors>>;

TEST_CASE("Several inputs, constants, and outputs that are read on") {
  using many = engine_for<constants_and_outputs, factor_weights>;
  static_assert(many::input_count == 2 && many::output_count == 5);
  static_assert(share<many>("sum", "sum.shown") && !has_step<many>("sum.shown"),
                "made in the caller's memory");
  static_assert(has_step<many>("b.shown") && has_step<many>("factor.shown"), "not made by the network");
  static_assert(many::arena_bytes <= 32);
  static many running;
  std::array<float, 6> sum{};
  std::array<float, 3> echo{};
  std::array<float, 2> table{};
  std::array<float, 6> mirrored{};
  std::array<float, 6> positive{};
  running.run(std::array<float, 6>{1, 2, 3, 4, 5, 6}, std::array<float, 3>{10, 0, -10}, sum, echo, table,
              mirrored, positive);
  CHECK(sum == std::array<float, 6>{12, 4, -4, 6, -5, -16});
  CHECK(echo == std::array<float, 3>{10, 0, -10});
  CHECK(table == row_factors);
  CHECK(mirrored == std::array<float, 6>{-4, 4, 12, -16, -5, 6});
  CHECK(positive == std::array<float, 6>{12, 4, 0, 6, 0, 0});
  CHECK(running.weights_intact());
}

using unread_constant =
    graph<node<"x", op::input_<tensor<f32, 2>::value>>, node<"factor", op::constant_<tensor<f32, 2>::value>>,
          node<"y", op::tanh_<>, "x">>;

TEST_CASE("A constant that nobody reads is no output") {
  using with_unread = engine_for<unread_constant, factor_weights>;
  static_assert(with_unread::output_count == 1 && with_unread::step_count == 1);
  static with_unread running;
  std::array<float, 2> y{};
  running.run(std::array<float, 2>{0, 0.5f}, y);
  CHECK(y[0] == 0.0f);
  CHECK(y[1] > 0.4f);
}

struct broadcast_sum {
  static consteval auto graph() {
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 1, 4>>;
    auto y = input<"y", tensor<f32, 3, 1>>;
    auto row = op::tanh<"row">(x);
    auto column = op::tanh<"column">(y);
    auto whole = add<"whole">(row, column);
    auto again = add<"again">(whole, row);
    return mul<"last">(again, column);
  }
};

TEST_CASE("A sum replaces its first input only if that is as large as the sum") {
  using broad = engine_for<broadcast_sum>;
  static_assert(!share<broad>("row", "whole") && share<broad>("whole", "again"));
  check_run<broad>(ramp<4>(-1, 0.5f), ramp<3>(0.5f, 0.5f));
}

TEST_CASE_TEMPLATE("laws", Topology, reshapes, border_reshapes, only_a_reshape, joined_functions<0>,
                   joined_functions<1>, joined_functions<-1>, parts_of_the_output, joined_inputs, constants_and_outputs,
                   unread_constant, broadcast_sum) {
  tenon_laws::check_topology<Topology>();
}

}  // namespace
