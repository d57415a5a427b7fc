// SPDX-License-Identifier: Apache-2.0
// Attributes: found in any order, added, replaced and removed without knowing the operator.
#include <tenon/op/attribute.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;

namespace {

template <auto... Attributes>
struct some_ {};

using plain = some_<>;
using rich = some_<stride{2, 3}, filters{7}, clamp{0.0f, 6.0f}>;

static_assert(attribute_of<rich>(filters{1}).count == 7 && attribute_of<plain>(filters{1}).count == 1);
static_assert(attribute_of<some_<filters{7}, stride{2, 3}>>(stride{1, 1}).columns == 3);
static_assert(attribute_or<axis>({-1}, stride{2, 3}, axis{4}).index == 4 &&
              attribute_or<axis>({-1}).index == -1);
static_assert(attribute_or<axis>({-1}, axis{1}, axis{2}).index == 1);
static_assert(has_attribute<axis>(stride{1, 1}, axis{0}) && !has_attribute<axis>(stride{1, 1}) &&
              !has_attribute<axis>());
static_assert(carries<rich, clamp> && !carries<rich, window> && !carries<plain, clamp>);
// Rows and columns of one attribute are not those of another.
static_assert(attribute_of<some_<stride{2, 3}>>(dilation{1, 1}).rows == 1);

static_assert(std::is_same_v<without_attribute<rich, filters>, some_<stride{2, 3}, clamp{0.0f, 6.0f}>>);
static_assert(std::is_same_v<without_attribute<rich, window>, rich>);
static_assert(std::is_same_v<without_attribute<plain, window>, plain>);
static_assert(std::is_same_v<with_attribute<plain, filters{3}>, some_<filters{3}>>);
static_assert(
    std::is_same_v<with_attribute<rich, filters{3}>, some_<stride{2, 3}, filters{3}, clamp{0.0f, 6.0f}>>);
static_assert(std::is_same_v<with_attribute<with_attribute<plain, axis{1}>, axis{2}>, some_<axis{2}>>);

static_assert(same_padding.same && !valid_padding.same && valid_padding.top == 0);
static_assert(clamp{}.low < -3e38f && clamp{}.high > 3e38f);
static_assert(parameters_of<"stem">::parameter_name == "stem" &&
              affine_of<"stem.bn">{0.1f}.affine_name == "stem.bn");

}  // namespace

TEST_CASE("attributes are found at run time as in the compiler") {
  CHECK(attribute_or<units>({0}, stride{1, 1}, units{12}, axis{3}).count == 12);
  CHECK(attribute_or<epsilon>({0.5f}, stride{1, 1}, units{12}).value == 0.5f);
}
