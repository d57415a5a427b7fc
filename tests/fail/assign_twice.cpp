// says: tenon: a state is assigned twice in one run
// SPDX-License-Identifier: Apache-2.0
// Two values for one state.
#include <tenon/tenon.hpp>

using namespace tenon;

using little_network = graph<node<"x", op::input_<tensor<f32, 4>::value>>, node<"s", op::state_<tensor<f32, 4>::value>>,
                             node<"y", op::add_<>, "x", "s">, node<"first", op::assign_<>, "x", "s">,
                             node<"second", op::assign_<>, "y", "s">>;
engine<model<little_network>, on<reference>> refused;
