// SPDX-License-Identifier: Apache-2.0
// Networks with storage orders: conversions as nodes of the graph, memory for padding, and the same results.
#include <tenon/plan/arrange.hpp>

#include <engine/small_network.hpp>
#include <tenon/backend/reference/reorder.hpp>

#include <doctest/doctest.h>

namespace {

/// Reads and writes its elements backwards, 8 bytes of padding in front, and is paid well for it.
struct mirror {
  static constexpr std::string_view name = "mirror";
  static constexpr std::size_t alignment = 1;
};

constexpr std::size_t mirrored_bytes(const tenon::tensor_type& tensor) noexcept { return tensor.bytes() + 8; }
constexpr std::size_t mirrored_place(const tenon::tensor_type& tensor, int element) noexcept {
  return mirrored_bytes(tensor) - static_cast<std::size_t>(element + 1) * bytes_of(tensor.type);
}
constexpr tenon::order_rules mirrored_rules{"mirrored", &mirrored_bytes, &mirrored_place, false, 32};
constexpr tenon::storage_order mirrored{&mirrored_rules};

}  // namespace

namespace {

/// The same with little room: what it reads, writes and streams may be 100 bytes.
struct small_mirror : mirror {
  static constexpr std::size_t working_set_bytes = 100;
};
template <class Backend>
concept mirrors = std::derived_from<Backend, mirror>;

}  // namespace

/// Row-major it is the reference, and offers better.
template <mirrors Backend, tenon::calls<tenon::op::dense_> Call>
struct tenon::kernel<Backend, Call> : tenon::kernel<tenon::reference, Call> {
  static constexpr std::array<tenon::layout_offer, 1> layouts{tenon::layout_offer{mirrored, {mirrored}, 1000}};
};

template <mirrors Backend, tenon::calls_stored<tenon::op::dense_, mirrored> Call>
struct tenon::kernel<Backend, Call> {
  using row_major_call =
      tenon::call<typename Call::op, typename Call::rounding, tenon::operand{Call::y}, tenon::operand{Call::x}>;
  using plain = tenon::kernel<tenon::reference, row_major_call>;
  using packed = typename plain::packed;
  using value_type = tenon::storage_t<Call::y.type>;
  static constexpr std::string_view variant = "backwards";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const typename Call::op::template parameters<Call>& w) noexcept {
    return plain::pack(w);
  }

  static constexpr void run(const packed& w, std::byte*, value_type* y, const value_type* x) noexcept {
    std::array<value_type, static_cast<std::size_t>(Call::x.size())> rows{};
    std::array<value_type, static_cast<std::size_t>(Call::y.size())> result{};
    for (int i = 0; i < Call::x.size(); ++i) rows[static_cast<std::size_t>(i)] = x[place(Call::x, i)];
    plain::run(w, nullptr, result.data(), rows.data());
    for (int i = 0; i < Call::y.size(); ++i) y[place(Call::y, i)] = result[static_cast<std::size_t>(i)];
  }

 private:
  static constexpr std::size_t place(const tenon::tensor_type& tensor, int element) noexcept {
    return mirrored.place(tensor, element) / sizeof(value_type);
  }
};

namespace {

using namespace tenon;

static_assert(mirror::name == "mirror" && mirror::alignment == 1);

using plain = lowered<small_network::real_model>;
using both = on<mirror, reference>;

// Nodes: x, hidden.relu, logits, scores. Both dense layers agree; conversions stand before and behind them.
using turned = arranged<plain, both>;
static_assert(!std::is_same_v<turned, plain> && turned::size == 6 && turned::conversions == 2);
static_assert(turned::conversion_bytes == (16 + 24) + (8 + 16));
static_assert(name_at<turned::graph_type>(1) == "x.reordered" && name_at<turned::graph_type>(4) == "logits.reordered");
static_assert(turned::orders[0] == row_major && turned::orders[1] == mirrored && turned::orders[2] == mirrored &&
              turned::orders[3] == mirrored && turned::orders[4] == row_major && turned::orders[5] == row_major);
static_assert(wiring_of<turned::graph_type>.source(2, 0) == 1 && wiring_of<turned::graph_type>.source(3, 0) == 2 &&
              wiring_of<turned::graph_type>.source(4, 0) == 3 && wiring_of<turned::graph_type>.source(5, 0) == 4);

// The reference offers nothing, and without its conversions nobody could reach what the other offers.
static_assert(std::is_same_v<arranged<plain, on<reference>>, plain>);
static_assert(std::is_same_v<arranged<plain, placed_with<on<reference>, pinned<"other", mirror>>>, plain>);
static_assert(detail::offers_of<plain, both, 1>().size() == 1 && detail::offers_of<plain, on<mirror>, 1>().empty() &&
              detail::offers_of<plain, both, 0>().empty());

// hidden reads 16 bytes, writes 12 and has 68 of numbers; with padding that is 112. logits has 76.
using tight = arranged<plain, on<small_mirror, reference>>;
static_assert(detail::offers_of<plain, on<small_mirror, reference>, 1>().empty() &&
              detail::offers_of<plain, on<small_mirror, reference>, 2>().size() == 1);
static_assert(tight::conversions == 2 && tight::orders[1] == row_major);

// Edges with padding: 24 and 20 bytes live at the same time, then 20 and 16; in steps of 4.
constexpr const auto& planned = memory_plan_of<turned, both, 4>;
static_assert(planned.blocks[1].bytes == 16 + 8 && planned.blocks[2].bytes == 12 + 8 &&
              planned.blocks[3].bytes == 8 + 8 && planned.blocks[4].bytes == 8);
static_assert(planned.arena_bytes == 24 + 20);
static_assert(detail::alignment_of<turned>() == 32 && detail::alignment_of<plain>() == 16);

using turned_engine = engine<small_network::real_model, both>;
static_assert(turned_engine::layout_conversions == 2 && turned_engine::layout_conversion_bytes == 64);
static_assert(small_network::real_engine::layout_conversions == 0);
static_assert(turned_engine::steps.size() == 5 && turned_engine::steps[0].op == "reorder" &&
              turned_engine::steps[0].order == mirrored && turned_engine::steps[1].variant == "backwards" &&
              turned_engine::steps[4].order == row_major);
static_assert(turned_engine::alignment == 32 && alignof(turned_engine) >= 32);
static_assert(turned_engine::evaluate(small_network::example) ==
              small_network::real_engine::evaluate(small_network::example));

}  // namespace

TEST_CASE("an engine with conversions computes the same") {
  static turned_engine machine;
  static small_network::real_engine judge;
  std::array<float, 2> got{};
  std::array<float, 2> wanted{};
  machine.run(small_network::example, got);
  judge.run(small_network::example, wanted);
  CHECK(got == wanted);
}

TEST_CASE("a pinned layer is arranged for the backend that it is pinned to") {
  using pinned_only = engine<small_network::integer_model, on<reference>, pinned<"logits", mirror>>;
  static_assert(pinned_only::layout_conversions == 2 && pinned_only::steps.size() > 5);
  static pinned_only machine;
  static small_network::integer_engine judge;
  std::array<float, 2> got{};
  std::array<float, 2> wanted{};
  machine.run(small_network::example, got);
  judge.run(small_network::example, wanted);
  CHECK(got == wanted);
}
