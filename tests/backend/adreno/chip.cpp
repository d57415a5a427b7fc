// SPDX-License-Identifier: Apache-2.0
// Chips: names of their own, and the facts of their generation where they have none.
#include <tenon/backend/adreno/chip.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string_view>

using namespace tenon;

static_assert(a640::generation == 6 && a740::generation == 7);
static_assert(a640::full_wave == 2 * a640::half_wave && a740::full_wave == a640::full_wave);
static_assert(a640::registers == 144 && a650::registers == 64 && a630::registers == 96);

TEST_CASE("no two chips have one name") {
  const std::set<std::string_view> names{a620::name, a630::name, a640::name, a650::name,
                                         a660::name, a730::name, a740::name, a750::name};
  CHECK(names.size() == 8);
}
