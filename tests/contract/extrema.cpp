// SPDX-License-Identifier: Apache-2.0
// maximum, minimum, prelu and div: kryo against the reference, over drawn shapes that broadcast, bounds, encodings and
// values.
#include <tenon/op/broadcast.hpp>
#include <tenon/op/div.hpp>
#include <tenon/op/maximum.hpp>
#include <tenon/op/minimum.hpp>
#include <tenon/op/prelu.hpp>

#include <contract/pairs.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;
using namespace tenon_test;

namespace {

/// Which tensors are repeated to the shape of the result.
enum class repeating { either, second };

/// Integers in one rounding or the other, by the number of axes; real numbers are not rounded by a policy.
template <class Operator, element Type, repeating Repeats = repeating::either>
int differences_over_pairs_of() {
  int count = 0;
  unsigned seed = 1;
  awkward_pairs<Type>::for_each([&]<tensor_type First, tensor_type Second>() {
    constexpr tensor_type widened{Type, op::broadcast(First.extents, Second.extents)};
    constexpr tensor_type first = Repeats == repeating::either ? First : widened;
    constexpr bool rounds_like_tflite = Type == f32 || first.extents.rank % 2 == 0;
    using policy = std::conditional_t<rounds_like_tflite, rounding::tflite, rounding::float32>;
    constexpr agreement wanted = Type == f32 ? agreement::near : agreement::exact;
    count += differences_of_call<Operator, policy, wanted, first, Second>(seed++);
  });
  return count;
}

}  // namespace

TEST_CASE("extrema and slopes of integers are equal on kryo and the reference") {
  CHECK(differences_over_pairs_of<op::maximum_<encoded{{0.043f, -7}}>, i8>() == 0);
  CHECK(differences_over_pairs_of<op::minimum_<clamp{-0.5f, 3.0f}, encoded{{0.031f, 90}}>, i8>() == 0);
  CHECK(differences_over_pairs_of<op::prelu_<encoded{{0.043f, -7}}>, i8, repeating::second>() == 0);
}

TEST_CASE("extrema, slopes and quotients of real numbers are near on kryo and the reference") {
  CHECK(differences_over_pairs_of<op::maximum_<>, f32>() == 0);
  CHECK(differences_over_pairs_of<op::minimum_<clamp{-0.5f, 3.0f}>, f32>() == 0);
  CHECK(differences_over_pairs_of<op::prelu_<>, f32, repeating::second>() == 0);
  CHECK(differences_over_pairs_of<op::div_<>, f32>() == 0);
}
