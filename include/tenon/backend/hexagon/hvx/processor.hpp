// SPDX-License-Identifier: Apache-2.0
// The vector instructions of Hexagon by clang's intrinsics; what each computes is told in hvx/emulation.hpp,
// which has the same functions.
#pragma once

#if defined(__HVX__)

#include <hexagon_types.h>
#include <hvx_hexagon_protos.h>

#include <cstdint>

namespace tenon::hvx {

using vector = HVX_Vector;
using pair = HVX_VectorPair;

inline constexpr bool is_emulated = false;

[[gnu::always_inline]] inline vector low(pair x) noexcept { return Q6_V_lo_W(x); }
[[gnu::always_inline]] inline vector high(pair x) noexcept { return Q6_V_hi_W(x); }

[[gnu::always_inline]] inline vector splat_bytes(std::int32_t x) noexcept { return Q6_Vb_vsplat_R(x); }
[[gnu::always_inline]] inline vector splat_halves(std::int32_t x) noexcept { return Q6_Vh_vsplat_R(x); }
[[gnu::always_inline]] inline vector splat_words(std::int32_t x) noexcept { return Q6_V_vsplat_R(x); }

[[gnu::always_inline]] inline vector load(const void* from) noexcept {
  return *static_cast<const HVX_Vector*>(from);
}
[[gnu::always_inline]] inline vector load_unaligned(const void* from) noexcept {
  return *static_cast<const HVX_UVector*>(from);
}
[[gnu::always_inline]] inline void store(void* to, vector x) noexcept { *static_cast<HVX_Vector*>(to) = x; }
[[gnu::always_inline]] inline void store_unaligned(void* to, vector x) noexcept {
  *static_cast<HVX_UVector*>(to) = x;
}

[[gnu::always_inline]] inline vector bit_and(vector a, vector b) noexcept { return Q6_V_vand_VV(a, b); }
[[gnu::always_inline]] inline vector bit_or(vector a, vector b) noexcept { return Q6_V_vor_VV(a, b); }
[[gnu::always_inline]] inline vector bit_xor(vector a, vector b) noexcept { return Q6_V_vxor_VV(a, b); }

[[gnu::always_inline]] inline vector max_bytes(vector a, vector b) noexcept { return Q6_Vb_vmax_VbVb(a, b); }
[[gnu::always_inline]] inline vector min_bytes(vector a, vector b) noexcept { return Q6_Vb_vmin_VbVb(a, b); }
[[gnu::always_inline]] inline vector subtract_bytes(vector a, vector b) noexcept { return Q6_Vb_vsub_VbVb(a, b); }
[[gnu::always_inline]] inline vector add_halves(vector a, vector b) noexcept { return Q6_Vh_vadd_VhVh(a, b); }
[[gnu::always_inline]] inline vector add_halves_saturating(vector a, vector b) noexcept {
  return Q6_Vh_vadd_VhVh_sat(a, b);
}
[[gnu::always_inline]] inline vector add_words(vector a, vector b) noexcept { return Q6_Vw_vadd_VwVw(a, b); }
[[gnu::always_inline]] inline vector add_words_saturating(vector a, vector b) noexcept {
  return Q6_Vw_vadd_VwVw_sat(a, b);
}
[[gnu::always_inline]] inline vector subtract_words(vector a, vector b) noexcept {
  return Q6_Vw_vsub_VwVw(a, b);
}
[[gnu::always_inline]] inline vector average_words(vector a, vector b) noexcept {
  return Q6_Vw_vavg_VwVw(a, b);
}
[[gnu::always_inline]] inline vector max_words(vector a, vector b) noexcept { return Q6_Vw_vmax_VwVw(a, b); }
[[gnu::always_inline]] inline vector min_words(vector a, vector b) noexcept { return Q6_Vw_vmin_VwVw(a, b); }

[[gnu::always_inline]] inline vector shift_right_words(vector x, std::int32_t count) noexcept {
  return Q6_Vw_vasr_VwR(x, count);
}
[[gnu::always_inline]] inline vector shift_right_words(vector x, vector counts) noexcept {
  return Q6_Vw_vasr_VwVw(x, counts);
}
[[gnu::always_inline]] inline vector shift_right_halves(vector x, vector counts) noexcept {
  return Q6_Vh_vasr_VhVh(x, counts);
}
[[gnu::always_inline]] inline vector add_shifted_words(vector sums, vector x, std::int32_t count) noexcept {
  return Q6_Vw_vasracc_VwVwR(sums, x, count);
}
[[gnu::always_inline]] inline vector shift_left_words(vector x, vector counts) noexcept {
  return Q6_Vw_vasl_VwVw(x, counts);
}
[[gnu::always_inline]] inline vector narrow_words(vector upper, vector lower, std::int32_t count) noexcept {
  return Q6_Vh_vasr_VwVwR_sat(upper, lower, count);
}
[[gnu::always_inline]] inline vector narrow_words_rounding(vector upper, vector lower,
                                                           std::int32_t count) noexcept {
  return Q6_Vh_vasr_VwVwR_rnd_sat(upper, lower, count);
}
[[gnu::always_inline]] inline vector narrow_halves(vector upper, vector lower, std::int32_t count) noexcept {
  return Q6_Vb_vasr_VhVhR_sat(upper, lower, count);
}
[[gnu::always_inline]] inline vector saturate_to_unsigned_bytes(vector upper, vector lower) noexcept {
  return Q6_Vub_vsat_VhVh(upper, lower);
}

[[gnu::always_inline]] inline vector multiply_low(vector x, vector factors) noexcept {
  return Q6_Vw_vmpye_VwVuh(x, factors);
}
[[gnu::always_inline]] inline vector multiply_high(vector low_part, vector x, vector factors) noexcept {
  return Q6_Vw_vmpyoacc_VwVwVh_s1_rnd_sat_shift(low_part, x, factors);
}
[[gnu::always_inline]] inline vector multiply_even_halves(vector sums, vector x, vector factors) noexcept {
  return Q6_Vw_vmpyieacc_VwVwVuh(sums, x, factors);
}
[[gnu::always_inline]] inline vector multiply_even_signed_halves(vector sums, vector x, vector factors) noexcept {
  return Q6_Vw_vmpyieacc_VwVwVh(sums, x, factors);
}
[[gnu::always_inline]] inline vector multiply_odd_halves(vector x, vector factors) noexcept {
  return Q6_Vw_vmpyio_VwVh(x, factors);
}
[[gnu::always_inline]] inline pair multiply_halves(vector a, vector b) noexcept {
  return Q6_Ww_vmpy_VhVh(a, b);
}
[[gnu::always_inline]] inline vector dot(vector a, vector b) noexcept { return Q6_Vw_vrmpy_VbVb(a, b); }
[[gnu::always_inline]] inline vector dot(vector sums, vector a, vector b) noexcept {
  return Q6_Vw_vrmpyacc_VwVbVb(sums, a, b);
}
[[gnu::always_inline]] inline vector dot_unsigned(vector sums, vector a, std::int32_t b) noexcept {
  return Q6_Vw_vrmpyacc_VwVubRb(sums, a, b);
}
[[gnu::always_inline]] inline std::int64_t sum_bytes(std::int64_t sums, std::int64_t x) noexcept {
  return Q6_P_vrmpybsuacc_PP(sums, x, 0x0101010101010101);
}

[[gnu::always_inline]] inline pair widen_bytes(vector x) noexcept { return Q6_Wh_vunpack_Vb(x); }
[[gnu::always_inline]] inline pair widen_halves(vector x) noexcept { return Q6_Ww_vunpack_Vh(x); }
[[gnu::always_inline]] inline pair split_bytes(vector x) noexcept { return Q6_Wh_vsxt_Vb(x); }
[[gnu::always_inline]] inline pair split_unsigned_bytes(vector x) noexcept { return Q6_Wuh_vzxt_Vub(x); }
[[gnu::always_inline]] inline pair split_halves(vector x) noexcept { return Q6_Ww_vsxt_Vh(x); }
[[gnu::always_inline]] inline vector pack_words(vector upper, vector lower) noexcept {
  return Q6_Vh_vpack_VwVw_sat(upper, lower);
}
[[gnu::always_inline]] inline vector pack_halves(vector upper, vector lower) noexcept {
  return Q6_Vb_vpack_VhVh_sat(upper, lower);
}
[[gnu::always_inline]] inline pair interleave_bytes(vector odd, vector even) noexcept {
  return Q6_W_vshuff_VVR(odd, even, -1);
}
[[gnu::always_inline]] inline pair interleave_halves(vector odd, vector even) noexcept {
  return Q6_W_vshuff_VVR(odd, even, -2);
}
[[gnu::always_inline]] inline pair interleave_words(vector odd, vector even) noexcept {
  return Q6_W_vshuff_VVR(odd, even, -4);
}
[[gnu::always_inline]] inline pair pair_bytes(vector second, vector first) noexcept {
  return Q6_Wb_vshuffoe_VbVb(second, first);
}
[[gnu::always_inline]] inline pair pair_halves(vector second, vector first) noexcept {
  return Q6_Wh_vshuffoe_VhVh(second, first);
}
[[gnu::always_inline]] inline pair part_words(vector upper, vector lower) noexcept {
  return Q6_W_vdeal_VVR(upper, lower, -4);
}
[[gnu::always_inline]] inline vector rotate(vector x, std::int32_t count) noexcept {
  return Q6_V_vror_VR(x, count);
}
[[gnu::always_inline]] inline vector cut_out(vector second, vector first, std::int32_t count) noexcept {
  return Q6_V_valign_VVR(second, first, count);
}

[[gnu::always_inline]] inline vector lookup(vector indices, vector table, std::int32_t part) noexcept {
  return Q6_Vb_vlut32_VbVbR(indices, table, part);
}
[[gnu::always_inline]] inline vector lookup_or(vector found, vector indices, vector table,
                                               std::int32_t part) noexcept {
  return Q6_Vb_vlut32or_VbVbVbR(found, indices, table, part);
}
[[gnu::always_inline]] inline vector select_greater_words(vector a, vector b, vector x, vector y) noexcept {
  return Q6_V_vmux_QVV(Q6_Q_vcmp_gt_VwVw(a, b), x, y);
}

}  // namespace tenon::hvx

#endif
