// SPDX-License-Identifier: Apache-2.0
// Conversions on Hexagon: planes after the order's rule, and the same image back.
#include <tenon/backend/hexagon/reorder.hpp>

#include "backend/hexagon/planes.hpp"

#include <tenon/backend/reference/reorder.hpp>

using namespace tenon_test;
using tenon::shape_of;

namespace {

template <tenon::tensor_type Tensor, tenon::storage_order From, tenon::storage_order To>
using conversion = tenon::call<tenon::op::reorder_<>, tenon::rounding::tflite, tenon::operand{Tensor, 0, To},
                               tenon::operand{Tensor, 0, From}>;

template <tenon::shape Extents>
void check_both_ways(unsigned seed) {
  constexpr tenon::tensor_type tensor{tenon::i8, Extents};
  using hexagon = tenon::hexagon<tenon::v66>;
  using there = tenon::kernel<hexagon, conversion<tensor, tenon::row_major, planes>>;
  using back = tenon::kernel<hexagon, conversion<tensor, planes, tenon::row_major>>;
  using by_rule = tenon::kernel<tenon::reference, conversion<tensor, tenon::row_major, planes>>;
  random_source random(seed);
  tight_array<std::int8_t> x(static_cast<std::size_t>(tensor.size()));
  for (auto& value : x) value = static_cast<std::int8_t>(random());
  const tenon::op::reorder_parameters numbers{-7};
  const auto wanted = to_planes(x.data(), tensor, numbers.zero_point);
  std::vector<std::int8_t> ruled(wanted.size());
  by_rule::run(numbers, nullptr, ruled.data(), x.data());
  CHECK(ruled == wanted);
  plane_memory got(wanted.size(), 16);
  scratch_memory borrowed(there::scratch);
  there::run(there::pack(numbers), borrowed.data(), got.data(), x.data());
  CHECK((count_wrong_bytes(got.data(), wanted) == 0 && got.guards_hold() && borrowed.guard_holds()));
  guarded_array<std::int8_t> again(x.size());
  scratch_memory lent(back::scratch);
  back::run(back::pack(numbers), lent.data(), again.data(), got.data());
  int wrong = 0;
  for (std::size_t i = 0; i < x.size(); ++i) wrong += again[i] != x[i];
  CHECK((wrong == 0 && again.guards_hold() && lent.guard_holds()));
}

}  // namespace

TEST_CASE("images of all widths and depths become planes and images again") {
  check_both_ways<shape_of(1, 1, 1)>(1);
  check_both_ways<shape_of(7, 9, 3)>(2);
  check_both_ways<shape_of(3, 130, 33)>(3);
  check_both_ways<shape_of(1, 12, 11, 128)>(4);
  check_both_ways<shape_of(4, 5, 261)>(5);
}
