// SPDX-License-Identifier: Apache-2.0
// input: its tensor type and encoding are its attributes.
#include <tenon/op/input.hpp>

#include <tenon/op/edges.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

using given = op::input_<tensor<i8, 2, 3>::value, encoded{{0.5f, 4}}>;
static_assert(operation<given> && given::is_input && given::arity == 0 && !has_parameters<given>);
static_assert(given::infer({}).edge == edge_type{tensor<i8, 2, 3>::value, {0.5f, 4}});

using topology = std::remove_cvref_t<decltype(op::input<"image", tensor<f32, 28, 28, 1>>)>;
static_assert(well_formed<topology> && graph_of<topology>::size == 1);
static_assert(edges_of<graph_of<topology>>[0].tensor == tensor<f32, 28, 28, 1>::value);
static_assert(wiring_of<graph_of<topology>>.is_output(0));

}  // namespace

TEST_CASE("an input has the name it was given") { CHECK(name_at<graph_of<topology>>(0) == "image"); }
