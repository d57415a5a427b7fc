// SPDX-License-Identifier: Apache-2.0
// The contract of quantize on 64-bit Arm.
#include "../contract/quantize.cpp"
