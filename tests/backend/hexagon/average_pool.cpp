// SPDX-License-Identifier: Apache-2.0
// average_pool on Hexagon: against the reference, over shapes, encodings and values.
#include <tenon/backend/hexagon/average_pool.hpp>

#include "backend/hexagon/pools.hpp"

#include <tenon/backend/reference/average_pool.hpp>

TEST_CASE("average_pool is equal on Hexagon and the reference") { tenon_test::check_pools<tenon::op::average_pool_>(); }
