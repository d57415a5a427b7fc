// SPDX-License-Identifier: Apache-2.0
// The primitives of NEON with 8-bit matrix products, on 64-bit Arm.
#include "../backend/kryo/isa/neon_i8mm.cpp"
