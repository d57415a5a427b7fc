// SPDX-License-Identifier: Apache-2.0
// concat on the kryo backend: copies of rows; int8 in another encoding than the result's is rescaled in
// blocks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/rescale.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/concat.hpp>

namespace tenon {
namespace kryo_kernels {

/// One input of a concat: `same` (0 or 1) says that its integers are those of the result.
template <class Isa, class Rule>
struct packed_change {
  lane_factors<Isa, Rule> factor{};
  std::int32_t zero_point = 0;
  std::int32_t same = 0;
};

template <class Isa, class Rule, std::size_t Inputs>
struct packed_concat {
  std::array<packed_change<Isa, Rule>, Inputs> changes{};
  int8_store store{0, -128, 127};
};

template <class Isa>
constexpr no_parameters pack_concat(const no_parameters& nothing) noexcept {
  return nothing;
}
template <class Isa, class Rule, std::size_t Inputs>
constexpr packed_concat<Isa, Rule, Inputs> pack_concat(
    const op::concat_parameters<Rule, Inputs>& w) noexcept {
  packed_concat<Isa, Rule, Inputs> made;
  made.store.zero_point = w.zero_point;
  for (std::size_t i = 0; i < Inputs; ++i) {
    const auto& change = w.changes[i];
    made.changes[i] = {lane_factors<Isa, Rule>::of(change.factor), change.zero_point, w.keeps(i) ? 1 : 0};
  }
  return made;
}

/// What the parts of a call are moved with: int16 as they come.
template <class Isa, class Call>
constexpr auto pack_concat_of(const typename Call::op::template parameters<Call>& w) noexcept {
  if constexpr (Call::x.type == i16) return w;
  else return pack_concat<Isa>(w);
}

}  // namespace kryo_kernels

template <class Isa, calls<op::concat_> Call>
struct kernel<kryo_on<Isa>, Call> {
  using parameters = typename Call::op::template parameters<Call>;
  using packed = decltype(kryo_kernels::pack_concat_of<Isa, Call>(parameters{}));
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "rows";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const parameters& given) noexcept {
    return kryo_kernels::pack_concat_of<Isa, Call>(given);
  }

  template <class... Inputs>
  [[gnu::always_inline]] static void run(const packed& w, std::byte*, value_type* y,
                                         const Inputs*... x) noexcept {
    constexpr int along = Call::op::joined_axis(Call::y.extents);
    constexpr int length = Call::y.extents.span_of(along, Call::y.extents.rank);
    for (int outer = 0; outer < Call::y.extents.span_of(0, along); ++outer)
      copy_parts(w, y + outer * length, outer, std::index_sequence_for<Inputs...>{}, x...);
  }

 private:
  /// Elements of an input for each row of the result, and where they lie in it.
  static constexpr int part_length(std::size_t input) noexcept {
    return Call::operands[input].tensor.extents.span_of(Call::op::joined_axis(Call::y.extents),
                                                        Call::y.extents.rank);
  }
  static constexpr int part_start(std::size_t input) noexcept {
    int start = 0;
    for (std::size_t i = 0; i < input; ++i) start += part_length(i);
    return start;
  }

  template <std::size_t... Index, class... Inputs>
  [[gnu::always_inline]] static void copy_parts(const packed& w, value_type* y, int outer,
                                                std::index_sequence<Index...>, const Inputs*... x) noexcept {
    (copy_part<Index>(w, y + part_start(Index), x + outer * part_length(Index)), ...);
  }

  template <std::size_t Input>
  [[gnu::always_inline]] static void copy_part([[maybe_unused]] const packed& w, value_type* y,
                                               const value_type* x) noexcept {
    if constexpr (Call::x.type == i8) {
      if (w.changes[Input].same == 0) {
        change_part<Input>(w, y, x);
        return;
      }
    } else if constexpr (Call::x.type == i16) {
      if (!w.keeps(Input)) {
        for (int i = 0; i < part_length(Input); ++i) y[i] = w.moved(Input, x[i]);
        return;
      }
    }
    kryo_kernels::copy_row<part_length(Input), 1>(y, x);
  }

  template <std::size_t Input>
  [[gnu::always_inline]] static void change_part(const packed& w, std::int8_t* y,
                                                 const std::int8_t* x) noexcept {
    using namespace kryo_kernels;
    // Copies, which the stores below are known to leave alone, stay in registers.
    const auto change = w.changes[Input];
    const auto store = w.store;
    for_each_block<Isa, part_length(Input)>([&](int first, int count) __attribute__((always_inline)) {
      int_block<Isa> block = widen<Isa, 1>(x + first, count, change.zero_point);
      change.factor.apply(block);
      store.write(block, y + first, count);
    });
  }
};

}  // namespace tenon
