// SPDX-License-Identifier: Apache-2.0
// Constants: their elements under every element type, their encodings, and their place in quantized networks.
#include <tenon/op/constant.hpp>

#include <tenon/backend/reference/dequantize.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/backend/reference/quantize.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/op/add.hpp>
#include <tenon/op/dequantize.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/mul.hpp>
#include <tenon/op/quantize.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

constexpr std::array<float, 4> numbers{-1.5f, 0.0f, 2.5f, 400.0f};

template <tensor_type Type>
constexpr auto held_as(encoding code = {}) {
  parameter_source source;
  source.add("value", numbers);
  return op::constant_<Type>::values(source, {Type, code});
}

static_assert(held_as<tensor<f32, 4>::value>() == numbers);
static_assert(held_as<tensor<i8, 4>::value>({0.5f, 1}) == std::array<std::int8_t, 4>{-2, 1, 6, 127});
static_assert(held_as<tensor<u8, 4>::value>({1.0f, 1}) == std::array<std::uint8_t, 4>{0, 1, 4, 255});
static_assert(held_as<tensor<i32, 4>::value>() == std::array<std::int32_t, 4>{-2, 0, 3, 400});

static_assert(op::constant_<tensor<f16, 2>::value>::infer({}).fault ==
              "tenon: a constant has an element type that bound arrays cannot be turned into; use f32");
static_assert(op::constant_<tensor<f32, 2, 3>::value>::parameters_for({}).items[0].size == 6);

TEST_CASE("The encoding of values reaches from the least to the greatest, zero included") {
  const encoding both = op::encoding_of_values(std::array{-1.0f, 0.5f, 4.1f});
  CHECK(both.scale == doctest::Approx(5.1f / 255));
  CHECK(quantize_value(-1.0f, both, -128, 127) == -128);
  CHECK(quantize_value(4.1f, both, -128, 127) == 127);
  CHECK(op::encoding_of_values(std::array{3.0f, 5.1f}).zero_point == -128);
  CHECK(op::encoding_of_values(std::array{-3.0f, -5.1f}).zero_point == 127);
  CHECK(op::encoding_of_values(std::array{0.0f, 0.0f}).known());
  CHECK(op::encoding_of_values({}).known());
}

struct affine {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    auto x = input<"x", tensor<f32, 2, 4>>;
    auto scaled = mul<"scaled">(x, constant<"factor", tensor<f32, 4>>);
    return add<"y">(scaled, constant<"offset", tensor<f32, 2, 1>>);
  }
};
inline constexpr std::array<float, 4> factors{1, -2, 0.5f, 3};
inline constexpr std::array<float, 2> offsets{10, -20};
using arrays = weights<bind<"factor.value", factors>, bind<"offset.value", offsets>>;
using codes = encodings<encode<"x", scale{0.0625f}, zero_point{3}>, encode<"scaled", scale{0.125f}>,
                        encode<"y", scale{0.25f}, zero_point{-7}>>;

template <class Encodings, class... Policies>
using engine_with = engine<model<affine, arrays, Encodings, Policies...>, on<reference>>;

constexpr std::array<float, 8> x{1, 2, 3, -1, -2, -3, 4, 0.5f};
constexpr std::array<float, 8> y{11, 6, 11.5f, 7, -22, -14, -18, -18.5f};

static_assert(engine_with<encodings<>>::evaluate(x) == y);
static_assert(fault_of<model<affine, weights<bind<"factor.value", factors>>>>.kind ==
              fault_kind::missing_parameter);
static_assert(
    fault_of<model<affine, weights<bind<"factor.value", factors>, bind<"offset.value", factors>>>>.kind ==
    fault_kind::wrong_parameter_size);

TEST_CASE("A quantized network encodes its constants from their values") {
  static engine_with<codes> quantized;
  static_assert(decltype(quantized)::steps.size() == 4);
  static_assert(decltype(quantized)::evaluate(x) != std::array<float, 8>{});
  std::array<float, 8> result{};
  quantized.run(x, result);
  CHECK(result == decltype(quantized)::evaluate(x));
  for (std::size_t i = 0; i < y.size(); ++i) CHECK(result[i] == doctest::Approx(y[i]).epsilon(0.03));
  CHECK(quantized.weights_intact());
}

TEST_CASE("An encoding bound to a constant's name is taken instead") {
  using bound = encodings<encode<"x", scale{0.0625f}, zero_point{3}>, encode<"scaled", scale{0.125f}>,
                          encode<"offset", scale{20.0f}>, encode<"y", scale{0.25f}, zero_point{-7}>>;
  // Offsets 10 and -20 become multiples of 20; 10 is a half and rounds away from zero.
  const std::array<float, 8> result = engine_with<bound>::evaluate(x);
  CHECK(result[0] == doctest::Approx(21).epsilon(0.03));
  CHECK(result[4] == doctest::Approx(-22).epsilon(0.03));
}

TEST_CASE("A constant that only real numbers meet stays exact") {
  using kept = engine_with<codes, keep<f32, "y">>;
  const std::array<float, 8> result = kept::evaluate(x);
  // The sum is formed in real numbers: a multiple of the scale of "scaled" plus the offset itself.
  CHECK(result[0] == 11.0f);
  CHECK(kept::steps.back().op == "add");
}

// x + c in int8: c keeps its integers and the encoding that it was bound with, whatever values it holds.
struct sum {
  static consteval auto graph() {
    using namespace tenon::op;
    return add<"y">(input<"x", tensor<f32, 3>>, constant<"c", tensor<f32, 3>>);
  }
};
inline constexpr char given[] = "\001\200\003";
inline constexpr std::array<float, 1> given_scale{0.5f};
struct given_values : weights<bind<"c.value", given, given_scale, -2>> {};
struct sum_codes : encodings<encode<"x", scale{0.5f}>, encode<"y", scale{0.5f}>> {};

static_assert(engine<model<sum, given_values, sum_codes, border<i8>>, on<reference>>::evaluate({0, 100, 1}) ==
              std::array<std::int8_t, 3>{3, -26, 6});
static_assert(engine<model<sum, given_values>, on<reference>>::evaluate({0, 100, 1}) == std::array{1.5f, 37.0f, 3.5f});
// Bound to another encoding they are converted by their real values.
struct other_codes : encodings<encode<"x", scale{0.5f}>, encode<"c", scale{1.0f}>, encode<"y", scale{0.5f}>> {};
static_assert(engine<model<sum, given_values, other_codes, border<i8>>, on<reference>>::evaluate({0, 100, 1}) ==
              std::array<std::int8_t, 3>{4, -26, 7});

TEST_CASE_TEMPLATE("laws", Topology, affine, sum) { tenon_laws::check_topology<Topology>(); }

}  // namespace
