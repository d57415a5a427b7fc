// SPDX-License-Identifier: Apache-2.0
// Contract cases of dense.
#pragma once

#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/reference/dense.hpp>

#include "contract/contract.hpp"
#include "contract/generator.hpp"

namespace tenon_test {

template <dense_case Case, roundings Under = roundings::both>
void check_dense(unsigned seed) {
  using dense = tenon::op::dense_<tenon::units{Case.units}>;
  check_integers<dense, Case.extents, Case.gap, Under>(seed);
  check_reals<dense, Case.extents, Case.gap>(seed);
}

}  // namespace tenon_test
