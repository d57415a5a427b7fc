// SPDX-License-Identifier: Apache-2.0
// The contract of softmax on 64-bit Arm.
#include "../contract/softmax.cpp"
