// SPDX-License-Identifier: Apache-2.0
// Two-input functions on kryo against the reference: shapes that broadcast in every way, bounds, encodings,
// values.
#pragma once

#include <tenon/backend/kryo/pairwise.hpp>
#include <tenon/backend/reference/pairwise.hpp>

#include <contract/generator.hpp>
#include <contract/movers.hpp>

#include <type_traits>
#include <utility>

namespace tenon_test {

/// Calls the check with two tensor types: drawn ones, of which axes broadcast, and long rows, single elements and all
/// six axes.
template <tenon::element Type>
struct awkward_pairs {
  template <class Check>
  static void for_each(const Check& check) {
    using tenon::tensor;
    [&]<unsigned... Seed>(std::integer_sequence<unsigned, Seed...>) {
      (check.template operator()<tenon::tensor_type{Type, draw_pair_case(Seed).first},
                                 tenon::tensor_type{Type, draw_pair_case(Seed).second}>(),
       ...);
    }(std::make_integer_sequence<unsigned, 10>{});
    check.template operator()<tensor<Type, 1>::value, tensor<Type, 1>::value>();
    check.template operator()<tenon::tensor_type{Type, {}}, tensor<Type, 7, 19>::value>();
    check.template operator()<tensor<Type, 1, 2, 1, 3, 1, 2>::value, tensor<Type, 3, 2, 2, 1, 2, 1>::value>();
    check.template operator()<tensor<Type, 129>::value, tensor<Type, 1, 1>::value>();
  }
};

/// Every pair of shapes under both rounding policies, one of them with bounds: which, the size says. Real numbers are not
/// rounded by a policy.
template <template <auto...> class Operator, tenon::element Type, agreement Wanted>
int differences_over_pairs() {
  using namespace tenon;
  int count = 0;
  unsigned seed = 1;
  awkward_pairs<Type>::for_each([&]<tensor_type First, tensor_type Second>() {
    using plain = Operator<encoded{{0.043f, -7}}>;
    using bounded = Operator<clamp{-0.5f, 3.0f}, encoded{{0.031f, 90}}>;
    constexpr bool is_odd = First.size() % 2 != 0;
    using with_bounds = std::conditional_t<Type == f32 || is_odd, rounding::tflite, rounding::float32>;
    using without = std::conditional_t<Type == f32 || !is_odd, rounding::tflite, rounding::float32>;
    count += differences_of_call<plain, without, Wanted, First, Second>(seed++);
    count += differences_of_call<bounded, with_bounds, Wanted, First, Second>(seed++);
  });
  return count;
}

}  // namespace tenon_test
