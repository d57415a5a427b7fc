// SPDX-License-Identifier: Apache-2.0
// Conversions on the reference backend: an order's rule, padding and added 128 taken at their word.
#include <tenon/backend/reference/reorder.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

/// Each element behind a byte of padding, and moved by 128.
constexpr std::size_t spread_bytes(const tensor_type& tensor) noexcept { return 2 * tensor.bytes(); }
constexpr std::size_t spread_place(const tensor_type&, int element) noexcept {
  return static_cast<std::size_t>(2 * element + 1);
}
constexpr order_rules spread_rules{"spread", &spread_bytes, &spread_place, true};
constexpr storage_order spread{&spread_rules};

constexpr tensor_type bytes = tensor<i8, 3>::value;
template <storage_order From, storage_order To>
using conversion =
    kernel<reference, call<op::reorder_<>, rounding::tflite, operand{bytes, 0, To}, operand{bytes, 0, From}>>;

constexpr std::array<std::int8_t, 3> x{5, -128, 127};
constexpr auto spread_out = [] {
  std::array<std::int8_t, 6> y{};
  conversion<row_major, spread>::run({-3}, nullptr, y.data(), x.data());
  return y;
}();
static_assert(spread_out == std::array<std::int8_t, 6>{125, -123, 125, 0, 125, -1});

constexpr auto again = [] {
  std::array<std::int8_t, 3> y{};
  conversion<spread, row_major>::run({-3}, nullptr, y.data(), spread_out.data());
  return y;
}();
static_assert(again == x);
static_assert(has_kernel<reference, call<op::reorder_<>, rounding::tflite, operand{bytes}, operand{bytes, 0, spread}>>);

}  // namespace

TEST_CASE("conversions run at run time too") {
  std::array<std::int8_t, 3> y{};
  conversion<spread, row_major>::run({0}, nullptr, y.data(), spread_out.data());
  CHECK(y == x);
}
