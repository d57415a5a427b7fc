// SPDX-License-Identifier: Apache-2.0
// Holds kernels of the adreno backend to the reference over drawn weights, encodings, bounds and values.
#pragma once

#include "backend/adreno/on_device.hpp"
#include "contract/contract.hpp"

#include <tenon/backend/adreno/half.hpp>
#include <tenon/op/concept.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace tenon_test {

using plain_adreno = tenon::adreno<tenon::a640>;
using half_adreno = tenon::adreno<tenon::a740, tenon::real_storage::f16>;

/// One operator of a backend on inputs of some types, with `Gap` elements between the rows of its result.
template <class Backend, class Operator, class Rounding, int Gap, tenon::tensor_type... Inputs>
struct device_case {
  using backend = Backend;
  using op = Operator;
  static constexpr std::array<tenon::edge_type, sizeof...(Inputs)> plain{tenon::edge_type{Inputs, {}}...};
  static constexpr tenon::inferred inferred = Operator::infer(plain);
  static_assert(inferred.fault.empty(), "the operator refuses the case");
  static constexpr tenon::tensor_type result = inferred.edge.tensor;
  static constexpr int row = result.extents.rank == 0 ? 1 : result.extents.from_end(0);
  static constexpr bool has_gaps = Gap > 0 && requires { requires Operator::writes_rows; };
  static constexpr int pitch = has_gaps ? row + Gap : 0;
  using type = tenon::call<Operator, Rounding, tenon::operand{result, pitch}, tenon::operand{Inputs, 0}...>;
  using on_device = device_call<Backend, type>;
  using parameters = typename Operator::template parameters<type>;
  using y_type = tenon::storage_t<result.type>;
  using inputs = std::tuple<tight_array<tenon::storage_t<Inputs.type>>...>;
  static inputs reserve() {
    return {tight_array<tenon::storage_t<Inputs.type>>(static_cast<std::size_t>(Inputs.size()))...};
  }
};

namespace detail {

template <class Type>
void draw_any_inputs(random_source& random, tight_array<Type>& values) {
  if constexpr (requires { draw_inputs(random, values); }) draw_inputs(random, values);
  else
    for (Type& value : values) value = static_cast<Type>(random());
}

/// Inputs as a device stores them: what a half loses of a number, an exponential can make much of.
template <class Case, class Type>
void round_to_storage(tight_array<Type>& values) {
  if constexpr (std::is_same_v<Type, float> && Case::backend::reals == tenon::real_storage::f16) {
    using namespace tenon::adreno_kernels;
    for (float& value : values) value = from_half(to_half(std::clamp(value, -65504.0f, 65504.0f)));
  }
}

template <class Kernel, class Case>
guarded_array<typename Case::y_type> run_reference(const typename Case::parameters& numbers,
                                                   const typename Case::inputs& x) {
  guarded_array<typename Case::y_type> y(result_size<typename Case::type>);
  std::apply(
      [&](const auto&... each) { Kernel::run(Kernel::pack(numbers), nullptr, y.data(), each.data()...); }, x);
  return y;
}

/// The magnitude of every result: the reference on numbers without signs.
template <class Kernel, class Case>
guarded_array<typename Case::y_type> run_without_signs(typename Case::parameters numbers,
                                                       typename Case::inputs x) {
  remove_signs(numbers);
  const auto without_sign = []<class Type>(tight_array<Type>& values) {
    if constexpr (std::is_same_v<Type, float>)
      for (float& value : values) value = std::fabs(value);
  };
  std::apply([&](auto&... each) { (without_sign(each), ...); }, x);
  return run_reference<Kernel, Case>(numbers, x);
}

/// Results in rows with gaps between them, and how far real ones may be from the reference's.
struct judged_results {
  std::string_view what;
  tenon::shape extents;
  int row, pitch;
  bool halves;

