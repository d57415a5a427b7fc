// SPDX-License-Identifier: Apache-2.0
// mean: all backends against the reference, over drawn axes and shapes and some chosen by hand.
#include <tenon/backend/kryo/mean.hpp>
#include <tenon/backend/reference/mean.hpp>

#include "contract/contract.hpp"
#include "contract/generator.hpp"

using namespace tenon_test;

namespace {

template <reduction_case Case>
void check_mean(unsigned seed) {
  using mean = tenon::op::mean_<axes_of(Case), tenon::keep_axes{Case.extents.rank % 2 == 0}>;
  check_integers<mean, Case.extents>(seed);
  check_reals<mean, Case.extents>(seed);
}

}  // namespace

TEST_CASE("mean over drawn axes") {
  for_each_seed<0, 20>([]<unsigned Seed>() { check_mean<draw_reduction_case(Seed)>(Seed); });
}

TEST_CASE("mean over axes chosen by hand") {
  check_mean<reduction_case{tenon::shape_of(1), 1}>(300);
  check_mean<reduction_case{tenon::shape_of(1000), 1}>(301);
  check_mean<reduction_case{tenon::shape_of(2, 65), 1}>(302);
  check_mean<reduction_case{tenon::shape_of(2, 65), 2}>(303);
  check_mean<reduction_case{tenon::shape_of(2, 3, 4, 5, 6, 7), 0b101010}>(304);
  check_mean<reduction_case{tenon::shape_of(2, 3, 4, 5, 6, 7), 0b010101}>(305);
}
