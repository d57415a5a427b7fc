// says: tenon: the network has no node
// SPDX-License-Identifier: Apache-2.0
// An empty graph.
#include <tenon/tenon.hpp>

using namespace tenon;

using little_network = graph<>;
engine<model<little_network>, on<reference>> refused;
