// SPDX-License-Identifier: Apache-2.0
// reduce_sum, reduce_max and reduce_min: all backends against the reference, over axes chosen by hand.
#include <tenon/backend/kryo/folding.hpp>
#include <tenon/backend/reference/folding.hpp>

#include <tenon/op/reduce_max.hpp>
#include <tenon/op/reduce_min.hpp>
#include <tenon/op/reduce_sum.hpp>

#include "contract/contract.hpp"

using namespace tenon_test;

namespace {

template <class Operator, tenon::shape Extents>
void check_fold(unsigned seed) {
  check_integers<Operator, Extents, 0, roundings::tflite>(seed);
  check_reals<Operator, Extents>(seed);
}

}  // namespace

TEST_CASE("reductions over axes chosen by hand") {
  using namespace tenon;
  check_fold<op::reduce_sum_<axes{0, 1}>, shape_of(3, 4, 70)>(1);
  check_fold<op::reduce_sum_<axes{1}, keep_axes{true}>, shape_of(5, 67)>(2);
  check_fold<op::reduce_sum_<>, shape_of(2, 3, 5)>(3);
  check_fold<op::reduce_max_<axes{0, 2}>, shape_of(3, 4, 5, 9)>(4);
  check_fold<op::reduce_max_<axes{-1}>, shape_of(3, 130)>(5);
  check_fold<op::reduce_min_<axes{1}>, shape_of(2, 7, 66)>(6);
  check_fold<op::reduce_min_<>, shape_of(1)>(7);
}
