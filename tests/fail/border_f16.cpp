// says: tenon: border<...> names an element type that has no kernels
// SPDX-License-Identifier: Apache-2.0
// Inputs and outputs as f16.
#include <tenon/tenon.hpp>

using namespace tenon;

constexpr element refused = border<f16>::type;
