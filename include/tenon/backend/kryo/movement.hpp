// SPDX-License-Identifier: Apache-2.0
// Operators whose results are strided views of their inputs, on the kryo backend: copies of rows as long as
// they get.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/movement.hpp>

namespace tenon {

template <class Isa, class Call>
requires(moves_by_strides<typename Call::op>&& Call::x.type ==
         Call::y.type) struct kernel<kryo_on<Isa>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "rows";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y,
                                         const value_type* x) noexcept {
    using namespace kryo_kernels;
    constexpr shape extents = op::extents_of_walk<typename Call::op>(Call::x.extents, Call::y.extents);
    constexpr auto walk = merged(
        row_walk<2>{extents, {result_view(extents, Call::result.pitch), Call::op::view(Call::x.extents)}});
    for_all_rows<walk>([=](const auto& at) __attribute__((always_inline)) {
      copy_row<walk.length(), walk.step(1)>(y + at[0], x + at[1]);
    });
  }
};

}  // namespace tenon
