// SPDX-License-Identifier: Apache-2.0
// A plain network of two convolutions, 3 to 32 to 64 channels, over a picture, in float and int8.
#include <cstddef>

#include "../../examples/sequence.hpp"
#include "model/measure.hpp"

namespace {

struct network {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    return input<"image", tensor<f32, 112, 112, 3>>
         | conv2d<"conv1", filters{32}, window{3, 3}, same_padding> | relu<"conv1.relu">
         | conv2d<"conv2", filters{64}, window{3, 3}, same_padding> | relu<"conv2.relu">
         | global_average_pool<"pool">
         | dense<"logits", units{10}>;
  }
};

constexpr auto conv1 = sequence<32 * 27>(1, 0.35f);
constexpr auto conv2 = sequence<64 * 288>(2, 0.1f);
constexpr auto logits = sequence<10 * 64>(3, 0.2f);

struct weights : tenon::weights<tenon::bind<"conv1.kernel", conv1>, tenon::bind<"conv2.kernel", conv2>,
                                tenon::bind<"logits.kernel", logits>> {};
struct encodings
    : tenon::encodings<tenon::encode<"image", tenon::scale{0.004f}, tenon::zero_point{-128}>,
                       tenon::encode<"conv1.relu", tenon::scale{0.01f}, tenon::zero_point{-128}>,
                       tenon::encode<"conv2.relu", tenon::scale{0.01f}, tenon::zero_point{-128}>,
                       tenon::encode<"pool", tenon::scale{0.005f}, tenon::zero_point{-128}>,
                       tenon::encode<"logits", tenon::scale{0.01f}>> {};

const bool registered = [] {
  constexpr std::size_t pixels = 112 * 112 * 3;
  bench::add_model<tenon::model<network, weights>, pixels, 10>("plain_112x112/float");
  bench::add_model<tenon::model<network, weights, encodings>, pixels, 10>("plain_112x112/int8");
  return true;
}();

}  // namespace
