// SPDX-License-Identifier: Apache-2.0
// The contract of average_pool on 64-bit Arm.
#include "../contract/average_pool.cpp"
