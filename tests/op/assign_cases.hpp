// SPDX-License-Identifier: Apache-2.0
// assign as every backend has to compute it.
#pragma once

#include <tenon/op/assign.hpp>

#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace tenon_test {

template <class Backend, tenon::element Type>
bool assign_copies() {
  constexpr tenon::tensor_type box = tenon::tensor<Type, 3, 5, 7>::value;
  using called = one_call<Backend, tenon::op::assign_<>, tenon::rounding::tflite, box, box>;
  return called::run({}, counted<box>(), typename called::array{}) == counted<box>();
}

template <class Backend>
void check_assign() {
  using namespace tenon;
  CHECK(assign_copies<Backend, f32>());
  CHECK(assign_copies<Backend, i16>());
  CHECK(assign_copies<Backend, i32>());
  CHECK(assign_copies<Backend, u8>());
  constexpr tensor_type row = tensor<i8, 5>::value;
  using called = one_call<Backend, op::assign_<>, rounding::tflite, row, row>;
  using values = std::array<std::int8_t, 5>;
  CHECK(called::run({encoding{0.5f, 3}, {0.5f, 3}}, values{-128, -1, 0, 5, 127}, values{}) ==
        values{-128, -1, 0, 5, 127});
  CHECK(called::run({encoding{0.5f, 0}, {0.25f, 1}}, values{-128, -1, 0, 5, 127}, values{}) ==
        values{-128, -1, 1, 11, 127});
}

}  // namespace tenon_test
