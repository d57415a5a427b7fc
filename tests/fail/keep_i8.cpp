// says: tenon: keep<...> names an element type that a quantized network cannot keep
// SPDX-License-Identifier: Apache-2.0
// Nothing has to be kept in int8.
#include <tenon/tenon.hpp>

using namespace tenon;

constexpr bool refused = keep<i8, "a">::holds("a");
