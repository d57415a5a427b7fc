// SPDX-License-Identifier: Apache-2.0
// Runs operators on inputs of any number on a backend, mostly kryo, and on the reference, over draws of encodings and
// values, and compares.
#pragma once

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/reference/backend.hpp>

#include <contract/generator.hpp>
#include <contract/one_input.hpp>
#include <contract/rounds.hpp>
#include <op/call_on.hpp>

#include <array>
#include <cstddef>
#include <random>
#include <tuple>
#include <type_traits>
#include <utility>

namespace tenon_test {

/// Differing elements of one operator on a backend and on the reference over `draws` draws; encodings of the inputs are
/// drawn too.
template <class Backend, class Operator, class Rounding, agreement Wanted, tenon::tensor_type... Inputs>
int differences_on(unsigned seed, int draws = 50) {
  std::mt19937 random(seed_of_round(seed));
  int count = 0;
  for (int draw = 0; draw < draws; ++draw) {
    std::array<tenon::encoding, sizeof...(Inputs)> codes{};
    for (tenon::encoding& code : codes) code = draw_encoding(random);
    const auto x = std::tuple{
        draw_values<tenon::storage_t<Inputs.type>, static_cast<std::size_t>(Inputs.size())>(random)...};
    count += std::apply(
        [&](const auto&... each) {
          return differences(one_call<Backend, Operator, Rounding, Inputs...>::run(codes, each...),
                             one_call<tenon::reference, Operator, Rounding, Inputs...>::run(codes, each...),
                             Wanted);
        },
        x);
    count_case_of<Operator, Backend, std::common_type_t<tenon::storage_t<Inputs.type>...>>();
  }
  return count;
}

/// The same on kryo.
template <class Operator, class Rounding, agreement Wanted, tenon::tensor_type... Inputs>
int differences_of_call(unsigned seed, int draws = 50) {
  return differences_on<tenon::kryo, Operator, Rounding, Wanted, Inputs...>(seed, draws);
}

/// An operator on integers, under both roundings.
template <class Operator, tenon::tensor_type... Inputs>
int integer_differences(unsigned seed) {
  return differences_of_call<Operator, tenon::rounding::tflite, agreement::exact, Inputs...>(seed) +
         differences_of_call<Operator, tenon::rounding::float32, agreement::exact, Inputs...>(seed + 1);
}

/// An operator that only moves values, on one element type of each size.
template <class Operator, tenon::shape Extents>
int movement_differences_over(unsigned seed) {
  using namespace tenon;
  using rounding = tenon::rounding::tflite;
  return differences_of_call<Operator, rounding, agreement::exact, tensor_type{i8, Extents}>(seed) +
         differences_of_call<Operator, rounding, agreement::exact, tensor_type{i16, Extents}>(seed) +
         differences_of_call<Operator, rounding, agreement::exact, tensor_type{i32, Extents}>(seed);
}
template <class Operator, int... Extents>
int movement_differences(unsigned seed) {
  return movement_differences_over<Operator, tenon::shape_of(Extents...)>(seed);
}

/// Sums up what a check gives for ten seeds.
template <class Check>
int differences_over_seeds(const Check& check) {
  return [&]<unsigned... Seed>(std::integer_sequence<unsigned, Seed...>) {
    return (check.template operator()<Seed>() + ...);
  }(std::make_integer_sequence<unsigned, 10>{});
}

/// A list of numbers, one an axis of a shape: axes to permute, beginnings, steps, margins.
template <class List, class Number>
constexpr List list_over(const tenon::shape& extents, const Number& number) {
  List made(0);
  made.count = extents.rank;
  for (int axis = 0; axis < extents.rank; ++axis) made.numbers[static_cast<std::size_t>(axis)] = number(axis);
  return made;
}

}  // namespace tenon_test
