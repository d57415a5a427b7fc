// SPDX-License-Identifier: Apache-2.0
// Tiles of accumulators on their way to int8, on 64-bit Arm.
#include "../backend/kryo/requantize.cpp"
