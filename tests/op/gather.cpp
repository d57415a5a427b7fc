// SPDX-License-Identifier: Apache-2.0
// gather: golden vectors, indices from the end, and what it refuses.
#include <tenon/op/gather.hpp>

#include <tenon/backend/reference/selection.hpp>

#include "golden/gather.hpp"
#include "op/golden_selections.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type Input>
using on = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type matrix = tensor<f32, 2, 3>::value;
static_assert(on<op::gather_<axis{1}, indices<2, 0, -1, 1>>, matrix>::run({}, counted<matrix>()) ==
              std::array<float, 8>{3, 1, 3, 2, 6, 4, 6, 5});
static_assert(on<op::gather_<indices<1>>, matrix>::run({}, counted<matrix>()) == std::array<float, 3>{4, 5, 6});
static_assert(on<op::gather_<axis{-1}, indices<0>>, matrix>::result.extents == shape_of(2, 1));
constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(4, 2)}, {0.5f, 3}}};
static_assert(op::gather_<indices<3, 3>>::infer(codes).edge == edge_type{{i8, shape_of(2, 2)}, {0.5f, 3}});
static_assert(op::gather_<axis{1}, indices<0, 1>>::is_identity(codes));
static_assert(!op::gather_<axis{1}, indices<1, 0>>::is_identity(codes));
static_assert(!op::gather_<axis{1}, indices<0>>::is_identity(codes));
static_assert(refusal<op::gather_<>, matrix>() == "tenon: gather has no indices; give indices<...> the slices to take");
static_assert(refusal<op::gather_<axis{2}, indices<0>>, matrix>() ==
              "tenon: gather has an axis that its input lacks; name one of its axes");
constexpr std::string_view beyond =
    "tenon: gather has an index beyond its axis; let all of them be below the axis' extent";
static_assert(refusal<op::gather_<indices<2>>, matrix>() == beyond);
static_assert(refusal<op::gather_<indices<0, -3>>, matrix>() == beyond);
static_assert(tenon_test::moves_as_golden<reference, tenon_test::gather_of, tenon_golden::gather::cases>());

}  // namespace
