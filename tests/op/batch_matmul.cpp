// SPDX-License-Identifier: Apache-2.0
// batch_matmul: golden vectors, every way to transpose, batches that broadcast, and what it refuses.
#include <tenon/op/batch_matmul.hpp>

#include <tenon/backend/reference/batch_matmul.hpp>

#include "golden/batch_matmul.hpp"
#include "op/golden_matmul.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace {

using namespace tenon;

static_assert(tenon_test::multiplies_as_golden<reference, tenon_golden::batch_matmul::cases>());

constexpr std::array<float, 6> a{1, 2, 3, 4, 5, 6};
constexpr std::array<float, 6> b{1, 0, -1, 2, 3, 1};
template <tensor_type First, tensor_type Second, auto... Attributes>
using on = tenon_test::one_call<reference, op::batch_matmul_<Attributes...>, rounding::tflite, First, Second>;

constexpr tensor_type wide = tensor<f32, 2, 3>::value;
constexpr tensor_type tall = tensor<f32, 3, 2>::value;
static_assert(on<wide, tall>::run({}, a, b) == std::array<float, 4>{8, 7, 17, 16});
static_assert(on<tall, tall, transposed_inputs{true, false}>::run({}, a, b) == std::array<float, 4>{13, 11, 16, 14});
static_assert(on<wide, wide, transposed_inputs{false, true}>::run({}, a, b) == std::array<float, 4>{-2, 11, -2, 29});
static_assert(on<tall, wide, transposed_inputs{true, true}>::run({}, a, b) == std::array<float, 4>{-4, 16, -4, 22});

// Two matrices times one, and one times two.
constexpr tensor_type rows = tensor<f32, 2, 1, 3>::value;
constexpr tensor_type column = tensor<f32, 3, 1>::value;
static_assert(on<rows, column>::run({}, a, std::array<float, 3>{1, 10, 100}) == std::array<float, 2>{321, 654});
static_assert(on<tensor<f32, 1, 3>::value, tensor<f32, 2, 3, 1>::value>::run({}, std::array<float, 3>{1, 10, 100}, a) ==
              std::array<float, 2>{321, 654});
static_assert(on<tensor<f32, 4, 1, 2, 3>::value, tensor<f32, 5, 3, 6>::value>::result.extents == shape_of(4, 5, 2, 6));

constexpr std::array<edge_type, 2> inputs{edge_type{wide, {}}, edge_type{tall, {}}};
static_assert(op::batch_matmul_<>::macs(inputs, op::batch_matmul_<>::infer(inputs).edge) == 12);

template <tensor_type First, tensor_type Second, auto... Attributes>
constexpr std::string_view refusal = tenon_test::refusal<op::batch_matmul_<Attributes...>, First, Second>();
static_assert(refusal<wide, tensor<i8, 3, 2>::value> ==
              "tenon: batch_matmul has two inputs of different element types; convert one of them");
static_assert(refusal<tensor<f32, 3>::value, tall> ==
              "tenon: batch_matmul takes matrices; give each input two axes or more");
static_assert(refusal<wide, wide> ==
              "tenon: the rows of one matrix do not fit the columns of the other; transpose one of them");
static_assert(refusal<wide, tall, transposed_inputs{true, false}> == refusal<wide, wide>);
static_assert(refusal<tensor<f32, 2, 2, 3>::value, tensor<f32, 3, 3, 2>::value> ==
              "tenon: batch_matmul has batches that do not broadcast; make each axis equal or 1");

}  // namespace
