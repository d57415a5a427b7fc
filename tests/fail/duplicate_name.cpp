// says: tenon: two nodes have the same name
// SPDX-License-Identifier: Apache-2.0
// Two nodes are called "a".
#include <tenon/tenon.hpp>

using namespace tenon;

using little_network = graph<node<"x", op::input_<tensor<f32, 4, 4, 1>::value>>,
                      node<"a", op::relu_<>, "x">, node<"a", op::relu_<>, "x">>;
engine<model<little_network>, on<reference>> refused;
