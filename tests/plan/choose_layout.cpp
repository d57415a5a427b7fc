// SPDX-License-Identifier: Apache-2.0
// The choice of storage orders: chains that agree, branches that do not, and what conversions cost.
#include <tenon/plan/choose_layout.hpp>

#include <tenon/graph/graph.hpp>
#include <tenon/op/concept.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;

/// An order that takes 28 bytes more than the elements, and another one.
constexpr std::size_t bytes_of_wide(const tensor_type& tensor) noexcept { return tensor.bytes() + 28; }
constexpr std::size_t place_in_wide(const tensor_type&, int element) noexcept {
  return static_cast<std::size_t>(element) + 28;
}
constexpr order_rules wide_rules{"wide", &bytes_of_wide, &place_in_wide};
constexpr order_rules other_rules{"other", &bytes_of_wide, &place_in_wide};
constexpr storage_order wide{&wide_rules};
constexpr storage_order other{&other_rules};

/// Nodes of no operator: only their wires count.
struct any {};
template <fixed_string Name, fixed_string... Inputs>
using at_node = node<Name, any, Inputs...>;

constexpr tensor_type hundred{i8, shape_of(100)};
constexpr int conversion = 100 + 128;

/// What every node of a chain offers that does.
template <long long Saves>
constexpr std::array<layout_offer, 1> in_wide{layout_offer{wide, {wide, wide}, Saves}};

template <class... Offers>
constexpr auto facts_of(const Offers&... offers) {
  return std::array<layout_facts, sizeof...(Offers)>{layout_facts{hundred, offers}...};
}
constexpr std::span<const layout_offer> none{};

using chain = graph<at_node<"x">, at_node<"a", "x">, at_node<"b", "a">, at_node<"c", "b">, at_node<"y", "c">>;

template <class Graph, class... Offers>
constexpr auto choose(const Offers&... offers) {
  return choose_layout(wiring_of<Graph>, facts_of(std::span<const layout_offer>(offers)...));
}

}  // namespace

TEST_CASE("neighbours that agree share an order, and conversions stand at both ends") {
  constexpr auto plan = choose<chain>(none, in_wide<200>, in_wide<0>, in_wide<300>, none);
  static_assert(plan.conversions == 2 && plan.conversion_bytes == 2 * conversion);
  static_assert(plan.result[0] == row_major && plan.result[1] == wide && plan.result[2] == wide &&
                plan.result[3] == wide && plan.result[4] == row_major);
  static_assert(plan.has_second[0] && plan.second[0] == wide && plan.reads_second[0]);
  static_assert(plan.has_second[3] && plan.second[3] == row_major && plan.reads_second[3]);
  CHECK((!plan.has_second[1] && !plan.has_second[2] && !plan.reads_second[1] && !plan.reads_second[2]));
}

TEST_CASE("what kernels save has to pay for the conversions") {
  CHECK(choose<chain>(none, in_wide<2 * conversion>, none, none, none).conversions == 0);
  CHECK(choose<chain>(none, in_wide<2 * conversion + 1>, none, none, none).conversions == 2);
  CHECK(choose<chain>(none, in_wide<150>, in_wide<150>, in_wide<150>, none).conversions == 0);
  CHECK(choose<chain>(none, in_wide<150>, in_wide<150>, in_wide<157>, none).conversions == 2);
}

TEST_CASE("a kernel at an end that saves nothing stays row-major, one in the middle bears the others' loss") {
  const auto ends = choose<chain>(none, in_wide<1000>, in_wide<0>, in_wide<-5>, none);
  CHECK((ends.result[1] == wide && ends.result[2] == row_major && ends.result[3] == row_major));
  const auto middle = choose<chain>(none, in_wide<1000>, in_wide<-100>, in_wide<1000>, none);
  CHECK((middle.result[2] == wide && middle.conversions == 2));
  const auto apart = choose<chain>(none, in_wide<1000>, in_wide<-1000>, in_wide<1000>, none);
  CHECK((apart.result[2] == row_major && apart.conversions == 4 && apart.conversion_bytes == 4 * conversion));
}

TEST_CASE("readers that want row-major tensors share one conversion") {
  using branch = graph<at_node<"x">, at_node<"a", "x">, at_node<"b", "a">, at_node<"c", "a">, at_node<"d", "a">,
                       at_node<"y", "b", "c", "d">>;
  constexpr auto plan = choose<branch>(none, in_wide<2000>, in_wide<2000>, none, none, none);
  static_assert(plan.result[1] == wide && plan.result[2] == wide);
  static_assert(plan.has_second[1] && plan.second[1] == row_major && plan.has_second[2]);
  static_assert(!plan.reads_second[1] && plan.reads_second[2] && plan.reads_second[3]);
  static_assert(plan.reads_second[4] && !plan.reads_second[5] && !plan.reads_second[6]);
  CHECK(plan.conversions == 3);
}

TEST_CASE("an edge is never stored in two orders that are not row-major") {
  static constexpr std::array<layout_offer, 1> in_other{layout_offer{other, {other}, 2000}};
  const auto plan = choose<chain>(none, in_wide<2000>, in_other, none, none);
  CHECK(plan.result[1] != plan.result[2]);
  CHECK((plan.result[1] == row_major || plan.result[2] == row_major));
  CHECK(plan.conversions == 2);
  static constexpr std::array<layout_offer, 2> in_either{layout_offer{wide, {wide}, 1000},
                                                         layout_offer{other, {other}, 900}};
  const auto chosen = choose<chain>(none, in_either, in_other, none, none);
  CHECK((chosen.result[1] == other && chosen.result[2] == other && chosen.conversions == 2));
}

TEST_CASE("outputs of the network are row-major, and a kernel may convert by itself") {
  const auto last = choose<chain>(none, none, none, none, in_wide<5000>);
  CHECK((last.conversions == 0 && last.result[4] == row_major));
  static constexpr std::array<layout_offer, 1> out_of_wide{layout_offer{row_major, {wide}, 100}};
  const auto plan = choose<chain>(none, none, none, in_wide<300>, out_of_wide);
  CHECK((plan.result[3] == wide && plan.result[4] == row_major && plan.conversions == 1));
}
