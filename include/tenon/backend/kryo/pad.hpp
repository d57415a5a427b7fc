// SPDX-License-Identifier: Apache-2.0
// pad on the kryo backend: everything is filled, then rows are copied to their places.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/pad.hpp>

namespace tenon {

template <class Isa, calls<op::pad_> Call>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "rows";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, value_type* y,
                                         const value_type* x) noexcept {
    using namespace kryo_kernels;
    for (int i = 0; i < Call::y.size(); ++i) y[i] = w.value;
    constexpr auto walk = merged(row_walk<2>{Call::x.extents, {inner_view(), dense_view()}});
    for_all_rows<walk>([=](const auto& at) __attribute__((always_inline)) {
      copy_row<walk.length(), 1>(y + at[0], x + at[1]);
    });
  }

 private:
  static constexpr tenon::op::strided dense_view() noexcept {
    return {0, tenon::op::steps_of_axes(Call::x.extents)};
  }

  /// Where the input's elements lie in the result.
  static constexpr tenon::op::strided inner_view() noexcept {
    tenon::op::strided view{0, tenon::op::steps_of_axes(Call::y.extents)};
    for (int axis = 0; axis < Call::x.extents.rank; ++axis)
      view.start += op::margin_at(Call::x.extents, axis).before * view.step(axis);
    return view;
  }
};

}  // namespace tenon
