// SPDX-License-Identifier: Apache-2.0
// Reductions in text: where a result starts, and where each of its values lies.
#include <tenon/backend/adreno/reduction.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon::adreno_kernels;

namespace {

constexpr op::reduced_axes marked_axes(std::uint32_t bits) { return {bits, true}; }

constexpr reduced_part kept(shape_of(3, 4, 5), marked_axes(0b101), false);
constexpr reduced_part reduced(shape_of(3, 4, 5), marked_axes(0b101), true);
static_assert(kept.extents == shape_of(4) && kept.steps[0] == 5);
static_assert(reduced.extents == shape_of(3, 5) && reduced.steps[0] == 20 && reduced.steps[1] == 1);

template <std::uint32_t Bits>
struct reduction_writer {
  constexpr void operator()(text_writer& out) const noexcept {
    put_reduction(out, shape_of(3, 4, 5), marked_axes(Bits), "int sum = 0;");
    out.put_line("}");
  }
};

}  // namespace

TEST_CASE("an axis in the middle stays") {
  CHECK(render<reduction_writer<0b101>>().view() == R"(const int result = get_global_id(0);
if (result >= 4) return;
const int start = result * 5;
int sum = 0;
for (int k = 0; k < 15; ++k) {
  const int at = start + k % 5 + k / 5 * 20;
}
)");
}

TEST_CASE("all axes go") {
  CHECK(render<reduction_writer<0b111>>().view() == R"(const int result = get_global_id(0);
if (result >= 1) return;
const int start = 0;
int sum = 0;
for (int k = 0; k < 60; ++k) {
  const int at = start + k;
}
)");
}
