// SPDX-License-Identifier: Apache-2.0
// The native instruction set is the best that this build can use; facts of every set fit the algorithms.
#include <tenon/backend/kryo/isa.hpp>

#include "instruction_sets.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace {

using namespace tenon;

struct without_narrow : isa::scalar {
  static void narrow() = delete;
};
struct without_name : isa::scalar {
  static void name();
};
struct without_facts : isa::scalar {
  static void macs_per_cycle();
};
static_assert(instruction_set<isa::scalar> && instruction_set<isa::native>);
static_assert(!instruction_set<int> && !instruction_set<without_narrow>);
static_assert(!instruction_set<without_name> && !instruction_set<without_facts>);

constexpr bool is_power_of_two(int x) { return x > 0 && (x & (x - 1)) == 0; }

TEST_CASE("no set that this build can use is faster than the native one") {
  bool is_native_usable = false;
  tenon_test::usable_sets::each([&]<class Isa>() {
    CHECK(Isa::macs_per_cycle <= isa::native::macs_per_cycle);
    is_native_usable = is_native_usable || std::is_same_v<Isa, isa::native>;
  });
  CHECK(is_native_usable);
  MESSAGE("native: " << std::string_view(isa::native::name));
}

TEST_CASE("facts of each set fit its types and the loops over it") {
  tenon_test::usable_sets::each([]<class Isa>() {
    static_assert(instruction_set<Isa>);
    static_assert(is_power_of_two(Isa::lanes) && is_power_of_two(Isa::depth_group) &&
                  is_power_of_two(Isa::tile_vectors));
    static_assert(sizeof(typename Isa::vector) == std::size_t{Isa::lanes} * sizeof(std::int32_t));
    static_assert(sizeof(typename Isa::reals) == sizeof(typename Isa::vector));
    static_assert(sizeof(typename Isa::bytes) == 4 * std::size_t{Isa::lanes}, "narrow takes four vectors");
    static_assert(Isa::stage_width >= 16 && Isa::stage_width % 16 == 0);
    static_assert(Isa::stage_offset == (std::is_unsigned_v<typename Isa::staged> ? 128 : 0));
    static_assert(Isa::row_group == 1 || (Isa::row_group == 2 && Isa::broadcast_groups == 1));
    static_assert(Isa::tile_rows % Isa::row_group == 0);
    static_assert(std::is_signed_v<typename Isa::weight>);
  });
}

}  // namespace
