// SPDX-License-Identifier: Apache-2.0
// The contract of add on 64-bit Arm.
#include "../contract/add.cpp"
