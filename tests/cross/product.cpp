// SPDX-License-Identifier: Apache-2.0
// Packed products on 64-bit Arm.
#include "../backend/kryo/product.cpp"