  /// What may be between the reference and a device: nothing for integers; for real numbers a share of the magnitude of
  /// what is summed up, and what lies below the smallest normal number.
  double allowed(double magnitude) const { return halves ? 1e-2 * magnitude + 1e-5 : 1e-5 * magnitude + 2.4e-38; }
  /// Beyond the halves that a device can store.
  bool is_out_of_reach(double wanted) const { return halves && std::fabs(wanted) > 6e4; }
};

/// The number of elements that differ.
template <class Type>
int count_differences(const judged_results& judged, const guarded_array<Type>& wanted, const std::vector<Type>& got,
                      const guarded_array<Type>& magnitude) {
  int count = 0;
  for (std::size_t i = 0; i < got.size(); ++i) {
    if (static_cast<int>(i) % judged.pitch >= judged.row) continue;
    const auto expected = static_cast<double>(wanted[i]);
    const auto found = static_cast<double>(got[i]);
    // Bounds can be larger than the sum that they cut.
    const double size = std::fmax(std::fabs(expected), std::fabs(static_cast<double>(magnitude[i])));
    if (judged.is_out_of_reach(size) || wanted[i] == got[i]) continue;
    if (std::isnan(expected) && std::isnan(found)) continue;
    if (std::is_same_v<Type, float> && std::fabs(expected - found) <= judged.allowed(size)) continue;
    if (count++ == 0)
      MESSAGE(std::string(judged.what), " on ", describe(judged.extents), ": element ", i, " is ", found,
              " instead of ", expected, ", magnitude ", size);
  }
  return count;
}

/// Elements that differ in one draw.
template <class Case>
int differences_in_draw(random_source& random, const kernels_of_call& kernels, bool sums_up) {
  using Operator = typename Case::op;
  using call = typename Case::type;
  using judge = tenon::kernel<tenon::reference, call>;
  auto inputs = Case::plain;
  for (tenon::edge_type& input : inputs) input.code = draw_code(random);
  const tenon::encoding code =
      draw_output_code<Operator>(random, inputs[0].code, terms_of_sum<Operator>(Case::plain));
  const auto source = drawn_source::of<Operator>(random, inputs);
  const auto numbers = std::make_unique<typename Case::parameters>(
      Operator::template prepare<call>(source.view(), inputs, tenon::edge_type{Case::result, code}));
  distort(random, *numbers);
  auto x = Case::reserve();
  std::apply([&](auto&... each) { ((draw_any_inputs(random, each), round_to_storage<Case>(each)), ...); }, x);
  const auto wanted = run_reference<judge, Case>(*numbers, x);
  const auto got = std::apply(
      [&](const auto&... each) { return run_on_device<typename Case::on_device>(kernels, *numbers, each...); }, x);
  const judged_results judged{Operator::word, call::x.extents, Case::row, call::result.row_pitch(),
                              Case::backend::reals == tenon::real_storage::f16};
  if constexpr (std::is_same_v<typename Case::y_type, float>)
    if (sums_up) return count_differences(judged, wanted, got, run_without_signs<judge, Case>(*numbers, x));
  return count_differences(judged, wanted, got, wanted);
}

template <class Case>
int differences_in_draws(random_source& random, const kernels_of_call& kernels, bool sums_up, int draws) {
  int count = 0;
  for (int draw = 0; draw < draws; ++draw) {
    count += differences_in_draw<Case>(random, kernels, sums_up);
    count_case_of<typename Case::op, typename Case::backend, tenon::storage_t<Case::type::x.type>>();
  }
  return count;
}

}  // namespace detail

/// How the magnitude of a real result is taken: of itself, or of the terms that it sums up, which may cancel.
enum class terms : bool { single, summed };

/// Elements that differ between the device and the reference over `draws` draws of every case, all in one
/// program.
template <class... Cases>
int differences_on_device(tenon::type_list<Cases...>, terms of_results = terms::single, int draws = 6) {
  const calls_program program = program_of<typename Cases::on_device...>();
  random_source random(seed_of_round(7));
  kernels_of_call kernels{program.text, program.names};
  int count = 0;
  ((count += detail::differences_in_draws<Cases>(random, kernels, of_results == terms::summed, draws),
    kernels.names = kernels.names.subspan(Cases::on_device::parts::size)),
   ...);
  return count;
}

namespace detail {

template <class Operator, int Gap, tenon::tensor_type... Inputs>
struct integer_cases {
  template <class Rounding>
  using under = device_case<plain_adreno, Operator, Rounding, Gap, Inputs...>;
  using type = tenon::type_list<under<tenon::rounding::tflite>, under<tenon::rounding::float32>>;
};
template <class Operator, int Gap, tenon::tensor_type... Inputs>
  requires has_no_rounding<Operator>
struct integer_cases<Operator, Gap, Inputs...> {
  using type = tenon::type_list<device_case<plain_adreno, Operator, tenon::rounding::tflite, Gap, Inputs...>>;
};

}  // namespace detail

/// An operator on int8, under both rounding policies if it rounds.
template <class Operator, int Gap, tenon::tensor_type... Inputs>
using integer_cases = typename detail::integer_cases<Operator, Gap, Inputs...>::type;

/// An operator on real numbers, stored as float32 and as halves.
template <class Operator, int Gap, tenon::tensor_type... Inputs>
using real_cases =
    tenon::type_list<device_case<plain_adreno, Operator, tenon::rounding::tflite, Gap, Inputs...>,
                     device_case<half_adreno, Operator, tenon::rounding::tflite, Gap, Inputs...>>;

namespace detail {

template <class... Lists>
struct together;
template <class... Cases>
struct together<tenon::type_list<Cases...>> {
  using type = tenon::type_list<Cases...>;
};
template <class... First, class... Second, class... More>
struct together<tenon::type_list<First...>, tenon::type_list<Second...>, More...>
    : together<tenon::type_list<First..., Second...>, More...> {};

}  // namespace detail

/// Several lists of cases as one.
template <class... Lists>
using together = typename detail::together<Lists...>::type;

/// An operator on int8 and on real numbers of one shape.
template <class Operator, tenon::shape Extents, int Gap = 0>
using all_cases = together<integer_cases<Operator, Gap, tenon::tensor_type{tenon::i8, Extents}>,
                           real_cases<Operator, Gap, tenon::tensor_type{tenon::f32, Extents}>>;

}  // namespace tenon_test
