// SPDX-License-Identifier: Apache-2.0
// concat on Hexagon, bit-equal to the reference: rows are copied, or brought to the result's encoding by a
// table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/tables.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/concat.hpp>

namespace tenon {

/// Elements that are moved as they are.
template <since<v66> Architecture, calls<op::concat_> Call>
struct kernel<hexagon<Architecture>, Call> {
  using packed = typename Call::op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "rows";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  template <class... Inputs>
  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y,
                                         const Inputs*... x) noexcept {
    join(y, std::make_index_sequence<sizeof...(x)>{}, x...);
  }

 private:
  static constexpr int along = Call::op::joined_axis(Call::y.extents);
  template <std::size_t Input>
  static constexpr int length = Call::operands[Input].tensor.extents.span_of(along, Call::y.extents.rank);

  template <std::size_t... Input, class... Inputs>
  [[gnu::always_inline]] static void join(value_type* y, std::index_sequence<Input...>,
                                          const Inputs*... x) noexcept {
    for (int outer = 0; outer < Call::y.extents.span_of(0, along); ++outer)
      ((hexagon_kernels::copy_bytes<length<Input>* static_cast<int>(sizeof(value_type))>(
            y, x + outer * length<Input>),
        y += length<Input>),
       ...);
  }
};

/// int8, each input by a table of its own where its encoding is another than the result's.
template <since<v66> Architecture, calls<op::concat_> Call>
  requires all_elements<Call, i8>
struct kernel<hexagon<Architecture>, Call> {
  using parameters = typename Call::op::template parameters<Call>;
  static constexpr std::string_view variant = "tables";
  static constexpr std::size_t scratch = 0;

  struct packed {
    std::array<hexagon_kernels::byte_table, Call::input_count> tables{};
  };

  static constexpr packed pack(const parameters& w) noexcept {
    packed made;
    for (std::size_t input = 0; input < Call::input_count; ++input)
      made.tables[input] =
          hexagon_kernels::byte_table::of([&](int q) { return w.moved(input, static_cast<std::int8_t>(q)); });
    return made;
  }

  template <class... Inputs>
  [[gnu::always_inline]] static void run(const packed& w, std::byte*, std::int8_t* y,
                                         const Inputs*... x) noexcept {
    join(w, y, std::make_index_sequence<sizeof...(x)>{}, x...);
  }

 private:
  static constexpr int along = Call::op::joined_axis(Call::y.extents);
  static constexpr int joined = Call::y.extents.span_of(along, Call::y.extents.rank);
  template <std::size_t Input>
  static constexpr int length = Call::operands[Input].tensor.extents.span_of(along, Call::y.extents.rank);

  template <std::size_t... Input, class... Inputs>
  [[gnu::always_inline]] static void join(const packed& w, std::int8_t* y, std::index_sequence<Input...>,
                                          const Inputs*... x) noexcept {
    ((move_input<Input>(w, y, x), y += length<Input>), ...);
  }

  template <std::size_t Input>
  [[gnu::always_inline]] static void move_input(const packed& w, std::int8_t* y,
                                                const std::int8_t* x) noexcept {
    const hexagon_kernels::table_lookup changed(w.tables[Input]);
    for (int outer = 0; outer < Call::y.extents.span_of(0, along); ++outer)
      changed.template map<length<Input>>(y + outer * joined, x + outer * length<Input>);
  }
};

}  // namespace tenon
