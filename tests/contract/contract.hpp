// SPDX-License-Identifier: Apache-2.0
// The contract: every backend computes what the reference computes, bit for bit in integers and nearly in real numbers.
#pragma once

#include "contract/backends.hpp"
#include "contract/draw.hpp"
#include "contract/memory.hpp"
#include "contract/rounds.hpp"

#include <tenon/backend/reference/backend.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/kernel/kernel.hpp>

#include <doctest/doctest.h>

#include <algorithm>
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

/// The encoding of a result: as the operator says, or one in which sums of many products neither vanish nor always
/// saturate; one draw in eight has any encoding.
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

template <class Integer>
void compare(verdict& told, const guarded_array<Integer>& wanted, const guarded_array<Integer>& got) {
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

/// What the kernels of one draw compute with.
template <class Operator, class Called>
struct drawn_call {
  using x_type = typename Called::x_type;
  using y_type = typename Called::y_type;
  using judge = tenon::kernel<tenon::reference, typename Called::type>;
  std::unique_ptr<typename Called::parameters> numbers;
  tight_array<x_type> x{static_cast<std::size_t>(Called::plain[0].tensor.size())};
  guarded_array<y_type> wanted{Called::y_size};
  bool reference_is_sound = false;

  explicit drawn_call(random_source& random) {
    auto inputs = Called::plain;
    inputs[0].code = draw_code(random);
    const tenon::encoding code = draw_output_code<Operator>(random, inputs[0].code, terms_of_sum<Operator>(Called::plain));
    const auto source = drawn_source::of<Operator>(random, inputs);
    numbers = std::make_unique<typename Called::parameters>(Operator::template prepare<typename Called::type>(
        source.view(), inputs, tenon::edge_type{Called::result, code}));
    distort(random, *numbers);
    draw_inputs(random, x);
    reference_is_sound = run_guarded<judge>(*numbers, x, wanted);
  }

  /// A backend on the numbers of this draw.
  template <class Backend>
  verdict hold() const {
    guarded_array<y_type> got(Called::y_size);
    verdict told;
    told.guards_hold = run_guarded<tenon::kernel<Backend, typename Called::type>>(*numbers, x, got) && reference_is_sound;
    if constexpr (std::is_same_v<y_type, float>) compare(told, wanted, got, magnitudes<judge>(*numbers, x, Called::y_size));
    else compare(told, wanted, got);
    return told;
  }
};

/// A backend must have a kernel for every call; a variant of one need not.
template <class Backend>
inline constexpr bool is_variant = false;
template <class Backend, class Variant>
inline constexpr bool is_variant<tenon::variant_of<Backend, Variant>> = true;

/// True if a backend has a kernel for a call and, being a variant, not the one that is chosen without it.
template <class Backend, class Call>
inline constexpr bool has_own_kernel = tenon::has_kernel<Backend, Call>;
template <class Backend, class Variant, class Call>
  requires tenon::has_kernel<tenon::variant_of<Backend, Variant>, Call>
inline constexpr bool has_own_kernel<tenon::variant_of<Backend, Variant>, Call> =
    tenon::kernel<tenon::variant_of<Backend, Variant>, Call>::variant != tenon::kernel<Backend, Call>::variant;

inline std::string describe(tenon::shape extents) {
  std::string text;
  for (int i = 0; i < extents.rank; ++i) text += (i > 0 ? "x" : "") + std::to_string(extents[i]);
  return text;
}

/// Holds one backend to the reference; its first failure is enough.
template <class Backend, class Operator, class Called>
void check_draw(const drawn_call<Operator, Called>& drawn, unsigned seed, int draw, bool& failed) {
  if constexpr (has_own_kernel<Backend, typename Called::type>) {
    const verdict told = failed ? verdict{} : drawn.template hold<Backend>();
    count_case_of<Operator, Backend, typename Called::x_type>();
    if (told.is_sound()) return;
    failed = true;
    FAIL_CHECK(std::string(Operator::word), " on ", std::string(Backend::name), " over ",
               describe(Called::plain[0].tensor.extents), ", seed ", seed_of_round(seed), ", draw ", draw, ": ", told.differences,
               " differ, the first at ", told.first, ": ", told.got, " instead of ", told.wanted,
               std::string(told.guards_hold ? "" : "; writes where it must not"));
  }
}

template <class Backend, class Operator, class Called>
void require_kernel() {
  if constexpr (!is_variant<Backend> && !tenon::has_kernel<Backend, typename Called::type>)
    FAIL_CHECK(std::string(Backend::name), " has no kernel for ", std::string(Operator::word), " on ",
               std::string(tenon::name_of(Called::plain[0].tensor.type)));
}

template <class Operator, class Called, class... Backends>
void check_backends(unsigned seed, backend_list<Backends...>) {
  (require_kernel<Backends, Operator, Called>(), ...);
  random_source random(seed_of_round(seed));
  std::array<bool, sizeof...(Backends)> failed{};
  for (int draw = 0; draw < draws_per_call; ++draw) {
    const drawn_call<Operator, Called> drawn(random);
    std::size_t backend = 0;
    (check_draw<Backends>(drawn, seed, draw, failed[backend++]), ...);
  }
  CHECK(std::none_of(failed.begin(), failed.end(), [](bool one) { return one; }));
}

}  // namespace detail

/// The rounding policies under which a shape is looked at.
enum class roundings { both, tflite };

/// True if an operator neither rescales nor rounds as its policy says, as its result has the encoding of its input.
template <class Operator>
inline constexpr bool has_no_rounding = tenon::encoding_rule_of<Operator>() == tenon::encoding_rule::same_as_input;

/// Holds all backends to the reference for one operator on int8 inputs of one shape.
template <class Operator, tenon::shape Extents, int Gap = 0, roundings Under = roundings::both,
          class Backends = backends_under_contract>
void check_integers(unsigned seed) {
  constexpr tenon::tensor_type x{tenon::i8, Extents};
  detail::check_backends<Operator, contract_call<Operator, tenon::rounding::tflite, x, Gap>>(seed, Backends{});
  if constexpr (Under == roundings::both && !has_no_rounding<Operator>)
    detail::check_backends<Operator, contract_call<Operator, tenon::rounding::float32, x, Gap>>(seed, Backends{});
}

/// The same on real numbers: within 1e-5 of the magnitude of what is summed up.
template <class Operator, tenon::shape Extents, int Gap = 0>
void check_reals(unsigned seed) {
  constexpr tenon::tensor_type x{tenon::f32, Extents};
  detail::check_backends<Operator, contract_call<Operator, tenon::rounding::tflite, x, Gap>>(seed,
                                                                                             backends_under_contract{});
}

/// Calls `check.template operator()<Seed>()` for `Count` seeds from `First` on.
template <unsigned First, unsigned Count, class Check>
void for_each_seed(const Check& check) {
  [&]<unsigned... Index>(std::integer_sequence<unsigned, Index...>) {
    (check.template operator()<First + Index>(), ...);
  }(std::make_integer_sequence<unsigned, Count>{});
}

}  // namespace tenon_test
