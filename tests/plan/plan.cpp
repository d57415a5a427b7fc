// SPDX-License-Identifier: Apache-2.0
// The memory plan of a lowered network: facts from operators and kernels, offsets, scratch memory, the peak.
#include <tenon/plan/plan.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

namespace {

struct borrower {
  static constexpr std::string_view name = "borrower";
  static constexpr std::size_t alignment = 1;
};

}  // namespace

/// A kernel that borrows 40 bytes.
template <class Call>
struct tenon::kernel<borrower, Call> {
  using packed = tenon::no_parameters;
  static constexpr std::string_view variant = "borrows";
  static constexpr std::size_t scratch = 40;
};

namespace {

using namespace tenon;

static_assert(borrower::name == "borrower" && borrower::alignment == 1);

using lowered_net = lowered<small_network::real_model>;
template <class Backend, std::size_t Alignment>
constexpr const auto& planned = memory_plan_of<lowered_net, on<Backend>, Alignment>;

constexpr const auto& plain = planned<reference, 16>;
static_assert(plain.arena_bytes == plain.peak_bytes &&
              plain.arena_bytes == 32);  // 12 and 8 bytes, in steps of 16
static_assert(!plain.has_step[0] && plain.has_step[1] && plain.has_step[3]);
static_assert(plain.blocks[static_cast<std::size_t>(plain.block_of[0])].from == origin::input);
static_assert(plain.blocks[static_cast<std::size_t>(plain.block_of[3])].from == origin::output);
static_assert(planned<reference, 4>.arena_bytes == 20 && planned<reference, 64>.arena_bytes == 128);

// Both edges and the 40 bytes that the step between them borrows.
static_assert(planned<borrower, 16>.arena_bytes == 16 + 16 + 48 &&
              planned<borrower, 16>.scratch_block[1] >= 0);

}  // namespace

TEST_CASE("offsets are multiples of the alignment and lie in the arena") {
  const auto& plan = planned<borrower, 16>;
  for (std::size_t i = 0; i < plan.block_count; ++i) {
    if (plan.blocks[i].from != origin::arena || plan.blocks[i].bytes == 0) continue;
    CHECK(plan.blocks[i].offset % 16 == 0);
    CHECK(plan.blocks[i].offset + plan.blocks[i].bytes <= plan.arena_bytes);
  }
}

TEST_CASE("a reshape that changes the encoding is a step") {
  const edge_type result{tensor<i8, 4>::value, {0.5f, 1}};
  const edge_type same{tensor<i8, 2, 2>::value, {0.5f, 1}};
  const edge_type other{tensor<i8, 2, 2>::value, {0.25f, 1}};
  CHECK(detail::keeps_encoding({&same, 1}, result));
  CHECK(!detail::keeps_encoding({&other, 1}, result));
}
