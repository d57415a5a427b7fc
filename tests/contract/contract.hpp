// SPDX-License-Identifier: Apache-2.0
// The contract: every backend computes what the reference computes, bit for bit in integers and nearly in real numbers.
#pragma once

#include "contract/backends.hpp"
#include "contract/draw.hpp"
#include "contract/memory.hpp"

#include <tenon/backend/reference/backend.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/kernel/kernel.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace tenon_test {

/// Draws of weights, encodings, values and bounds for each call.
inline constexpr int draws_per_call = 50;

/// One operator on one input of a type, with `Gap` elements between the rows of its result.
template <class Operator, class Rounding, tenon::tensor_type Input, int Gap = 0>
struct contract_call {
  static constexpr std::array<tenon::edge_type, 1> plain{tenon::edge_type{Input, {}}};
  static constexpr tenon::inferred inferred = Operator::infer(plain);
  static_assert(inferred.fault.empty(), "the operator refuses the drawn case");
  static constexpr tenon::tensor_type result = inferred.edge.tensor;
  static constexpr int row = result.extents.rank == 0 ? 1 : result.extents.from_end(0);
  static constexpr bool has_gaps = Gap > 0 && requires { requires Operator::writes_rows; };
  static constexpr int pitch = has_gaps ? row + Gap : 0;
  using type = tenon::call<Operator, Rounding, tenon::operand{result, pitch}, tenon::operand{Input, 0}>;
  using parameters = typename Operator::template parameters<type>;
  using x_type = tenon::storage_t<Input.type>;
  using y_type = tenon::storage_t<result.type>;
  /// Elements of the result's memory with its gaps.
  static constexpr std::size_t y_size = static_cast<std::size_t>(result.size() / row * (has_gaps ? pitch : row));
};

namespace detail {

/// The encoding of a result: as the operator says, or one in which sums of many products neither vanish nor always saturate;
/// one draw in eight has any encoding.
template <class Operator>
tenon::encoding draw_output_code(random_source& random, tenon::encoding input, int terms) {
  if constexpr (tenon::encoding_rule_of<Operator>() == tenon::encoding_rule::same_as_input) return input;
  else if constexpr (tenon::encoding_rule_of<Operator>() == tenon::encoding_rule::fixed) return Operator::fixed_encoding;
  else {
    if (random() % 8 == 0) return draw_code(random);
    const float wanted = input.scale * std::sqrt(static_cast<float>(terms)) * std::exp2(draw_uniform(random, -2.0f, 2.0f));
    return {random() % 4 == 0 ? std::exp2(std::floor(std::log2(wanted))) : wanted, draw_zero_point(random)};
  }
}

template <class Operator>
constexpr int terms_of_sum(std::span<const tenon::edge_type> inputs) {
  if constexpr (requires { Operator::taps(inputs); }) return Operator::taps(inputs);
  else return 1;
}

/// Runs a kernel; false if it wrote where it must not.
template <class Kernel, class Parameters, class X, class Y>
bool run_guarded(const Parameters& numbers, const tight_array<X>& x, guarded_array<Y>& y) {
  const auto packed = std::make_unique<typename Kernel::packed>(Kernel::pack(numbers));
  scratch_memory borrowed(Kernel::scratch);
  Kernel::run(*packed, borrowed.data(), y.data(), x.data());
  return y.guards_hold() && borrowed.guard_holds();
}

/// The magnitude of every sum: the reference on numbers without signs.
template <class Kernel, class Parameters>
guarded_array<float> magnitudes(Parameters numbers, tight_array<float> x, std::size_t y_size) {
  remove_signs(numbers);
  for (float& value : x) value = std::fabs(value);
  guarded_array<float> y(y_size);
  run_guarded<Kernel>(numbers, x, y);
  return y;
}

/// What went wrong in one draw; empty if nothing did.
struct verdict {
  bool guards_hold = true;
  std::size_t differences = 0;
  std::size_t first = 0;
  double wanted = 0;
  double got = 0;

  void note(std::size_t at, double reference, double backend) {
    if (differences++ == 0) first = at, wanted = reference, got = backend;
  }
  bool is_sound() const { return guards_hold && differences == 0; }
};

inline void compare(verdict& told, const guarded_array<std::int8_t>& wanted, const guarded_array<std::int8_t>& got) {
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (wanted[i] != got[i]) told.note(i, wanted[i], got[i]);
}

inline void compare(verdict& told, const guarded_array<float>& wanted, const guarded_array<float>& got,
                    const guarded_array<float>& magnitude) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const float allowed = 1e-5f * std::fabs(magnitude[i]) + std::numeric_limits<float>::min();
    const bool is_gap = wanted[i] == guarded_array<float>::pattern;
    if (!(wanted[i] == got[i] || (!is_gap && std::fabs(wanted[i] - got[i]) <= allowed))) told.note(i, wanted[i], got[i]);
  }
}

