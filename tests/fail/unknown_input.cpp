// says: tenon: a node reads a name that no node declares
// SPDX-License-Identifier: Apache-2.0
// A misspelled edge.
#include <tenon/tenon.hpp>

using namespace tenon;

using little_network = graph<node<"x", op::input_<tensor<f32, 4, 4, 1>::value>>, node<"a", op::relu_<>, "y">>;
engine<model<little_network>, on<reference>> refused;
