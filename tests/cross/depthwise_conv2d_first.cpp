// SPDX-License-Identifier: Apache-2.0
// The contract of depthwise_conv2d on 64-bit Arm.
#include "../contract/depthwise_conv2d_first.cpp"
