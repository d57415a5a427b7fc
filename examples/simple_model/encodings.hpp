// SPDX-License-Identifier: Apache-2.0
// Encodings of the edges of the simple model: real = scale * (integer - zero_point).
#pragma once

#include <tenon/model/encodings.hpp>

namespace simple_model {

struct encodings : tenon::encodings<
    tenon::encode<"image", tenon::scale{0.004f}, tenon::zero_point{-128}>,
    tenon::encode<"conv1.relu", tenon::scale{0.008f}, tenon::zero_point{-128}>,
    tenon::encode<"conv2.relu", tenon::scale{0.008f}, tenon::zero_point{-128}>,
    tenon::encode<"pool", tenon::scale{0.004f}, tenon::zero_point{-128}>,
    tenon::encode<"fc", tenon::scale{0.01f}, tenon::zero_point{0}>> {};

}  // namespace simple_model
