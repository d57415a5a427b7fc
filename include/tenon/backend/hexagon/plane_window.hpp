// SPDX-License-Identifier: Apache-2.0
// What windows that slide over a plane see: a vector of the plane with its neighbours before and behind it.
#pragma once

#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>

namespace tenon::hexagon_kernels {

/// Loads a whole vector of a plane. Planes start at multiples of a vector from where their tensor starts, so either all
/// of their vectors are aligned or none is.
template <bool Aligned>
[[gnu::always_inline]] inline hvx::vector load_plane(const std::int8_t* from) noexcept {
  if constexpr (Aligned)
    return hvx::load(from);
  else
    return hvx::load_unaligned(from);
}

template <bool Aligned>
[[gnu::always_inline]] inline void store_plane(std::int8_t* to, hvx::vector x) noexcept {
  if constexpr (Aligned)
    hvx::store(to, x);
  else
    hvx::store_unaligned(to, x);
}

/// Three vectors of a plane that follow each other. Each is loaded once, as a packet can hold one load; what lies
/// across two of them is cut out of both, for which there is room beside products.
template <bool Aligned>
class plane_window {
 public:
  /// Stands before the vector at `from`; `advance` brings the window over it.
  [[gnu::always_inline]] explicit plane_window(const std::int8_t* from) noexcept
      : from_(from), middle_(load_plane<Aligned>(from - vector_bytes)), after_(load_plane<Aligned>(from)) {}

  [[gnu::always_inline]] void advance() noexcept {
    from_ += vector_bytes;
    before_ = middle_;
    middle_ = after_;
    after_ = load_plane<Aligned>(from_);
  }

  /// 128 bytes that start `Offset` behind the first of the window's own vector, or before it where `Offset` is
  /// negative. In wide images they lie beyond the neighbours.
  template <int Offset>
  [[gnu::always_inline]] hvx::vector at() const noexcept {
    if constexpr (Offset <= -vector_bytes || Offset > vector_bytes)
      return hvx::load_unaligned(from_ - vector_bytes + Offset);
    else if constexpr (Offset == vector_bytes)
      return after_;
    else if constexpr (Offset < 0)
      return hvx::cut_out(middle_, before_, vector_bytes + Offset);
    else if constexpr (Offset > 0)
      return hvx::cut_out(after_, middle_, Offset);
    else
      return middle_;
  }

 private:
  const std::int8_t* from_;
  hvx::vector before_{};
  hvx::vector middle_;
  hvx::vector after_;
};

}  // namespace tenon::hexagon_kernels
