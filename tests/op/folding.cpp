// SPDX-License-Identifier: Apache-2.0
// What reductions share that fold their values: which axes they take, and what they keep.
#include <tenon/op/folding.hpp>

#include <tenon/op/reduce_max.hpp>
#include <tenon/op/reduce_sum.hpp>

#include <cstdint>
#include <limits>
#include <type_traits>

namespace {

using namespace tenon;

constexpr shape box = shape_of(2, 3, 4);
static_assert(op::reduce_max_<>::marked(box).bits == 0b111u && op::reduce_max_<axes{-1, 0}>::marked(box).bits == 0b101u);
static_assert(op::reduce_max_<>::fault_of_input(box).empty() && !op::reduce_max_<axes{3}>::fault_of_input(box).empty());
static_assert(op::reduce_max_<keep_axes{true}>::kept && !op::reduce_sum_<>::kept);

static_assert(std::is_same_v<op::reduce_max_<>::number<i8>, std::int8_t>);
static_assert(std::is_same_v<op::reduce_sum_<>::number<i8>, std::int32_t>);
static_assert(op::reduce_max_<>::start<float>() == -std::numeric_limits<float>::infinity());
static_assert(op::reduce_max_<>::start<std::int8_t>() == -128);
static_assert(op::reduce_max_<>::finish({}, 3) == 3 && !folds_values<int>);

}  // namespace
