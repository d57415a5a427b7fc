// SPDX-License-Identifier: Apache-2.0
// scalar_dsp in a placement: it runs what it can, the next backend the rest, and what nobody can run is refused.
#include "backend/scalar_dsp/scalar_dsp.hpp"

#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <random>

struct blend {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 3>>;
    auto gate = x | dense<"hidden", units{3}> | sigmoid<"gate">;
    return add<"mix">(x, gate) | softmax<"scores">;
  }
};
inline constexpr std::array<float, 9> hidden_kernel{1, -2, 3, -4, 0.5f, 0.25f, 0, 1, -1};
struct arrays : tenon::weights<tenon::bind<"hidden.kernel", hidden_kernel>> {};
struct codes : tenon::encodings<tenon::encode<"x", tenon::scale{0.05f}>, tenon::encode<"hidden", tenon::scale{0.1f}>,
                                tenon::encode<"mix", tenon::scale{0.06f}, tenon::zero_point{-5}>> {};
using model = tenon::model<blend, arrays, codes, tenon::border<tenon::i8>>;

using split = tenon::engine<model, tenon::on<scalar_dsp, tenon::reference>>;
static_assert(split::steps[0].name == "hidden" && split::steps[0].backend == "scalar_dsp");
static_assert(split::steps[1].name == "gate" && split::steps[1].backend == "scalar_dsp");
static_assert(split::steps[2].name == "mix" && split::steps[2].backend == "scalar_dsp");
static_assert(split::steps[3].name == "scores" && split::steps[3].backend == "reference");
static_assert(split::steps[0].variant == "four_outputs" && split::step_count == 4);

using plain = tenon::engine<model, tenon::on<tenon::reference>>;
static_assert(split::evaluate({-128, 5, 127}) == plain::evaluate({-128, 5, 127}));

constexpr tenon::fault missing = tenon::fault_of<tenon::engine<model, tenon::on<scalar_dsp>>>;
static_assert(missing.kind == tenon::fault_kind::no_kernel);
static_assert(tenon::name_at<tenon::lowered<model>::graph_type>(missing.node) == "scores");
constexpr auto reasons = tenon::refusals_of<tenon::engine<model, tenon::on<scalar_dsp>>>;
static_assert(reasons[0].backend == "scalar_dsp" && reasons[0].reason == "no kernel for this operator");

namespace {

/// A sum that the dense layer before it forms, by two of the kernels.
struct residual {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 3>>;
    return add<"mix">(x | dense<"hidden", units{3}>, x);
  }
};
using residual_model = tenon::model<residual, arrays, codes, tenon::border<tenon::i8>>;
using on_dsp = tenon::engine<residual_model, tenon::on<scalar_dsp>>;
static_assert(on_dsp::step_count == 1 && on_dsp::steps[0].op == "dense" && on_dsp::steps[0].backend == "scalar_dsp");
static_assert(on_dsp::evaluate({-128, 5, 127}) ==
              tenon::engine<residual_model, tenon::on<tenon::reference>>::evaluate({-128, 5, 127}));

/// A sum that scalar_dsp has no kernel for, as one of its terms is repeated.
struct broadcast_sum {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    return add<"mix">(input<"x", tensor<f32, 2, 3>>, input<"hidden", tensor<f32, 3>>);
  }
};
using broadcast_engine = tenon::engine<tenon::model<broadcast_sum, tenon::weights<>, codes, tenon::border<tenon::i8>>,
                                       tenon::on<scalar_dsp, tenon::reference>>;
static_assert(broadcast_engine::step_count == 1 && broadcast_engine::steps[0].backend == "reference");

}  // namespace

TEST_CASE("a network split over scalar_dsp and the reference has the reference's bits") {
  static split on_two;
  static plain on_one;
  std::mt19937 random(5);
  for (int draw = 0; draw < 500; ++draw) {
    std::array<std::int8_t, 3> x{}, y{}, wanted{};
    for (auto& value : x) value = static_cast<std::int8_t>(random());
    on_two.run(x, y);
    on_one.run(x, wanted);
    CHECK(y == wanted);
  }
}

TEST_CASE("the numbers that scalar_dsp packed are whole") { CHECK(split::weights_intact()); }

TEST_CASE_TEMPLATE("laws", Topology, blend, residual, broadcast_sum) { tenon_laws::check_topology<Topology>(); }