/// One draw: the reference and a backend on the same numbers.
template <class Backend, class Operator, class Called>
verdict hold_to_reference(random_source& random) {
  using call = typename Called::type;
  using judge = tenon::kernel<tenon::reference, call>;
  using judged = tenon::kernel<Backend, call>;
  auto inputs = Called::plain;
  inputs[0].code = draw_code(random);
  const tenon::encoding code = draw_output_code<Operator>(random, inputs[0].code, terms_of_sum<Operator>(Called::plain));
  const auto source = drawn_source::of<Operator>(random, inputs);
  const auto numbers = std::make_unique<typename Called::parameters>(
      Operator::template prepare<call>(source.view(), inputs, tenon::edge_type{Called::result, code}));
  distort(random, *numbers);
  tight_array<typename Called::x_type> x(static_cast<std::size_t>(Called::plain[0].tensor.size()));
  draw_inputs(random, x);
  guarded_array<typename Called::y_type> wanted(Called::y_size);
  guarded_array<typename Called::y_type> got(Called::y_size);
  verdict told;
  told.guards_hold = run_guarded<judge>(*numbers, x, wanted);
  told.guards_hold &= run_guarded<judged>(*numbers, x, got);
  if constexpr (std::is_same_v<typename Called::y_type, float>)
    compare(told, wanted, got, magnitudes<judge>(*numbers, x, Called::y_size));
  else compare(told, wanted, got);
  return told;
}

/// A backend must have a kernel for every call; a variant of one need not.
template <class Backend>
inline constexpr bool is_variant = false;
template <class Backend, class Variant>
inline constexpr bool is_variant<tenon::variant_of<Backend, Variant>> = true;

inline std::string describe(tenon::shape extents) {
  std::string text;
  for (int i = 0; i < extents.rank; ++i) text += (i > 0 ? "x" : "") + std::to_string(extents[i]);
  return text;
}

template <class Backend, class Operator, class Called>
void check_draws(unsigned seed) {
  if constexpr (tenon::has_kernel<Backend, typename Called::type>) {
    random_source random(seed);
    for (int draw = 0; draw < draws_per_call; ++draw) {
      const verdict told = hold_to_reference<Backend, Operator, Called>(random);
      if (told.is_sound()) continue;
      FAIL_CHECK(std::string(Operator::word), " on ", std::string(Backend::name), " over ",
                 describe(Called::plain[0].tensor.extents), ", seed ", seed, ", draw ", draw, ": ", told.differences,
                 " differ, the first at ", told.first, ": ", told.got, " instead of ", told.wanted,
                 told.guards_hold ? "" : "; writes where it must not");
      return;
    }
    CHECK(true);
  } else if constexpr (!is_variant<Backend>) {
    FAIL_CHECK(std::string(Backend::name), " has no kernel for ", std::string(Operator::word), " on ",
               tenon::bytes_of(Called::plain[0].tensor.type) == 1 ? "i8" : "f32");
  }
}

template <class Operator, class Called, class... Backends>
void check_backends(unsigned seed, backend_list<Backends...>) {
  (check_draws<Backends, Operator, Called>(seed), ...);
}

}  // namespace detail

/// Holds all backends to the reference for one operator on int8 inputs of one shape, under both rounding policies.
template <class Operator, tenon::shape Extents, int Gap = 0, class Backends = backends_under_contract>
void check_integers(unsigned seed) {
  constexpr tenon::tensor_type x{tenon::i8, Extents};
  detail::check_backends<Operator, contract_call<Operator, tenon::rounding::tflite, x, Gap>>(seed, Backends{});
  detail::check_backends<Operator, contract_call<Operator, tenon::rounding::float32, x, Gap>>(seed, Backends{});
}

/// The same on real numbers: within 1e-5 of the magnitude of what is summed up.
template <class Operator, tenon::shape Extents, int Gap = 0>
void check_reals(unsigned seed) {
  constexpr tenon::tensor_type x{tenon::f32, Extents};
  detail::check_backends<Operator, contract_call<Operator, tenon::rounding::tflite, x, Gap>>(seed, backends_under_contract{});
}

/// Calls `check.template operator()<Seed>()` for `Count` seeds from `First` on.
template <unsigned First, unsigned Count, class Check>
void for_each_seed(const Check& check) {
  [&]<unsigned... Index>(std::integer_sequence<unsigned, Index...>) {
    (check.template operator()<First + Index>(), ...);
  }(std::make_integer_sequence<unsigned, Count>{});
}

}  // namespace tenon_test
