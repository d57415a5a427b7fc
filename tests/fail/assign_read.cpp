// says: tenon: a node reads an assignment
// SPDX-License-Identifier: Apache-2.0
// A node that reads what a state holds in the next run.
#include <tenon/tenon.hpp>

using namespace tenon;

using little_network = graph<node<"x", op::input_<tensor<f32, 4>::value>>, node<"s", op::state_<tensor<f32, 4>::value>>,
                             node<"next", op::assign_<>, "x", "s">, node<"y", op::relu_<>, "next">>;
engine<model<little_network>, on<reference>> refused;
