// SPDX-License-Identifier: Apache-2.0
// Holds the Hexagon backend, whose vector instructions are emulated here, to the reference.
#pragma once

#include "contract/contract.hpp"

#include <tenon/backend/hexagon/backend.hpp>

namespace tenon_test {

using hexagon_under_contract = backend_list<tenon::hexagon<tenon::v68>>;

template <class Operator, tenon::shape Extents, int Gap = 0>
void check_on_hexagon(unsigned seed) {
  check_integers<Operator, Extents, Gap, roundings::both, hexagon_under_contract>(seed);
}

}  // namespace tenon_test
