// SPDX-License-Identifier: Apache-2.0
// The primitives of NEON, on 64-bit Arm.
#include "../backend/kryo/isa/neon.cpp"
