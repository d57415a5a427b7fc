// SPDX-License-Identifier: Apache-2.0
// The kryo backend: CPUs with SIMD, from Kryo and other Arm cores to x86.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/backend/kryo/isa.hpp>

namespace tenon {

/// kryo for one instruction set, as `kryo_on<isa::avx2>`. What it computes does not depend on the set, only how fast.
template <class Isa>
struct kryo_on {
  using isa = Isa;
  static constexpr std::string_view name = "kryo";
  static constexpr std::string_view processor = "cpu";
  static constexpr std::size_t alignment = 64;
};

/// SIMD kernels for the best instruction set that the compiler's flags allow.
using kryo = kryo_on<isa::native>;

/// Variants of a convolution: `variant_of<kryo, direct>` stages the whole image once and reads windows where they lie,
/// `variant_of<kryo, packed_gemm>` copies the patches of a tile side by side.
struct direct {};
struct packed_gemm {};

}  // namespace tenon
