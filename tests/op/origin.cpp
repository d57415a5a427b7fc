// SPDX-License-Identifier: Apache-2.0
// Where trained arrays are bound after nodes were renamed and merged.
#include <tenon/op/origin.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

template <auto... Attributes>
struct some_ {};
using merged = some_<filters{3}, parameters_of<"stem">{}, stride{1, 1}, affine_of<"stem.bn">{0.25f}>;

static_assert(parameter_name_of<merged>("other") == "stem" &&
              parameter_name_of<some_<filters{3}>>("own") == "own");
static_assert(remembers_parameters<merged> && !remembers_parameters<some_<filters{3}>>);
static_assert(has_affine<merged> && !has_affine<some_<parameters_of<"stem">{}>>);

}  // namespace

TEST_CASE("a folded batch normalization is found with its epsilon") {
  CHECK(detail::origin_of<merged>.affine == "stem.bn");
  CHECK(detail::origin_of<merged>.affine_epsilon == 0.25f);
  CHECK(detail::origin_of<some_<>>.affine.empty());
  CHECK(detail::origin_of<some_<>>.affine_epsilon == 0.0f);
}
