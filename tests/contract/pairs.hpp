// SPDX-License-Identifier: Apache-2.0
// Two-input functions on kryo against the reference: shapes that broadcast in every way, bounds, encodings,
// values.
#pragma once

#include <tenon/backend/kryo/pairwise.hpp>
#include <tenon/backend/reference/pairwise.hpp>

#include <contract/movers.hpp>

namespace tenon_test {

/// Calls the check with two tensor types: equal ones, rows, columns, scalars, and axes that one of them
/// lacks.
template <tenon::element Type>
struct awkward_pairs {
  template <class Check>
  static void for_each(const Check& check) {
    using tenon::tensor;
    check.template operator()<tensor<Type, 1>::value, tensor<Type, 1>::value>();
    check.template operator()<tensor<Type, 3, 43>::value, tensor<Type, 3, 43>::value>();
    check.template operator()<tensor<Type, 64>::value, tensor<Type, 64>::value>();
    check.template operator()<tensor<Type, 2, 3, 33>::value, tensor<Type, 33>::value>();
    check.template operator()<tensor<Type, 17>::value, tensor<Type, 4, 17>::value>();
    check.template operator()<tensor<Type, 5, 1>::value, tensor<Type, 1, 70>::value>();
    check.template operator()<tensor<Type, 4, 5, 6>::value, tensor<Type, 4, 1, 6>::value>();
    check.template operator()<tensor<Type, 2, 9, 1>::value, tensor<Type, 2, 9, 5>::value>();
    check.template operator()<tenon::tensor_type{Type, {}}, tensor<Type, 7, 19>::value>();
    check.template operator()<tensor<Type, 1, 2, 1, 3, 1, 2>::value, tensor<Type, 3, 2, 2, 1, 2, 1>::value>();
    check.template operator()<tensor<Type, 129>::value, tensor<Type, 1, 1>::value>();
  }
};

template <template <auto...> class Operator, tenon::element Type, agreement Wanted>
int differences_over_pairs() {
  using namespace tenon;
  int count = 0;
  unsigned seed = 1;
  awkward_pairs<Type>::for_each([&]<tensor_type First, tensor_type Second>() {
    using plain = Operator<encoded{{0.043f, -7}}>;
    using bounded = Operator<clamp{-0.5f, 3.0f}, encoded{{0.031f, 90}}>;
    count += differences_of_call<plain, rounding::tflite, Wanted, First, Second>(seed++);
    count += differences_of_call<bounded, rounding::tflite, Wanted, First, Second>(seed++, 10);
    // Real numbers are not rounded by a policy.
    if constexpr (Type != f32) {
      count += differences_of_call<plain, rounding::float32, Wanted, First, Second>(seed++);
      count += differences_of_call<bounded, rounding::float32, Wanted, First, Second>(seed++, 10);
    }
  });
  return count;
}

}  // namespace tenon_test
