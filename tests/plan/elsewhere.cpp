// SPDX-License-Identifier: Apache-2.0
// A processor that another program serves takes every node.
#include <tenon/plan/elsewhere.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/op/add.hpp>
#include <tenon/plan/segments.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;

using host = elsewhere<"cpu">;
template <element Type>
using sum_of = call<op::add_<>, rounding::tflite, operand{tensor<Type, 3>::value}, operand{tensor<Type, 3>::value},
                    operand{tensor<Type, 3>::value}>;

static_assert(has_kernel<host, sum_of<f32>> && has_kernel<host, sum_of<i4>>);
static_assert(kernel<host, sum_of<i8>>::scratch == 0 && std::is_empty_v<kernel<host, sum_of<i8>>::packed>);
static_assert(processor_of<host> == "cpu" && processor_of<elsewhere<"dsp">> == "dsp");

}  // namespace

TEST_CASE("a processor elsewhere has the name that its program gives it") { CHECK(host::name == "cpu"); }
