// SPDX-License-Identifier: Apache-2.0
// flatten on Hexagon: against the reference, over values.
#include <tenon/backend/hexagon/reshape.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/reshape.hpp>
#include <tenon/op/flatten.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("flatten copies all elements") { CHECK(movement_differences_on_hexagon<op::flatten_<>, 3, 7, 13>(5) == 0); }
