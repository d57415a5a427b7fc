// SPDX-License-Identifier: Apache-2.0
// Fixed strings: text as a template argument, joined, hashed.
#include <tenon/core/fixed_string.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;

namespace {

template <fixed_string Name>
struct named {
  static constexpr std::string_view name = Name.view();
};
static_assert(named<"stem">::name == "stem" && named<"">::name.empty());
static_assert(std::is_same_v<named<"a">, named<fixed_string{"a"}>> &&
              !std::is_same_v<named<"a">, named<"b">>);
static_assert(!std::is_same_v<named<"a">, named<"a ">>);
static_assert(fixed_string{"stem"} + fixed_string{".kernel"} == fixed_string{"stem.kernel"});
static_assert(std::is_same_v<named<fixed_string{"a"} + fixed_string{""}>, named<"a">>);
static_assert(fixed_string{"abc"}.size() == 3 && fixed_string<5>{}.view().size() == 5);
static_assert(fixed_string{"a\0b"}.view().size() == 3);

// Published values of FNV-1a with 64 bits.
static_assert(hash_of("") == 0xcbf29ce484222325u && hash_of("a") == 0xaf63dc4c8601ec8cu &&
              hash_of("foobar") == 0x85944171f73967e8u);
static_assert(hash_of("\xff") != hash_of("\x7f"));

}  // namespace

TEST_CASE("a fixed string ends with a zero, as C expects") {
  constexpr fixed_string joined = fixed_string{"ab"} + fixed_string{"c"};
  CHECK(joined.text[3] == '\0');
  CHECK(std::string_view{joined.text} == "abc");
}
