// SPDX-License-Identifier: Apache-2.0
// What planning starts from: nothing is shared, nothing is fixed.
#include <tenon/plan/storage.hpp>

#include <doctest/doctest.h>

using namespace tenon;

static_assert(storage_facts{}.joined_axis == -1 && storage_facts{}.outer == 1 &&
              storage_facts{}.element_bytes == 1);
static_assert(!storage_facts{}.in_place && !storage_facts{}.reshapes && !storage_facts{}.input &&
              !storage_facts{}.constant);
static_assert(block{}.from == origin::arena && block{}.index == -1 && block{}.bytes == 0);

TEST_CASE("a plan has room for a block of scratch memory besides each edge") {
  CHECK(storage_plan<7>{}.blocks.size() == 14);
  CHECK(storage_plan<7>{}.block_of.size() == 7);
  CHECK(storage_plan<7>{}.block_count == 0);
}
