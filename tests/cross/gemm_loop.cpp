// SPDX-License-Identifier: Apache-2.0
// The loops around the register tile on 64-bit Arm.
#include "../backend/kryo/gemm_loop.cpp"
