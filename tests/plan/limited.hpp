// SPDX-License-Identifier: Apache-2.0
// A backend with little fast memory, and a network whose steps are too large for it.
#pragma once

#include <tenon/backend/reference.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/op/operators.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace limited {

/// Computes what the reference computes, on at most `Bytes` at a time.
template <std::size_t Bytes>
struct processor {
  static constexpr std::string_view name = "limited";
  static constexpr std::size_t working_set_bytes = Bytes;
};

}  // namespace limited

template <std::size_t Bytes, class Call>
  requires(!tenon::adds_residual<Call> && tenon::has_kernel<tenon::reference, Call>)
struct tenon::kernel<limited::processor<Bytes>, Call> : tenon::kernel<tenon::reference, Call> {};

namespace limited {

template <std::size_t Size>
constexpr std::array<float, Size> drawn(unsigned seed) {
  std::array<float, Size> made{};
  for (float& value : made) {
    seed = seed * 1664525u + 1013904223u;
    value = static_cast<float>(static_cast<int>(seed >> 24) - 128) / 256.0f;
  }
  return made;
}
inline constexpr auto stem_kernel = drawn<4 * 3 * 3 * 2>(1);
inline constexpr auto body_kernel = drawn<4 * 5 * 3 * 4>(2);
inline constexpr auto deep_kernel = drawn<3 * 3 * 4>(3);

/// Windows of many kinds: padded and not, with steps, with rows stepped over; sums of two tensors; a pool.
struct topology {
  static consteval auto graph() {
    using namespace tenon;
    using namespace tenon::op;
    const auto stem = input<"x", tensor<f32, 16, 9, 2>> | conv2d<"stem", filters{4}, window{3, 3}, same_padding>;
    const auto body = stem | relu<"stem.relu"> | conv2d<"body", filters{4}, window{5, 3}, same_padding>;
    const auto deep = add<"sum">(body, stem) |
                      depthwise_conv2d<"deep", window{3, 3}, stride{2, 2}, dilation{2, 1}, padding{2, 1, 0, 0}>;
    return deep | op::tanh<"bent"> | max_pool<"peaks", window{3, 2}, stride{1, 1}, padding{1, 1, 0, 0}>;
  }
};
struct arrays : tenon::weights<tenon::bind<"stem.kernel", stem_kernel>, tenon::bind<"body.kernel", body_kernel>,
                               tenon::bind<"deep.kernel", deep_kernel>> {};
struct codes : tenon::encodings<tenon::encode<"x", tenon::scale{0.01f}>,
                                tenon::encode<"stem", tenon::scale{0.02f}, tenon::zero_point{4}>,
                                tenon::encode<"stem.relu", tenon::scale{0.01f}, tenon::zero_point{-128}>,
                                tenon::encode<"body", tenon::scale{0.03f}>, tenon::encode<"sum", tenon::scale{0.03f}>,
                                tenon::encode<"deep", tenon::scale{0.02f}, tenon::zero_point{-9}>> {};
using real = tenon::model<topology, arrays>;
using integer = tenon::model<topology, arrays, codes, tenon::border<tenon::i8>>;

}  // namespace limited
