// SPDX-License-Identifier: Apache-2.0
// Element types: sizes, ranges and names agree with the C++ types that hold them.
#include <tenon/core/element.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <type_traits>

using namespace tenon;

namespace {

template <element Type>
constexpr bool sizes_agree = sizeof(storage_t<Type>) == bytes_of(Type);
static_assert(sizes_agree<f32> && sizes_agree<f16> && sizes_agree<bf16> && sizes_agree<i32> &&
              sizes_agree<i16> && sizes_agree<i8> && sizes_agree<u8> && sizes_agree<i4>);

template <element Type>
constexpr bool range_is_whole = range_of(Type).low == std::numeric_limits<storage_t<Type>>::min() &&
                                range_of(Type).high == std::numeric_limits<storage_t<Type>>::max();
static_assert(range_is_whole<i32> && range_is_whole<i16> && range_is_whole<i8> && range_is_whole<u8>);
static_assert(range_of(i4).low == -8 && range_of(i4).high == 7);
static_assert(range_of(f32).high == 0 && range_of(f16).high == 0 && range_of(bf16).low == 0);

static_assert(std::is_same_v<storage_t<f32>, float> && std::is_unsigned_v<storage_t<f16>> &&
              std::is_unsigned_v<storage_t<bf16>>);
static_assert(is_quantized(i8) && is_quantized(u8) && is_quantized(i16) && is_quantized(i4));
static_assert(!is_quantized(f32) && !is_quantized(f16) && !is_quantized(bf16) && !is_quantized(i32));

}  // namespace

TEST_CASE("elements are named as users write them, each differently") {
  const element all[]{f32, f16, bf16, i32, i16, i8, u8, i4};
  CHECK(name_of(f32) == "f32");
  CHECK(name_of(i4) == "i4");
  for (const element a : all)
    for (const element b : all) CHECK((name_of(a) == name_of(b)) == (a == b));
  CHECK(name_of(static_cast<element>(99)) == "unknown");
  CHECK(bytes_of(static_cast<element>(99)) == 0);
  CHECK(range_of(static_cast<element>(99)).high == 0);
}
