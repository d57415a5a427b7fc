// SPDX-License-Identifier: Apache-2.0
// Runs operators on inputs of any number on Hexagon and on the reference, over draws of encodings and values, and counts
// the elements that differ.
#pragma once

#include <tenon/backend/hexagon/backend.hpp>

#include <contract/one_input.hpp>
#include <contract/rounds.hpp>
#include <op/call_on.hpp>

#include <array>
#include <cstddef>
#include <random>
#include <tuple>
#include <type_traits>

namespace tenon_test {

template <class Operator, class Rounding, tenon::tensor_type... Inputs>
int differences_on_hexagon(unsigned seed, int draws = 30) {
  std::mt19937 random(seed_of_round(seed));
  int count = 0;
  for (int draw = 0; draw < draws; ++draw) {
    std::array<tenon::encoding, sizeof...(Inputs)> codes{};
    for (tenon::encoding& code : codes) code = draw_encoding(random);
    const std::tuple x{draw_values<tenon::storage_t<Inputs.type>, static_cast<std::size_t>(Inputs.size())>(random)...};
    const auto run_on = [&]<class Backend>() {
      return std::apply(
          [&](const auto&... each) { return one_call<Backend, Operator, Rounding, Inputs...>::run(codes, each...); },
          x);
    };
    count += differences(run_on.template operator()<tenon::hexagon<tenon::v68>>(),
                         run_on.template operator()<tenon::reference>(), agreement::exact);
    count_case_of<Operator, tenon::hexagon<tenon::v68>, std::common_type_t<tenon::storage_t<Inputs.type>...>>();
  }
  return count;
}

/// Both roundings.
template <class Operator, tenon::tensor_type... Inputs>
int integer_differences_on_hexagon(unsigned seed) {
  return differences_on_hexagon<Operator, tenon::rounding::tflite, Inputs...>(seed) +
         differences_on_hexagon<Operator, tenon::rounding::float32, Inputs...>(seed + 1);
}

/// Elements of each size, which are moved only.
template <class Operator, int... Extents>
int movement_differences_on_hexagon(unsigned seed) {
  using rounding = tenon::rounding::tflite;
  return differences_on_hexagon<Operator, rounding, tenon::tensor<tenon::i8, Extents...>::value>(seed, 5) +
         differences_on_hexagon<Operator, rounding, tenon::tensor<tenon::i32, Extents...>::value>(seed, 5);
}

/// A one-input operator between two drawn encodings, over awkward shapes and both roundings.
template <class Operator, tenon::element Type>
int differences_over_shapes_on_hexagon() {
  int count = 0;
  std::mt19937 random(seed_of_round(7));
  awkward_shapes<Type>::for_each([&]<tenon::tensor_type Input>() {
    const auto over_draws = [&]<class Rounding>() {
      for (int draw = 0; draw < 10; ++draw) {
        const auto x = draw_values<tenon::storage_t<Type>, static_cast<std::size_t>(Input.size())>(random);
        const auto in = draw_encoding(random);
        const auto out = draw_encoding(random);
        count += differences(run_one<tenon::hexagon<tenon::v68>, Operator, Input, Rounding>(x, in, out),
                             run_one<tenon::reference, Operator, Input, Rounding>(x, in, out), agreement::exact);
        count_case_of<Operator, tenon::hexagon<tenon::v68>, tenon::storage_t<Type>>();
      }
    };
    over_draws.template operator()<tenon::rounding::tflite>();
    over_draws.template operator()<tenon::rounding::float32>();
  });
  return count;
}

}  // namespace tenon_test
