// SPDX-License-Identifier: Apache-2.0
// The digits network up to its logits, which its training framework tells too.
#pragma once

#include "../../examples/digits/weights.hpp"

#include <tenon/tenon.hpp>

namespace digits {

struct logits_network {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    return input<"image", tensor<f32, 28, 28, 1>>
         | conv2d<"stem", filters{16}, window{3, 3}, stride{2, 2}, same_padding> | batch_norm<"stem.bn"> | relu<"stem.relu">
         | conv2d<"body", filters{32}, window{3, 3}, same_padding> | batch_norm<"body.bn"> | relu<"body.relu">
         | max_pool<"pool", window{2, 2}, stride{2, 2}>
         | conv2d<"head", filters{64}, window{3, 3}, same_padding> | batch_norm<"head.bn"> | relu<"head.relu">
         | max_pool<"head.pool", window{2, 2}, stride{2, 2}> | flatten<"flat"> | dense<"logits", units{10}>;
  }
};

using logits_model = tenon::model<logits_network, weights>;

}  // namespace digits
