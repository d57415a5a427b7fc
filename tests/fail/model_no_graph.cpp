// says: tenon: a model's arguments are not a network, weights and encodings
// SPDX-License-Identifier: Apache-2.0
// A struct without graph().
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {};
engine<model<little_network>, on<reference>> refused;
