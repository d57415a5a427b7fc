// says: tenon: an encoding's scale is no positive number
// SPDX-License-Identifier: Apache-2.0
// A scale that a division by zero has made.
#include <tenon/tenon.hpp>

using namespace tenon;

encodings<encode<"x", scale{__builtin_huge_valf()}>> refused;
constexpr encoding code = encode<"x", scale{__builtin_huge_valf()}>::row.code;
