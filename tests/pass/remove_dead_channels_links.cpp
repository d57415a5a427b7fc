// SPDX-License-Identifier: Apache-2.0
// remove_dead_channels: channels go through depthwise convolutions, pools, flatten and activations to those who mix them.
#include <tenon/pass/remove_dead_channels.hpp>

#include <tenon/backend/kryo.hpp>
#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>

namespace {

using namespace tenon;
using namespace tenon::op;

/// `Count` numbers of both signs; those of which `Dead` says so are 0.
template <std::size_t Count, auto Dead>
inline constexpr auto drawn = [] {
  std::array<float, Count> values{};
  for (std::size_t i = 0; i < Count; ++i) values[i] = Dead(i) ? 0.0f : static_cast<float>(i * 37 % 101) / 50.0f - 1.01f;
  return values;
}();
inline constexpr auto none = [](std::size_t) { return false; };

struct mobile {
  static consteval auto graph() {
    return input<"x", tensor<f32, 4, 4, 2>> | conv2d<"stem", filters{6}> | relu<"stem.relu"> |
           depthwise_conv2d<"depth", window{3, 3}, same_padding> | relu6<"depth.relu"> | conv2d<"point", filters{4}> |
           max_pool<"pool", window{2, 2}, stride{2, 2}> | flatten<"flat"> | dense<"hidden", units{5}> |
           op::tanh<"hidden.tanh"> | dense<"y", units{2}>;
  }
};

// Of the stem's channels, 0 is not made, nor is 4, but that has a bias in depth; 1 has a bias in depth although it has no
// weight there, 2 has neither, and point does not use 3. Of point's channels, hidden does not use 1. Of hidden's, 4 is
// not made.
inline constexpr auto stem = drawn<12, [](std::size_t i) { return i / 2 == 0 || i / 2 == 4; }>;
inline constexpr auto depth = drawn<54, [](std::size_t i) { return i % 6 == 1 || i % 6 == 2; }>;
inline constexpr std::array<float, 6> depth_bias{0.0f, 0.5f, 0.0f, 0.25f, 0.125f, -0.5f};
inline constexpr auto point = drawn<24, [](std::size_t i) { return i % 6 == 3; }>;
inline constexpr auto hidden = drawn<5 * 16, [](std::size_t i) { return i % 4 == 1 || i / 16 == 4; }>;
inline constexpr auto last = drawn<10, none>;
using arrays = weights<bind<"stem.kernel", stem>, bind<"depth.kernel", depth>, bind<"depth.bias", depth_bias>,
                       bind<"point.kernel", point>, bind<"hidden.kernel", hidden>, bind<"y.kernel", last>>;
using codes = encodings<encode<"x", scale{0.02f}, zero_point{-3}>, encode<"stem.relu", scale{0.02f}, zero_point{-128}>,
                        encode<"depth.relu", scale{0.02f}, zero_point{-128}>,
                        encode<"point", scale{0.05f}, zero_point{5}>, encode<"hidden", scale{0.2f}, zero_point{1}>,
                        encode<"hidden.tanh", scale{1.0f / 128}>, encode<"y", scale{0.05f}>>;

using whole = pipeline<pass::infer_shapes, pass::fuse_activation, pass::quantize>;
using live = whole::then<pass::remove_dead_channels>;

template <class Engine>
consteval int channels_of(std::string_view name) {
  using graph_type = typename Engine::graph_type;
  return edges_of<graph_type>[static_cast<std::size_t>(index_of<graph_type>(name))].tensor.extents.from_end(0);
}

template <class Backend, class Codes, class... Policies>
void check() {
  using one_engine = engine<model<mobile, arrays, Codes, whole, Policies...>, on<Backend, reference>>;
  using other_engine = engine<model<mobile, arrays, Codes, live, Policies...>, on<Backend, reference>>;
  static_assert(channels_of<other_engine>("stem.relu") == 3 && channels_of<other_engine>("depth.relu") == 3);
  static_assert(channels_of<other_engine>("point") == 3 && channels_of<other_engine>("flat") == 12);
  static_assert(channels_of<other_engine>("hidden") == 4 && channels_of<other_engine>("hidden.tanh") == 4);
  static one_engine one;
  static other_engine other;
  std::array<float, 32> x{};
  std::array<float, 2> y{};
  std::array<float, 2> z{};
  for (std::size_t seed = 1; seed < 20; ++seed) {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i * 29 * seed % 83) / 20.0f - 2.0f;
    one.run(x, y);
    other.run(x, z);
    for (std::size_t i = 0; i < y.size(); ++i) CHECK(z[i] == doctest::Approx(y[i]).epsilon(1e-6));
    if (Codes::size > 0) CHECK(y == z);
  }
}

TEST_CASE("channels go all the way on the reference") {
  check<reference, codes>();
  check<reference, codes, rounding::float32>();
  check<reference, encodings<>>();
}

TEST_CASE("channels go all the way on kryo") {
  check<kryo, codes>();
  check<kryo, encodings<>>();
}

TEST_CASE_TEMPLATE("laws", Topology, mobile) { tenon_laws::check_topology<Topology>(); }

}  // namespace
