// SPDX-License-Identifier: Apache-2.0
// A small dense network with trained arrays and encodings, on which the parts of an engine are tested.
#pragma once

#include <tenon/backend/reference/dense.hpp>
#include <tenon/backend/reference/dequantize.hpp>
#include <tenon/backend/reference/elementwise.hpp>
#include <tenon/backend/reference/quantize.hpp>
#include <tenon/backend/reference/softmax.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/op/dense.hpp>
#include <tenon/op/dequantize.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/quantize.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/softmax.hpp>

namespace small_network {

struct topology {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | dense<"hidden", units{3}> | relu<"hidden.relu"> |
           dense<"logits", units{2}> | softmax<"scores">;
  }
};

inline constexpr std::array<float, 12> hidden_kernel{0.5f,  -1.0f, 0.25f, 2.0f, 1.5f,  0.75f,
                                                     -0.5f, 1.0f,  -2.0f, 0.5f, 0.25f, -0.75f};
inline constexpr std::array<float, 3> hidden_bias{0.1f, -0.2f, 0.3f};
inline constexpr std::array<float, 6> logits_kernel{1.0f, -0.5f, 0.25f, -1.0f, 0.5f, 2.0f};

struct weights
    : tenon::weights<tenon::bind<"hidden.kernel", hidden_kernel>, tenon::bind<"hidden.bias", hidden_bias>,
                     tenon::bind<"logits.kernel", logits_kernel>> {};
struct encodings
    : tenon::encodings<tenon::encode<"x", tenon::scale{0.02f}, tenon::zero_point{-3}>,
                       tenon::encode<"hidden.relu", tenon::scale{0.04f}, tenon::zero_point{-128}>,
                       tenon::encode<"logits", tenon::scale{0.1f}, tenon::zero_point{5}>> {};

using real_model = tenon::model<topology, weights>;
using integer_model = tenon::model<topology, weights, encodings>;
using real_engine = tenon::engine<real_model, tenon::on<tenon::reference>>;
using integer_engine = tenon::engine<integer_model, tenon::on<tenon::reference>>;

inline constexpr std::array<float, 4> example{0.7f, -1.1f, 2.0f, 0.3f};

/// The network once more, in double precision.
inline std::array<double, 2> computed_again(const std::array<float, 4>& x) {
  std::array<double, 3> hidden{};
  for (std::size_t i = 0; i < 3; ++i) {
    double sum = hidden_bias[i];
    for (std::size_t k = 0; k < 4; ++k) sum += double{hidden_kernel[i * 4 + k]} * x[k];
    hidden[i] = sum > 0.0 ? sum : 0.0;
  }
  std::array<double, 2> logits{};
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t k = 0; k < 3; ++k) logits[i] += double{logits_kernel[i * 3 + k]} * hidden[k];
  return logits;
}

}  // namespace small_network
