// SPDX-License-Identifier: Apache-2.0
// The reference backend asks nothing of memory.
#include <tenon/backend/reference/backend.hpp>

#include <doctest/doctest.h>

#include <type_traits>

static_assert(tenon::reference::alignment == 1 && std::is_empty_v<tenon::reference>);

TEST_CASE("the reference backend has its name") { CHECK(tenon::reference::name == "reference"); }
