// SPDX-License-Identifier: Apache-2.0
// The primitives of NEON with dot products, on 64-bit Arm.
#include "../backend/kryo/isa/neon_dotprod.cpp"
