// SPDX-License-Identifier: Apache-2.0
// Storage orders as values: row_major, and one with rules of its own.
#include <tenon/core/storage_order.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;

constexpr tensor_type words{i32, shape_of(2, 3)};
static_assert(row_major.is_row_major() && row_major.name() == "row_major" && !row_major.adds_128());
static_assert(row_major.bytes(words) == 24 && row_major.place(words, 5) == 20 && row_major.alignment() == 16);

constexpr std::size_t bytes_backwards(const tensor_type& tensor) noexcept { return tensor.bytes() + 4; }
constexpr std::size_t place_backwards(const tensor_type& tensor, int element) noexcept {
  return tensor.bytes() - static_cast<std::size_t>(element) * bytes_of(tensor.type);
}
constexpr order_rules backwards_rules{"backwards", &bytes_backwards, &place_backwards, true, 64};
constexpr storage_order backwards{&backwards_rules};
static_assert(backwards != row_major && backwards == storage_order{&backwards_rules} && !backwards.is_row_major());
static_assert(backwards.bytes(words) == 28 && backwards.place(words, 0) == 24 && backwards.place(words, 5) == 4);
static_assert(backwards.name() == "backwards" && backwards.adds_128() && backwards.alignment() == 64);

static_assert(row_major.conversion_bytes(words) == 48 && backwards.conversion_bytes(words) == 28 + 24);
constexpr order_rules costly_rules{"costly", &bytes_backwards, &place_backwards, true, 64, &bytes_backwards};
static_assert(storage_order{&costly_rules}.conversion_bytes(words) == 28);

template <storage_order Order>
constexpr std::size_t bytes_in = Order.bytes(words);
static_assert(bytes_in<row_major> == 24 && bytes_in<backwards> == 28);

}  // namespace

TEST_CASE("an order answers at run time too") {
  const storage_order order = backwards;
  CHECK(order.place(words, 2) == 16);
}
