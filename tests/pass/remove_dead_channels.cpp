// SPDX-License-Identifier: Apache-2.0
// remove_dead_channels: which channels go, and that no bit of the result changes.
#include <tenon/pass/remove_dead_channels.hpp>

#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

struct net {
  static consteval auto graph() {
    return input<"x", tensor<f32, 4, 4, 2>> | conv2d<"a", filters{5}, window{3, 3}, same_padding> | relu<"a.relu"> |
           max_pool<"pool", window{2, 2}, stride{2, 2}> | conv2d<"b", filters{3}> | conv2d<"y", filters{2}>;
  }
};

// Channel 1 of a is 0; nobody uses channel 3.
inline constexpr auto kernel_a = [] {
  std::array<float, 5 * 18> values{};
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = i / 18 == 1 ? 0.0f : static_cast<float>(i * 37 % 101) / 50.0f - 1.0f;
  return values;
}();
inline constexpr std::array<float, 5> bias_a{0.5f, 0.0f, -0.25f, 0.125f, 0.0f};
inline constexpr auto kernel_b = [] {
  std::array<float, 15> values{};
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = i % 5 == 3 ? 0.0f : i % 5 == 1 ? 9.0f : static_cast<float>(i * 7 % 11) / 5.0f - 1.0f;
  return values;
}();
inline constexpr std::array<float, 6> kernel_y{1.0f, -2.0f, 0.5f, 0.25f, 3.0f, -1.0f};
using arrays =
    weights<bind<"a.kernel", kernel_a>, bind<"a.bias", bias_a>, bind<"b.kernel", kernel_b>, bind<"y.kernel", kernel_y>>;
using codes = encodings<encode<"x", scale{0.02f}, zero_point{-3}>, encode<"a.relu", scale{0.03f}, zero_point{-128}>,
                        encode<"b", scale{0.1f}, zero_point{5}>, encode<"y", scale{0.2f}>>;
using without = pipeline<pass::infer_shapes, pass::fuse_activation, pass::quantize>;

template <class Codes, class... Policies>
struct check {
  using whole = engine<model<net, arrays, Codes, without, Policies...>, on<reference>>;
  using live = engine<model<net, arrays, Codes, without::then<pass::remove_dead_channels>, Policies...>, on<reference>>;
  static_assert(live::macs < whole::macs && live::weight_bytes < whole::weight_bytes &&
                live::arena_bytes <= whole::arena_bytes);
  static constexpr auto edge =
      edges_of<typename live::graph_type>[static_cast<std::size_t>(index_of<typename live::graph_type>("a.relu"))];
  static_assert(edge.tensor.extents == shape_of(4, 4, 3));
  using network_type = lowered<typename live::model_type>;
  static_assert(std::is_same_v<nodes_of<typename pass::remove_dead_channels::apply<network_type>::graph_type>,
                               nodes_of<typename network_type::graph_type>>);

  static void run() {
    static whole one;
    static live other;
    std::array<float, 32> x{};
    std::array<float, 8> y{};
    std::array<float, 8> z{};
    for (std::size_t seed = 1; seed < 20; ++seed) {
      for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i * 29 * seed % 83) / 20.0f - 2.0f;
      one.run(x, y);
      other.run(x, z);
      CHECK(y == z);
    }
  }
};

TEST_CASE("dead channels make no difference") {
  check<codes>::run();
  check<codes, quantize_weights<weight_scheme{.per_channel = false}>>::run();
  check<codes, quantize_weights<weight_scheme{.per_channel = false, .affine = true}>>::run();
  check<codes, rounding::float32>::run();
  check<encodings<>>::run();
}

// Outputs of the network, and edges whose readers are not known to keep channels apart, keep all.
struct kept {
  static consteval auto graph() {
    auto a = input<"x", tensor<f32, 4, 4, 2>> | conv2d<"a", filters{5}, window{3, 3}, same_padding>;
    return outputs(output<"seen">(a), a | conv2d<"b", filters{3}>);
  }
};
using model_of_kept = model<kept, arrays>;
using start = network<nodes_of<model_of_kept::graph_type>, model_of_kept>;
static_assert(std::is_same_v<pass::remove_dead_channels::apply<start>::graph_type, start::graph_type>);

// Channels that become others on their way keep all, the dead one too.
struct doubled {
  static consteval auto graph() {
    return input<"x", tensor<f32, 4, 4, 2>> | conv2d<"a", filters{5}, window{3, 3}, same_padding> |
           depthwise_conv2d<"d", multiplier{2}> | conv2d<"e", filters{1}>;
  }
};
inline constexpr std::array<float, 10> ones{1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
using model_of_doubled = model<doubled, weights<bind<"a.kernel", kernel_a>, bind<"a.bias", bias_a>,
                                                bind<"d.kernel", ones>, bind<"e.kernel", ones>>>;
using network_of_doubled = network<nodes_of<model_of_doubled::graph_type>, model_of_doubled>;
static_assert(std::is_same_v<pass::remove_dead_channels::apply<network_of_doubled>::graph_type,
                             network_of_doubled::graph_type>);

// Of channels that are all dead one is left, as a tensor has one.
struct silent {
  static consteval auto graph() {
    return input<"x", tensor<f32, 1, 1, 2>> | conv2d<"a", filters{3}> | conv2d<"b", filters{1}>;
  }
};
inline constexpr std::array<float, 6> zeros{};
inline constexpr std::array<float, 3> threes{3, 3, 3};
using model_of_silent = model<silent, weights<bind<"a.kernel", zeros>, bind<"b.kernel", threes>>>;
using network_of_silent = network<nodes_of<model_of_silent::graph_type>, model_of_silent>;
using spoken = pass::remove_dead_channels::apply<network_of_silent>::graph_type;
static_assert(edges_of<spoken>[1].tensor.extents == shape_of(1, 1, 1));
static_assert(edges_of<spoken>.problem.kind == fault_kind::none);

TEST_CASE_TEMPLATE("laws", Topology, net, kept, doubled, silent) { tenon_laws::check_topology<Topology>(); }

}  // namespace
