// SPDX-License-Identifier: Apache-2.0
// Policies: each is known by what it says, in any order, with a fallback.
#include <tenon/model/policy.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

using kept = keep<f32, "logits", "stem">;
static_assert(kept::holds("logits") && kept::holds("stem") && !kept::holds("stem.relu") && !kept::holds(""));
static_assert(!keep<f32>::holds("logits"));

struct my_pipeline {
  static constexpr bool is_pipeline = true;
};
struct stranger {
  int type = 0;
};
static_assert(detail::rounds<rounding::float32> && !detail::rounds<kept>);
static_assert(detail::keeps<kept> && !detail::keeps<border<i8>>);
static_assert(detail::borders<border<i8>> && !detail::borders<stranger> &&
              !detail::borders<rounding::tflite>);
static_assert(detail::quantizes_weights<quantize_weights<weight_scheme{}>> &&
              !detail::quantizes_weights<border<i8>>);
static_assert(detail::lowers<my_pipeline> && !detail::lowers<kept>);
static_assert(detail::is_policy<kept> && detail::is_policy<my_pipeline> && !detail::is_policy<stranger> &&
              !detail::is_policy<int>);

template <class... Policies>
using chosen_border = detail::first_policy<detail::is_border, border<f32>, Policies...>::type;
static_assert(std::is_same_v<chosen_border<>, border<f32>> &&
              std::is_same_v<chosen_border<kept, border<i8>>, border<i8>>);
static_assert(std::is_same_v<chosen_border<border<i8>, border<f32>>, border<i8>>);

}  // namespace

TEST_CASE("only keep<...> keeps a name") {
  CHECK(detail::keeps_name<kept>("logits"));
  CHECK(!detail::keeps_name<kept>("logit"));
  CHECK(!detail::keeps_name<rounding::tflite>("logits"));
}
