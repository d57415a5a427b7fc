// SPDX-License-Identifier: Apache-2.0
// An engine behind functions: its ports by name, a run through pointers, and every step told of.
#include <tenon/host/runnable_model.hpp>

#include <engine/small_network.hpp>
#include <engine/streaming_networks.hpp>
#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <vector>

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

TEST_CASE("costs of a quantized engine are its own, and runs give its bits however often they are called") {
  using quantized = small_network::integer_engine;
  const host::runnable_model made = host::make_runnable<quantized>();
  CHECK(made.macs == 4 * 3 + 3 * 2);
  CHECK(made.weight_bytes == quantized::weight_bytes);
  CHECK(made.steps.data() == quantized::steps.data());
  static quantized alone;
  for (const float factor : {1.0f, -1.0f, 0.25f}) {
    std::array<float, 4> x = small_network::example;
    for (float& number : x) number *= factor;
    std::array<float, 2> wanted{}, scores{};
    alone.run(x, wanted);
    made.run(std::array<const void*, 1>{x.data()}, std::array<void*, 1>{scores.data()});
    CHECK(scores == wanted);
  }
}

TEST_CASE("a watcher sees what each step made") {
  const host::runnable_model made = host::make_runnable<small_network::real_engine>();
  std::map<std::string, std::array<float, 2>> seen;
  const auto keep = [&](const step_info& step, const void* data) {
    if (step.output.size() == 2) std::memcpy(seen[std::string{step.name}].data(), data, sizeof(float) * 2);
  };
  std::array<float, 2> scores{};
  made.watch(keep, std::array<const void*, 1>{small_network::example.data()}, std::array<void*, 1>{scores.data()});
  const auto logits = small_network::computed_again(small_network::example);
  for (std::size_t i = 0; i < 2; ++i) CHECK(double{seen["logits"][i]} == doctest::Approx(logits[i]));
  CHECK(seen["scores"] == scores);
}

TEST_CASE("runs carry states on, watched or not, until a new stream begins") {
  using summing = engine<model<streaming_networks::running_sum, weights<bind<"sum.initial", streaming_networks::first_sums>>>,
                         on<reference>>;
  const host::runnable_model made = host::make_runnable<summing>();
  CHECK(made.state_bytes == 16);
  const std::array<float, 2> x{1, 2};
  std::array<float, 2> y{};
  const std::array<const void*, 1> from{x.data()};
  const std::array<void*, 1> to{y.data()};
  made.run(from, to);
  CHECK(y == std::array<float, 2>{11, 22});
  made.watch([](const step_info&, const void*) {}, from, to);
  CHECK(y == std::array<float, 2>{12, 24});
  made.reset();
  made.run(from, to);
  CHECK(y == std::array<float, 2>{11, 22});
}

TEST_CASE_TEMPLATE("laws", Topology, two_ends) { tenon_laws::check_topology<Topology>(); }
