// SPDX-License-Identifier: Apache-2.0
// One-input functions on the kryo backend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/formulas.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon {

/// Real numbers in batches; within 1e-5 of the reference.
template <class Isa, class Call>
  requires one_input_function<typename Call::op> && all_elements<Call, f32>
struct kernel<kryo_on<Isa>, Call> {
  using packed = no_parameters;
  static constexpr std::string_view variant = "batches";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, float* y, const float* x) noexcept {
    kryo_kernels::transform<Call::y.size()>(
        x, y, [](kryo_kernels::floats values) __attribute__((always_inline)) {
          return kryo_kernels::apply_to_batch<typename Call::op>(values);
        });
  }
};

/// int16 by the numbers that their function prepares.
template <class Isa, op::computes_int16 Call>
struct kernel<kryo_on<Isa>, Call> {
  using packed = typename Call::op::template parameters<Call>;
  using from_type = storage_t<Call::x.type>;
  using made_type = storage_t<Call::y.type>;
  static constexpr std::string_view variant = "formula";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, made_type* y, const from_type* x) noexcept {
    for (int i = 0; i < Call::y.size(); ++i) y[i] = static_cast<made_type>(w(x[i]));
  }
};

/// Integers through the compiler's table of all 256 results.
template <class Isa, class Call>
  requires op::looks_up_bytes<Call>
struct kernel<kryo_on<Isa>, Call> {
  using packed = op::table_parameters;
  using from_type = storage_t<Call::x.type>;
  using made_type = storage_t<Call::y.type>;
  static constexpr std::string_view variant = "table";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte*, made_type* y, const from_type* x) noexcept {
    const std::int8_t* const of_zero = w.table.data() - range_of(Call::x.type).low;
    for (int i = 0; i < Call::y.size(); ++i) y[i] = static_cast<made_type>(of_zero[x[i]]);
  }
};

}  // namespace tenon
