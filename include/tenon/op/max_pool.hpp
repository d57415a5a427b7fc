// SPDX-License-Identifier: Apache-2.0
// max_pool: the largest value of a window, for each channel.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/pooling.hpp>

namespace tenon::op {

/// Computes the largest value under a window that slides over an image; what lies outside the image does not count.
/// Attributes: window, stride, dilation, padding. The int8 result has the encoding of the input. Rule: TFLite MAX_POOL_2D.
template <auto... Attributes>
struct max_pool_ : pooling<max_pool_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "max_pool";
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;
};

/// Largest value of a window: `max_pool<"pool", window{2, 2}, stride{2, 2}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, max_pool_<Attributes...>> max_pool{};

}  // namespace tenon::op
