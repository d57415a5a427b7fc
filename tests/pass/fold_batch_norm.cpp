// SPDX-License-Identifier: Apache-2.0
// fold_batch_norm: which normalizations move into weights, and that results stay.
#include <tenon/pass/fold_batch_norm.hpp>

#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

template <class Graph>
using applied = tenon_laws::graph_after<pass::fold_batch_norm, Graph>;
template <class Graph>
inline constexpr bool stays = std::is_same_v<applied<Graph>, Graph>;

using x = node<"x", input_<tensor<f32, 2, 2, 2>::value>>;
using c = node<"c", conv2d_<filters{2}>, "x">;
template <fixed_string Name, fixed_string Input>
using norm = node<Name, batch_norm_<epsilon{0.5f}>, Input>;

static_assert(std::is_same_v<applied<graph<x, c, norm<"n", "c">>>,
                             graph<x, node<"n", conv2d_<filters{2}, parameters_of<"c">{}, affine_of<"n">{0.5f}>, "x">>>);
// Two in a row: a layer takes one.
static_assert(size_of<applied<graph<x, c, norm<"n", "c">, norm<"m", "n">>>> == 3);
// Nothing before it, another reader, a bound or an activation in between.
static_assert(stays<graph<x, norm<"n", "x">>>);
static_assert(stays<graph<x, c, norm<"n", "c">, node<"r", relu_<>, "c">>>);
static_assert(stays<graph<x, node<"c", conv2d_<filters{2}, clamp{0.0f, 6.0f}>, "x">, norm<"n", "c">>>);
static_assert(stays<graph<x, c, node<"r", relu_<>, "c">, norm<"n", "r">>>);
// Integers: the layer's own encoding would be lost.
static_assert(stays<graph<node<"x", input_<tensor<i8, 2, 2, 2>::value, encoded{{0.5f, 0}}>>,
                          node<"c", conv2d_<filters{2}, encoded{{0.5f, 0}}>, "x">,
                          node<"n", batch_norm_<encoded{{0.25f, 0}}>, "c">>>);

struct net {
  static consteval auto graph() {
    return input<"x", tensor<f32, 2, 2, 2>> | conv2d<"c", filters{2}> | batch_norm<"n", epsilon{0.5f}>;
  }
};
inline constexpr std::array<float, 4> kernel{1.0f, -2.0f, 0.5f, 3.0f};
inline constexpr std::array<float, 2> bias{0.25f, -1.0f};
inline constexpr std::array<float, 2> mean{0.5f, -0.25f};
inline constexpr std::array<float, 2> variance{0.5f, 3.5f};
inline constexpr std::array<float, 2> gamma{2.0f, -1.0f};
using arrays = weights<bind<"c.kernel", kernel>, bind<"c.bias", bias>, bind<"n.mean", mean>, bind<"n.variance", variance>,
                       bind<"n.gamma", gamma>>;

TEST_CASE("a folded normalization computes the same") {
  using folded = engine<model<net, arrays, encodings<>, pipeline<pass::fold_batch_norm>>, on<reference>>;
  using apart = engine<model<net, arrays, encodings<>, pipeline<>>, on<reference>>;
  static_assert(folded::step_count == 1 && apart::step_count == 2);
  const std::array<float, 8> given{1, -1, 0.5f, 2, 3, -4, 0, 0.25f};
  const auto y = folded::evaluate(given);
  const auto z = apart::evaluate(given);
  for (std::size_t i = 0; i < y.size(); ++i) CHECK(y[i] == doctest::Approx(z[i]).epsilon(1e-5));
  // (1 + 2 + 0.25 - 0.5) * 2 / sqrt(1)
  CHECK(y[0] == doctest::Approx(5.5f));
}

TEST_CASE_TEMPLATE("laws", Topology, net) { tenon_laws::check_topology<Topology>(); }

}  // namespace
