// SPDX-License-Identifier: Apache-2.0
// Bound arrays: found by whole names only, named and not copied.
#include <tenon/model/weights.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

inline constexpr std::array<float, 3> kernel_values{1.0f, 2.0f, 3.0f};
inline constexpr float bias_values[]{4.0f};
using bound = weights<bind<"stem.kernel", kernel_values>, bind<"stem.bias", bias_values>,
                      bind<"stem_scale", bias_values>, bind<"a.b.kernel", bias_values>>;
static_assert(bound::find("stem.kernel").data() == kernel_values.data() &&
              bound::find("stem.bias").size() == 1);
static_assert(bound::find("stem", "kernel").size() == 3 && bound::find("a.b", "kernel").size() == 1);
static_assert(bound::find("stem.kerne").empty() && bound::find("stem.kernels").empty() &&
              bound::find("").empty());
static_assert(bound::find("ste", "m.kernel").empty() && bound::find("stem", "ernel").empty() &&
              bound::find("", "kernel").empty());
static_assert(bound::find("stem.kernel", "").empty() && bound::find("stemx", "bias").empty() &&
              bound::find("Stem", "bias").empty());
static_assert(bound::find("stem", "scale").empty() && bound::find("stem_scale").size() == 1);
static_assert(weights<>::find("stem.kernel").empty() && weights<>::find("stem", "kernel").empty());

// Integers are found by the same names, beside the real arrays; a string literal's final zero is no number.
inline constexpr char bytes[] = "\001\377";
inline constexpr std::array<std::int32_t, 3> words{5, 6, 7};
using integers = weights<bind<"stem.kernel", bytes, bias_values, 2>, bind<"stem.bias", words>, bind<"fc.kernel", kernel_values>>;
static_assert(integers::find_integers("stem", "kernel").size() == 2 && integers::find_integers("stem", "kernel")[1] == -1);
static_assert(integers::find_integers("stem", "kernel").zero_point == 2 &&
              integers::find_integers("stem", "kernel").scales.data() == bias_values);
static_assert(integers::find_integers("stem", "bias").size() == 3 && integers::find_integers("stem", "bias")[2] == 7);
static_assert(integers::find("stem", "kernel").empty() && integers::find("stem", "bias").empty());
static_assert(integers::find("fc", "kernel").size() == 3 && integers::find_integers("fc", "kernel").empty());
static_assert(integers::find_integers("ste", "m.kernel").empty() && integers::find_integers("stem", "scale").empty());

}  // namespace

TEST_CASE("a dot inside a node's name is part of the name") {
  // "a" + "b.kernel" spells the same text; it is found, as the name that was bound says so.
  CHECK(bound::find("a", "b.kernel").size() == 1);
  CHECK(bound::find("a.b", "kernel").data() == bias_values);
}
