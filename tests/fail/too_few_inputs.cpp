// says: tenon: an operator has too few or too many inputs
// SPDX-License-Identifier: Apache-2.0
// A relu that reads nothing.
#include <tenon/tenon.hpp>

using namespace tenon;

using little_network = graph<node<"x", op::input_<tensor<f32, 4, 4, 1>::value>>, node<"a", op::relu_<>>>;
engine<model<little_network>, on<reference>> refused;
