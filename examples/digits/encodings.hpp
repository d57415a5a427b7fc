// SPDX-License-Identifier: Apache-2.0
// Encodings of the edges of a network: real = scale * (integer - zero_point).
// Ranges by percentile over 200 images; made by ./examples/run digits --calibrate.
#pragma once

#include <tenon/model/encodings.hpp>

namespace digits {

struct encodings : tenon::encodings<
    tenon::encode<"image", tenon::scale{0.003921569f}, tenon::zero_point{-128}>,  // 0.000976562 to 1
    tenon::encode<"stem.relu", tenon::scale{0.020802695f}, tenon::zero_point{-128}>,  // 0.00390625 to 5.30469
    tenon::encode<"body.relu", tenon::scale{0.019745711f}, tenon::zero_point{-128}>,  // 0.00390625 to 5.03516
    tenon::encode<"head.relu", tenon::scale{0.017999386f}, tenon::zero_point{-128}>,  // 0.00390625 to 4.58984
    tenon::encode<"logits", tenon::scale{0.06573246f}, tenon::zero_point{-19}>> {};  // -7.16406 to 9.59771

}  // namespace digits
