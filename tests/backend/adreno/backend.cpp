// SPDX-License-Identifier: Apache-2.0
// Policies: values in any order, each with what holds without it.
#include <tenon/backend/adreno/backend.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;

namespace {

using plain = adreno<a640>;
using chosen = adreno<a740, real_storage::f16, vector_width{8}, work_group{8, 4, 1}, integer_dot_product::on,
                      sub_group::half>;
using reordered = adreno<a740, sub_group::half, integer_dot_product::on, work_group{8, 4, 1}, vector_width{8},
                         real_storage::f16>;

static_assert(plain::name == "adreno" && plain::lanes == 4 && plain::group.x == 0);
static_assert(!plain::dots && plain::reals == real_storage::f32 && plain::hint == sub_group::device_default);
static_assert(std::is_same_v<chosen::chip, a740> && chosen::lanes == 8 && chosen::group.y == 4 &&
              chosen::dots);
static_assert(chosen::reals == real_storage::f16 && chosen::hint == sub_group::half);

}  // namespace

TEST_CASE_TEMPLATE("the order of policies changes nothing", Backend, chosen, reordered) {
  CHECK(Backend::lanes == chosen::lanes);
  CHECK(Backend::group.x == chosen::group.x);
  CHECK(Backend::dots == chosen::dots);
  CHECK(Backend::reals == chosen::reals);
  CHECK(Backend::hint == chosen::hint);
}
