// SPDX-License-Identifier: Apache-2.0
// The contract of dense on 64-bit Arm.
#include "../contract/dense_first.cpp"
