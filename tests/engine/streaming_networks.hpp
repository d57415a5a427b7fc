// SPDX-License-Identifier: Apache-2.0
// Small networks with states.
#pragma once

#include <tenon/backend/reference/assign.hpp>
#include <tenon/backend/reference/concat.hpp>
#include <tenon/backend/reference/dequantize.hpp>
#include <tenon/backend/reference/elementwise.hpp>
#include <tenon/backend/reference/movement.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/backend/reference/quantize.hpp>
#include <tenon/backend/reference/reshape.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/op/add.hpp>
#include <tenon/op/assign.hpp>
#include <tenon/op/concat.hpp>
#include <tenon/op/dequantize.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/output.hpp>
#include <tenon/op/quantize.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/slice.hpp>
#include <tenon/op/state.hpp>

#include <array>

namespace streaming_networks {

using namespace tenon;

using row = std::array<float, 2>;

/// Two rows of the past and the newest one, doubled.
struct window_of_three {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto all = concat<"all", axis{0}>(state<"past", tensor<f32, 2, 2>>, input<"x", tensor<f32, 1, 2>>);
    const auto newest = all | slice<"newest", begin{1, 0}, end{3, 2}>;
    return outputs(add<"y">(all, all), assign<"past">(newest));
  }
};

/// The same past, put together from what is left of it and the newest row.
struct shift_register {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto past = state<"past", tensor<f32, 2, 2>>;
    const auto x = input<"x", tensor<f32, 1, 2>>;
    const auto next = concat<"next", axis{0}>(past | slice<"rest", begin{1, 0}, end{2, 2}>, x);
    return outputs(add<"y">(past, x), next | assign<"past">);
  }
};

/// Three states that hand on what they held; the first is assigned first.
struct delay_line {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto x = input<"x", tensor<f32, 2>>;
    const auto first = state<"first", tensor<f32, 2>>;
    const auto second = state<"second", tensor<f32, 2>>;
    const auto third = state<"third", tensor<f32, 2>>;
    return outputs(third | relu<"y">, assign<"first">(x), assign<"second">(first), assign<"third">(second));
  }
};

/// A sum over all runs, which is what the network gives too.
struct running_sum {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto sum = add<"new_sum">(state<"sum", tensor<f32, 2>>, input<"x", tensor<f32, 2>>);
    return outputs(sum | output<"y">, assign<"sum">(sum));
  }
};
inline constexpr std::array<float, 2> first_sums{10, 20};

/// What a state holds as an output, and one value for two states.
struct seen_state {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto x = input<"x", tensor<f32, 2>>;
    const auto one = state<"one", tensor<f32, 2>>;
    const auto next = add<"next">(one, x) | relu<"next.relu">;
    const auto both = add<"both">(next, state<"two", tensor<f32, 2>>);
    return outputs(one | output<"y">, both, assign<"one">(next), assign<"two">(next));
  }
};

struct window_encodings
    : encodings<encode<"x", scale{0.5f}, zero_point{-5}>, encode<"past", scale{0.5f}, zero_point{-5}>,
                encode<"all", scale{0.5f}, zero_point{-5}>, encode<"y", scale{1.0f}, zero_point{-5}>> {};
/// The state is encoded in another way than what is assigned to it.
struct unequal_encodings
    : encodings<encode<"x", scale{0.5f}, zero_point{-5}>, encode<"past", scale{0.25f}, zero_point{3}>,
                encode<"all", scale{0.5f}, zero_point{-5}>, encode<"y", scale{1.0f}, zero_point{-5}>> {};

}  // namespace streaming_networks
