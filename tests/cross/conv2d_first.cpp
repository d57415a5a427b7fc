// SPDX-License-Identifier: Apache-2.0
// The contract of conv2d on 64-bit Arm.
#include "../contract/conv2d_first.cpp"
