// SPDX-License-Identifier: Apache-2.0
// global_max_pool on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/backend/reference/reduction.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/global_max_pool.hpp>

namespace tenon {

template <calls<op::global_max_pool_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed&, std::byte*, value_type* y, const value_type* x) noexcept {
    reference_reduction::for_each_result<Call::x.extents, op::marked(Call::x.extents)>([&](int result, const auto& values) {
      value_type largest = std::numeric_limits<value_type>::lowest();
      values([&](int at) { largest = x[at] > largest ? x[at] : largest; });
      y[result] = largest;
    });
  }
};

}  // namespace tenon
