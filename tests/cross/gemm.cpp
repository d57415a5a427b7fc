// SPDX-License-Identifier: Apache-2.0
// The register tile and its layout of weights on 64-bit Arm.
#include "../backend/kryo/gemm.cpp"
