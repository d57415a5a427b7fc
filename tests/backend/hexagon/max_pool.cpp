// SPDX-License-Identifier: Apache-2.0
// max_pool on Hexagon: against the reference, over shapes, encodings and values.
#include <tenon/backend/hexagon/max_pool.hpp>

#include "backend/hexagon/pools.hpp"

#include <tenon/backend/reference/max_pool.hpp>

TEST_CASE("max_pool is equal on Hexagon and the reference") { tenon_test::check_pools<tenon::op::max_pool_>(); }
