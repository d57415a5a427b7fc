// SPDX-License-Identifier: Apache-2.0
// Results in other storage orders are told of row by row, with the numbers that they stand for.
#include <tenon/host/row_by_row.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

/// Backwards behind one byte of padding, with 128 added.
constexpr std::size_t back_bytes(const tensor_type& tensor) noexcept { return tensor.bytes() + 1; }
constexpr std::size_t back_place(const tensor_type& tensor, int element) noexcept {
  return tensor.bytes() - static_cast<std::size_t>(element);
}
constexpr order_rules back_rules{"back", &back_bytes, &back_place, true};

}  // namespace

TEST_CASE("a watcher sees rows") {
  step_info step{};
  step.name = "a";
  step.output = {i8, shape_of(3)};
  std::vector<std::int8_t> seen;
  bool plain = false;
  const auto watch = host::detail::row_by_row([&](const step_info& told, const void* data) {
    const auto* const values = static_cast<const std::int8_t*>(data);
    seen.assign(values, values + told.output.size());
    plain = told.order.is_row_major() && told.name == "a";
  });
  const std::array<std::int8_t, 4> stored{99, -125, -126, -127};
  step.order = storage_order{&back_rules};
  watch(step, stored.data());
  CHECK((plain && seen == std::vector<std::int8_t>{1, 2, 3}));
  step.order = row_major;
  watch(step, stored.data());
  CHECK((plain && seen == std::vector<std::int8_t>{99, -125, -126}));
}
