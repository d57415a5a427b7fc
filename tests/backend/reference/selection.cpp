// SPDX-License-Identifier: Apache-2.0
// Slices along each axis on the reference backend: every element type, any operator that says where elements come from.
#include <tenon/backend/reference/selection.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/op/gather.hpp>

#include <array>

namespace {

using namespace tenon;

using backwards = op::gather_<axis{1}, indices<2, 1, 0>>;
template <element Type>
using on =
    kernel<reference,
           call<backwards, rounding::tflite, operand{tensor<Type, 2, 3>::value}, operand{tensor<Type, 2, 3>::value}>>;

constexpr bool turns = [] {
  const std::array<float, 6> x{1, 2, 3, 4, 5, 6};
  std::array<float, 6> y{};
  on<f32>::run({}, nullptr, y.data(), x.data());
  return y == std::array<float, 6>{3, 2, 1, 6, 5, 4};
}();
static_assert(turns && on<f16>::scratch == 0 && on<i8>::variant == "loops");

}  // namespace
