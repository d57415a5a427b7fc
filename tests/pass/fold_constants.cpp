// SPDX-License-Identifier: Apache-2.0
// fold_constants: what becomes a constant, and that it has the values that the nodes had.
#include <tenon/pass/fold_constants.hpp>

#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

inline constexpr std::array<float, 3> offsets{1.0f, -2.0f, 0.5f};
inline constexpr std::array<float, 1> factor{-4.0f};

struct scaled {
  static consteval auto graph() {
    auto x = input<"x", tensor<f32, 2, 3>>;
    auto product = mul<"product">(constant<"offsets", tensor<f32, 3>>, constant<"factor", tensor<f32, 1>>);
    auto bounded = product | relu6<"bounded">;
    return mul<"y">(add<"sum">(x, bounded), constant<"factor", tensor<f32, 1>>);
  }
};
using arrays = weights<bind<"offsets.value", offsets>, bind<"factor.value", factor>>;
using folded = engine<model<scaled, arrays>, on<reference>>;
using plain = engine<model<scaled, arrays, encodings<>, pipeline<>>, on<reference>>;

static_assert(plain::step_count == 4 && folded::step_count == 2);
// The factor is still read, the offsets and the product are not.
static_assert(folded::graph_type::size == 5);
static_assert(index_of<folded::graph_type>("offsets") == unknown_node);
static_assert(index_of<folded::graph_type>("bounded") != unknown_node);
static_assert(folded::evaluate({1, 2, 3, 4, 5, 6}) == plain::evaluate({1, 2, 3, 4, 5, 6}));
static_assert(folded::evaluate({1, 2, 3, 4, 5, 6}) == std::array<float, 6>{-4, -32, -12, -16, -44, -24});

template <class Network>
using applied = typename tenon_laws::lawful<pass::fold_constants, Network>::type;
using once = applied<network<graph_of<scaled>, model<scaled, arrays>>>;
static_assert(std::is_same_v<applied<once>, once>);

// Nothing to fold, and a constant result that is an output.
using c = node<"c", constant_<tensor<f32, 3>::value>>;
using unread = graph<c, node<"x", input_<tensor<f32, 3>::value>>, node<"s", add_<>, "x", "c">>;
static_assert(std::is_same_v<applied<network<unread, model<unread>>>::graph_type, unread>);
using live_second = graph<c, node<"x", input_<tensor<f32, 3>::value>>, node<"s", add_<>, "c", "x">,
                          node<"r", relu_<>, "s">>;
static_assert(std::is_same_v<applied<network<live_second, model<live_second>>>::graph_type, live_second>);
// Integers are not computed.
using integers = graph<node<"c", constant_<tensor<i8, 3>::value, encoded{{0.5f, 0}}>>,
                       node<"r", relu_<encoded{{0.5f, 0}}>, "c">, node<"s", relu_<encoded{{0.5f, 0}}>, "r">>;
static_assert(std::is_same_v<applied<network<integers, model<integers>>>::graph_type, integers>);
using output_only = graph<c, node<"r", relu_<>, "c">>;
static_assert(std::is_same_v<applied<network<output_only, model<output_only>>>::graph_type, output_only>);

// A quantized network gives the folded values an encoding of their own, as it does for a bound constant.
inline constexpr std::array<float, 3> product{-4.0f, 8.0f, -2.0f};
struct folded_by_hand {
  static consteval auto graph() {
    return add<"sum">(input<"x", tensor<f32, 2, 3>>, constant<"product", tensor<f32, 3>>);
  }
};
struct to_fold {
  static consteval auto graph() {
    return add<"sum">(input<"x", tensor<f32, 2, 3>>,
                      mul<"product">(constant<"offsets", tensor<f32, 3>>, constant<"factor", tensor<f32, 1>>));
  }
};
using codes = encodings<encode<"x", scale{0.05f}>, encode<"sum", scale{0.1f}, zero_point{7}>>;
using by_hand = engine<model<folded_by_hand, weights<bind<"product.value", product>>, codes>, on<reference>>;
using by_pass = engine<model<to_fold, arrays, codes>, on<reference>>;
static_assert(by_hand::weight_bytes == by_pass::weight_bytes);
static_assert(by_hand::weight_crc() == by_pass::weight_crc());

TEST_CASE("folded constants run") {
  static folded a;
  static plain b;
  static by_pass q;
  const std::array<float, 6> x{0.5f, -1.0f, 2.0f, 3.0f, -0.25f, 1.5f};
  std::array<float, 6> y;
  std::array<float, 6> z;
  a.run(x, y);
  b.run(x, z);
  CHECK(y == z);
  q.run(x, y);
  CHECK(y[0] == doctest::Approx(-3.5f).epsilon(0.05));
  CHECK(q.weights_intact());
}

TEST_CASE_TEMPLATE("laws", Topology, scaled, folded_by_hand, to_fold) { tenon_laws::check_topology<Topology>(); }

}  // namespace
