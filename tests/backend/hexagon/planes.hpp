// SPDX-License-Identifier: Apache-2.0
// Holds kernels whose operands are stored in channel planes to the reference, whose operands are row-major.
#pragma once

#include "contract/contract.hpp"

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/channel_planes.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace tenon_test {

inline constexpr tenon::storage_order planes = tenon::hexagon_kernels::channel_planes;

/// A row-major image in planes, with padding, after the order's rule.
inline std::vector<std::int8_t> to_planes(const std::int8_t* x, const tenon::tensor_type& tensor,
                                          std::int32_t zero_point) {
  std::vector<std::int8_t> made(planes.bytes(tensor), static_cast<std::int8_t>(zero_point ^ -128));
  for (int i = 0; i < tensor.size(); ++i) made[planes.place(tensor, i)] = static_cast<std::int8_t>(x[i] ^ -128);
  return made;
}

/// Memory at `Offset` bytes from a vector's boundary, with guards around it.
class plane_memory {
 public:
  plane_memory(std::size_t size, std::size_t offset) : bytes_(size + 3 * 128, pattern), size_(size) {
    const auto at = reinterpret_cast<std::uintptr_t>(bytes_.data());
    start_ = 128 + (128 - at % 128) % 128 + offset;
  }
  plane_memory(const std::vector<std::int8_t>& content, std::size_t offset) : plane_memory(content.size(), offset) {
    std::memcpy(data(), content.data(), content.size());
  }
  std::int8_t* data() { return bytes_.data() + start_; }
  bool guards_hold() const {
    for (std::size_t i = 0; i < bytes_.size(); ++i)
      if ((i < start_ || i >= start_ + size_) && bytes_[i] != pattern) return false;
    return true;
  }

 private:
  static constexpr std::int8_t pattern = 0x35;
  std::vector<std::int8_t> bytes_;
  std::size_t size_;
  std::size_t start_ = 0;
};

/// Bytes of a result in planes that are not what the order's rule makes of the reference's result. Bytes behind the
/// last plane mean nothing.
inline int count_wrong_bytes(const std::int8_t* got, const std::vector<std::int8_t>& wanted) {
  int wrong = 0;
  for (std::size_t i = 0; i + 128 < wanted.size(); ++i) wrong += got[i] != wanted[i];
  return wrong;
}

/// Runs a kernel on planes over draws of weights, encodings and values, at two alignments; returns the wrong bytes.
template <class Operator, tenon::shape Extents>
int differences_in_planes(unsigned seed, int draws = 30) {
  using called = contract_call<Operator, tenon::rounding::tflite, {tenon::i8, Extents}>;
  using stored = tenon::call<Operator, tenon::rounding::tflite, tenon::operand{called::result, 0, planes},
                             tenon::operand{{tenon::i8, Extents}, 0, planes}>;
  using kernel = tenon::kernel<tenon::hexagon<tenon::v66>, stored>;
  random_source random(seed);
  int wrong = 0;
  for (int draw = 0; draw < draws; ++draw) {
    const detail::drawn_call<Operator, called> drawn(random);
    const auto wanted = [&] {
      std::vector<std::int8_t> rows(called::y_size);
      for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = drawn.wanted[i];
      return to_planes(rows.data(), called::result, drawn.numbers->output_zero_point);
    }();
    const std::size_t offset = draw % 2 == 0 ? 0 : 16;
    plane_memory x(to_planes(drawn.x.data(), called::plain[0].tensor, drawn.numbers->input_zero_point), offset);
    plane_memory y(wanted.size(), offset);
    const auto packed = std::make_unique<typename kernel::packed>(kernel::pack(*drawn.numbers));
    scratch_memory borrowed(kernel::scratch);
    kernel::run(*packed, borrowed.data(), y.data(), x.data());
    wrong += count_wrong_bytes(y.data(), wanted) + !y.guards_hold() + !borrowed.guard_holds();
  }
  return wrong;
}

}  // namespace tenon_test
