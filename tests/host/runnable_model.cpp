// SPDX-License-Identifier: Apache-2.0
// An engine behind functions: its ports by name, a run through pointers, and every step told of.
#include <tenon/host/runnable_model.hpp>

#include <tenon/tenon.hpp>

#include <doctest/doctest.h>

#include <array>

using namespace tenon;

namespace {

struct two_ends {
  static consteval auto graph() {
    using namespace tenon::op;
    auto a = input<"a", tensor<f32, 1, 2>>;
    auto b = input<"b", tensor<f32, 2>>;
    auto sum = add<"sum">(a, b);
    return outputs(mul<"product">(sum, b), sum | argmax<"largest">);
  }
};
using small = engine<model<two_ends>, on<reference>>;

}  // namespace

TEST_CASE("ports have the names, types and order of the network") {
  const host::runnable_model made = host::make_runnable<small>();
  REQUIRE(made.inputs.size() == 2);
  CHECK(made.inputs[0].name == "a");
  CHECK(made.inputs[1].type == tensor<f32, 2>::value);
  REQUIRE(made.outputs.size() == 2);
  CHECK(made.outputs[0].name == "product");
  CHECK(made.outputs[1].name == "largest");
  CHECK(made.outputs[1].type == tensor<i32, 1>::value);
  CHECK(made.steps.size() == 3);
  CHECK(made.arena_bytes == small::arena_bytes);
}

TEST_CASE("a run through pointers is a run, watched or not") {
  const host::runnable_model made = host::make_runnable<small>();
  const std::array<float, 2> a{1, 2}, b{3, 5};
  const std::array<const void*, 2> from{a.data(), b.data()};
  std::array<float, 2> product{};
  std::array<std::int32_t, 1> largest{};
  const std::array<void*, 2> to{product.data(), largest.data()};
  made.run(from, to);
  CHECK(product == std::array<float, 2>{12, 35});
  CHECK(largest[0] == 1);
  product = {};
  std::vector<std::string> seen;
  made.watch([&](const step_info& step, const void*) { seen.emplace_back(step.name); }, from, to);
  CHECK(product == std::array<float, 2>{12, 35});
  CHECK(seen == std::vector<std::string>{"sum", "product", "largest"});
}
