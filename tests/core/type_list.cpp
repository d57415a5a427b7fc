// SPDX-License-Identifier: Apache-2.0
// Lists of types: every index, any list, and loops without nesting.
#include <tenon/core/type_list.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;

namespace {

template <class... Types>
struct other_list {};
template <int>
struct numbered {};

using three = type_list<int, char, int>;
static_assert(three::size == 3 && type_list<>::size == 0);
static_assert(std::is_same_v<at<three, 0>, int> && std::is_same_v<at<three, 1>, char> &&
              std::is_same_v<at<three, 2>, int>);
static_assert(std::is_same_v<at<other_list<void, int&>, 0>, void> &&
              std::is_same_v<at<other_list<void, int&>, 1>, int&>);
static_assert(size_of<other_list<int, int>> == 2 && size_of<type_list<>> == 0 && size_of<int> == 0);
static_assert(std::is_same_v<type_identity<int&>::type, int&>);

template <class Indices>
struct long_list;
template <std::size_t... Indices>
struct long_list<std::index_sequence<Indices...>> {
  using type = type_list<numbered<static_cast<int>(Indices)>...>;
};
using thousand = long_list<std::make_index_sequence<1000>>::type;
static_assert(std::is_same_v<at<thousand, 999>, numbered<999>> && size_of<thousand> == 1000);

}  // namespace

TEST_CASE("indices are visited in order, many more than a fold may nest") {
  std::size_t next = 0;
  bool in_order = true;
  for_each_index<1000>([&]<std::size_t Index>() { in_order = in_order && Index == next++; });
  CHECK(in_order);
  CHECK(next == 1000);
  for_each_index<0>([&]<std::size_t Index>() { next = Index; });
  CHECK(next == 1000);
}
