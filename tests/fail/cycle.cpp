// says: tenon: a node reads an edge that is declared at or below it
// SPDX-License-Identifier: Apache-2.0
// Two nodes read each other.
#include <tenon/tenon.hpp>

using namespace tenon;

using little_network = graph<node<"x", op::input_<tensor<f32, 4, 4, 1>::value>>,
                      node<"a", op::relu_<>, "b">, node<"b", op::relu_<>, "a">>;
engine<model<little_network>, on<reference>> refused;
