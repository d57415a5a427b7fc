// SPDX-License-Identifier: Apache-2.0
// softmax on Hexagon, bit-equal to the reference: number by number, as rows of scores are short.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/softmax.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::softmax_> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using packed = op::softmax_parameters;
  static constexpr std::string_view variant = "scalar";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    constexpr int length = Call::x.extents.from_end(0);
    for (int row = 0; row < Call::x.size() / length; ++row, x += length, y += length) {
      std::int32_t largest = x[0];
      for (int i = 1; i < length; ++i) largest = x[i] > largest ? x[i] : largest;
      const auto exponential = [&](int i) {
        return w.exponentials[static_cast<std::size_t>(largest - x[i])];
      };
      std::int64_t sum = 0;
      for (int i = 0; i < length; ++i) sum += op::softmax_share::part(exponential(i));
      const auto share = op::softmax_share::of_sum(sum);
      for (int i = 0; i < length; ++i) y[i] = share(exponential(i));
    }
  }
};

}  // namespace tenon
