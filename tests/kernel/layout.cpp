// SPDX-License-Identifier: Apache-2.0
// Layouts: what kernels offer, and calls whose operands are stored in an order.
#include <tenon/kernel/layout.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/core/tensor.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;

constexpr std::size_t same_bytes(const tensor_type& tensor) noexcept { return tensor.bytes(); }
constexpr std::size_t same_place(const tensor_type&, int element) noexcept { return static_cast<std::size_t>(element); }
constexpr order_rules turned_rules{"turned", &same_bytes, &same_place};
constexpr storage_order turned{&turned_rules};

template <auto...>
struct one_ {};
constexpr tensor_type bytes = tensor<i8, 4>::value;
template <storage_order Result, storage_order... Inputs>
using stored = call<one_<>, rounding::tflite, operand{bytes, 0, Result}, operand{bytes, 0, Inputs}...>;

static_assert(calls<stored<row_major, row_major>, one_> && !calls<stored<turned, row_major>, one_> &&
              !calls<stored<row_major, turned>, one_>);
static_assert(calls_stored<stored<turned, turned, turned>, one_, turned> &&
              !calls_stored<stored<turned, turned, row_major>, one_, turned>);
static_assert(calls_between<stored<turned, row_major>, one_, row_major, turned> &&
              !calls_between<stored<turned, row_major>, one_, turned, row_major> &&
              !calls_between<stored<turned, row_major, row_major>, one_, row_major, turned>);

}  // namespace

TEST_CASE("inputs of which an offer says nothing are row-major") {
  const layout_offer offer{turned, {turned}, 7};
  CHECK((offer.input(0) == turned && offer.input(1) == row_major && offer.input(5) == row_major));
}
