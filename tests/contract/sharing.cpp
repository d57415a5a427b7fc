// SPDX-License-Identifier: Apache-2.0
// Networks whose edges share memory: kryo against the reference, in real numbers and in int8.
#include <tenon/backend/kryo.hpp>
#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

namespace {

using namespace tenon;

/// Parts with gaps between rows, a sum over its first input, views, and an output that is read on.
struct shared {
  static consteval auto graph() {
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 5, 7, 6>>;
    auto z = input<"z", tensor<f32, 7, 1>>;
    auto sum = add<"sum">(x, z);
    auto scaled = mul<"scaled">(constant<"factor", tensor<f32, 6>>, x);
    auto both = concat<"both">(sum, scaled);
    auto rows = reshape<"rows", extents{35, -1}>(both);
    auto turned = transpose<"turned">(rows);
    auto part = slice<"part", begin{11, 0}, end{-13, 35}, strides{-1, 2}>(turned);
    auto shown = output<"part.shown">(part);
    auto flat = reshape<"flat", extents{216}>(part);
    return outputs(shown, sub<"y">(flat, constant<"offset", tensor<f32, 1>>));
  }
};
inline constexpr std::array<float, 6> factors{0.5f, -1, 1.5f, 2, -0.25f, 1};
inline constexpr std::array<float, 1> offsets{0.75f};
struct arrays : weights<bind<"factor.value", factors>, bind<"offset.value", offsets>> {};

template <float BothScale>
struct codes
    : encodings<encode<"x", scale{0.03f}, zero_point{5}>, encode<"z", scale{0.02f}>,
                encode<"sum", scale{0.04f}, zero_point{-9}>, encode<"scaled", scale{0.04f}, zero_point{-9}>,
                encode<"both", scale{BothScale}, zero_point{-9}>, encode<"y", scale{0.05f}, zero_point{3}>> {
};

template <class Model>
void check_model(bool copied) {
  using on_kryo = engine<Model, on<kryo>>;
  using on_reference = engine<Model, on<reference>>;
  bool has_concat = false;
  for (const step_info& step : on_kryo::steps) has_concat = has_concat || step.op == "concat";
  CHECK(has_concat == copied);
  static on_kryo fast;
  static on_reference plain;
  std::mt19937 random(3);
  std::uniform_real_distribution<float> values(-4.0f, 4.0f);
  for (int draw = 0; draw < 20; ++draw) {
    std::array<float, 210> x;
    std::array<float, 7> z;
    for (float& value : x) value = values(random);
    for (float& value : z) value = values(random);
    std::array<float, 216> part[2];
    std::array<float, 216> y[2];
    fast.run(x, z, part[0], y[0]);
    plain.run(x, z, part[1], y[1]);
    CHECK(part[0] == part[1]);
    CHECK(y[0] == y[1]);
  }
}

TEST_CASE("Real numbers") { check_model<model<shared, arrays>>(false); }
TEST_CASE("int8, parts in the encoding of the whole") {
  check_model<model<shared, arrays, codes<0.04f>>>(false);
}
TEST_CASE("int8, parts in another encoding") { check_model<model<shared, arrays, codes<0.07f>>>(true); }

/// Parts of one channel, each written between the channels of the others.
struct columns {
  static consteval auto graph() {
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 4, 5, 2>>;
    auto first = slice<"first", begin{0, 0, 0}, end{4, 5, 1}>(x);
    auto second = slice<"second", begin{0, 0, 1}, end{4, 5, 2}>(x);
    auto mirrored = slice<"mirrored", begin{0, -1, 0}, end{4, -6, 1}, strides{1, -1, 1}>(x);
    auto turned = reshape<"wide", extents{5, 4, 1}>(first) | transpose<"turned", permutation{1, 0, 2}>;
    return concat<"y">(add<"sum">(first, second), mirrored, turned);
  }
};

TEST_CASE("Parts of one channel are written beside each other") {
  using on_kryo = engine<model<columns>, on<kryo>>;
  static_assert(on_kryo::steps[on_kryo::step_count - 1].op != "concat");
  static on_kryo fast;
  static engine<model<columns>, on<reference>> plain;
  std::mt19937 random(5);
  std::uniform_real_distribution<float> values(-4.0f, 4.0f);
  for (int draw = 0; draw < 20; ++draw) {
    std::array<float, 40> x;
    for (float& value : x) value = values(random);
    std::array<float, 60> y[2];
    fast.run(x, y[0]);
    plain.run(x, y[1]);
    CHECK(y[0] == y[1]);
  }
}

TEST_CASE_TEMPLATE("laws", Topology, shared, columns) { tenon_laws::check_topology<Topology>(); }

}  // namespace
