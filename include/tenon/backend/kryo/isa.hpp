// SPDX-License-Identifier: Apache-2.0
// The instruction sets that kryo's int8 kernels are written for, and the best one that the compiler may use.
#pragma once

#include <tenon/backend/kryo/isa/avx2.hpp>
#include <tenon/backend/kryo/isa/avx512_vnni.hpp>
#include <tenon/backend/kryo/isa/avx_vnni.hpp>
#include <tenon/backend/kryo/isa/neon.hpp>
#include <tenon/backend/kryo/isa/neon_dotprod.hpp>
#include <tenon/backend/kryo/isa/neon_i8mm.hpp>
#include <tenon/backend/kryo/isa/scalar.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>

namespace tenon {

/// An instruction set: facts and primitives, no algorithm. A vector holds `lanes` int32.
///
/// Facts: `name`; `lanes`; `depth_group`, how many consecutive values of depth one `dot` takes a lane;
/// `broadcast_groups`, how many such groups one load of activations holds; `row_group`, how many rows an accumulator
/// mixes (2: it has `load_pair` and `untangle`); `tile_rows` x `tile_vectors`, the accumulators that fit the registers;
/// `macs_per_cycle`, the most multiply-adds a large core does with `dot`; `stage_offset`, what staging adds to an int8;
/// `stage_width`, the widest `stage`; `fused_multiply_add`, whether there is `scale_proved`; `lowers_integers`, if
/// there is `scale_lowered`, and Q31 products are faster than floats; `tap_group` rows and `tap_blocks` vectors of one
/// `interleave` (depthwise).
///
/// Primitives: `dot<Group>(sum, x, w)` adds to each lane the products of one group; `interleave` gathers for
/// tap_blocks * lanes channels the bytes of tap_group rows, `dot_taps` multiplies them channel by channel;
/// `add`, `subtract` and `multiply` keep the low 32 bits; `widen` loads as many int8 as a vector has lanes;
/// `scale_q31`, `scale_double`, `scale_float32` equal the rules of core/requantize.hpp on each lane; `scale_proved(x,
/// s, c)` is trunc(x * s + copysign(c, x)) with one rounding to float, `scale_proved_positive` the same for c instead
/// of copysign(c, x); `scale_lowered(x, multiplier, right)` is `scale_q31` without a shift to the left,
/// `scale_lowered_positive` the same where the result is not negative; `narrow` saturates four vectors to int8 in
/// order, `narrow_around` adds a zero point to them on the way, in 16 bits; `store_part<First, Count>` writes Count
/// of its four quarters.
template <class Isa>
concept instruction_set = requires(const std::int8_t* from, typename Isa::staged* to, typename Isa::vector x) {
  { Isa::name } -> std::convertible_to<std::string_view>;
  { Isa::lanes * Isa::depth_group * Isa::tile_rows * Isa::tile_vectors } -> std::convertible_to<int>;
  { Isa::macs_per_cycle } -> std::convertible_to<int>;
  { Isa::fused_multiply_add } -> std::convertible_to<bool>;
  Isa::template stage<16>(from, to);
  Isa::narrow(x, x, x, x);
};

namespace isa {

#if defined(__AVX512VNNI__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
using native = avx512_vnni;
#elif defined(__AVX2__) && defined(__FMA__) && defined(__AVXVNNI__)
using native = avx_vnni;
#elif defined(__AVX2__) && defined(__FMA__)
using native = avx2;
#elif defined(__aarch64__) && defined(__ARM_FEATURE_DOTPROD) && defined(__ARM_FEATURE_MATMUL_INT8)
using native = neon_i8mm;
#elif defined(__aarch64__) && defined(__ARM_FEATURE_DOTPROD)
using native = neon_dotprod;
#elif defined(__aarch64__) && defined(__ARM_NEON)
using native = neon;
#else
/// The best instruction set that the compiler's flags allow.
using native = scalar;
#endif

static_assert(instruction_set<native> && instruction_set<scalar>);

}  // namespace isa

}  // namespace tenon
