// SPDX-License-Identifier: Apache-2.0
// The bytes that each step works on, and the limits of backends.
#include <tenon/plan/working_set.hpp>

#include "limited.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;

struct fast {};
static_assert(working_set_limit<reference> == 0 && working_set_limit<limited::processor<70>> == 70);
static_assert(working_set_limit<variant_of<limited::processor<70>, fast>> == 70);
static_assert(!detail::limits_of<on<reference>>::any && detail::limits_of<on<reference, limited::processor<1>>>::any);
static_assert(detail::limits_of<placed_with<on<reference>, pinned<"a", limited::processor<1>>>>::any);

using place = on<limited::processor<5000>>;
constexpr const auto& sets = working_sets_of<lowered<limited::integer>, place>;
// x, then stem: 16 x 9 pixels of 2 channels in and 4 out, and its numbers.
static_assert(sets[0].limit == 0 && sets[0].fits());
static_assert(sets[1].name == "stem" && sets[1].inputs == 288 && sets[1].result == 576 && sets[1].limit == 5000);
static_assert(sets[1].total() == 288 + 576 + sets[1].numbers + sets[1].scratch && sets[1].numbers >= 72);

}  // namespace

TEST_CASE("what is exactly as large as fast memory fits") {
  working_set step{"a", 10, 10, 5, 5, 30};
  CHECK(step.fits());
  step.scratch = 6;
  CHECK(!step.fits());
  step.limit = 0;
  CHECK(step.fits());
}
