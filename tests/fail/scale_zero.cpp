// says: tenon: an encoding's scale is no positive number
// SPDX-License-Identifier: Apache-2.0
// A scale of 0.
#include <tenon/tenon.hpp>

using namespace tenon;

encodings<encode<"x", scale{0.0f}>> refused;
constexpr encoding code = encode<"x", scale{0.0f}>::row.code;
