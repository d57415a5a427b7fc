// SPDX-License-Identifier: Apache-2.0
// reduce_sum, reduce_max and reduce_min on the reference backend.
#pragma once

#include <cstddef>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/backend/reference/reduction.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/folding.hpp>

namespace tenon {

template <class Call>
  requires(folds_values<typename Call::op> &&
           (all_elements<Call, f32> || all_elements<Call, i8> || (all_elements<Call, i16> && keeps_values<Call>)))
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  using number = typename op::template number<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    reference_reduction::for_each_result<Call::x.extents, op::marked(Call::x.extents)>(
        [&](int result, const auto& values) {
          number folded = op::template start<number>();
          values([&](int at) { folded = op::step(folded, static_cast<number>(x[at])); });
          y[result] = static_cast<value_type>(op::finish(w, folded));
        });
  }
};

}  // namespace tenon
