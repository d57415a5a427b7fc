// SPDX-License-Identifier: Apache-2.0
// Staged patches on 64-bit Arm.
#include "../backend/kryo/im2col.cpp"
