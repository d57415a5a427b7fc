// SPDX-License-Identifier: Apache-2.0
// reduce_sum, reduce_max, reduce_min over drawn axes and some chosen by hand, and local_response_norm: all backends
// against the reference.
#include <tenon/backend/kryo/folding.hpp>
#include <tenon/backend/kryo/local_response_norm.hpp>
#include <tenon/backend/reference/folding.hpp>
#include <tenon/backend/reference/local_response_norm.hpp>

#include <tenon/op/local_response_norm.hpp>
#include <tenon/op/reduce_max.hpp>
#include <tenon/op/reduce_min.hpp>
#include <tenon/op/reduce_sum.hpp>

#include "contract/contract.hpp"
#include "contract/generator.hpp"

using namespace tenon_test;

namespace {

template <class Operator, tenon::shape Extents>
void check_fold(unsigned seed) {
  check_integers<Operator, Extents, 0, roundings::tflite>(seed);
  check_reals<Operator, Extents>(seed);
}

template <template <auto...> class Operator, reduction_case Case>
void check_drawn(unsigned seed) {
  check_fold<Operator<axes_of(Case), tenon::keep_axes{Case.extents.rank % 2 == 0}>, Case.extents>(seed);
}

}  // namespace

TEST_CASE("reductions over drawn axes") {
  for_each_seed<0, 10>([]<unsigned Seed>() {
    check_drawn<tenon::op::reduce_sum_, draw_reduction_case(Seed + 100)>(Seed);
    check_drawn<tenon::op::reduce_max_, draw_reduction_case(Seed + 200)>(Seed);
    check_drawn<tenon::op::reduce_min_, draw_reduction_case(Seed + 300)>(Seed);
  });
}

TEST_CASE("reductions over axes chosen by hand") {
  using namespace tenon;
  check_fold<op::reduce_sum_<axes{0, 1}>, shape_of(3, 4, 70)>(1);
  check_fold<op::reduce_sum_<>, shape_of(2, 3, 5)>(3);
  check_fold<op::reduce_max_<axes{-1}>, shape_of(3, 130)>(5);
  check_fold<op::reduce_min_<>, shape_of(1)>(7);
}

TEST_CASE("local_response_norm over drawn shapes") {
  using namespace tenon;
  for_each_seed<0, 10>([]<unsigned Seed>() {
    constexpr neighbours looked_at{lottery(Seed).between(1, 9), 1.0f + 0.25f * Seed, 0.5f, 0.75f};
    check_reals<op::local_response_norm_<looked_at>, draw_shape(Seed)>(Seed + 100);
  });
}

TEST_CASE("local_response_norm, with channels around those of a register and fewer than it looks at") {
  using namespace tenon;
  check_reals<op::local_response_norm_<>, shape_of(3, 4, 70)>(1);
  check_reals<op::local_response_norm_<neighbours{4, 2.0f, 0.5f, 0.75f}>, shape_of(5, 16)>(2);
  check_reals<op::local_response_norm_<neighbours{9, 1.0f, 3.0f, 0.5f}>, shape_of(2, 3)>(3);
  check_reals<op::local_response_norm_<neighbours{1, 1.0f, 1.0f, 1.0f}>, shape_of(64)>(5);
}
