// SPDX-License-Identifier: Apache-2.0
// Memory for kernels under test: aligned no better than promised, with guards around what they may write.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tenon_test {

/// Values that start at no SIMD boundary and end where the allocation ends, so that a sanitizer sees reads beyond them.
template <class Type>
class tight_array {
 public:
  explicit tight_array(std::size_t size) : values_(size + 1) {}

  Type* data() { return values_.data() + 1; }
  const Type* data() const { return values_.data() + 1; }
  std::size_t size() const { return values_.size() - 1; }
  Type* begin() { return data(); }
  Type* end() { return data() + size(); }
  const Type* begin() const { return data(); }
  const Type* end() const { return data() + size(); }
  Type& operator[](std::size_t i) { return data()[i]; }
  const Type& operator[](std::size_t i) const { return data()[i]; }

 private:
  std::vector<Type> values_;
};

/// Memory filled with a pattern, guarded on both sides.
template <class Type>
class guarded_array {
 public:
  static constexpr Type pattern = static_cast<Type>(0x5a);

  explicit guarded_array(std::size_t size) : values_(size + 2 * guard, pattern) {}

  /// At no SIMD boundary.
  Type* data() { return values_.data() + guard; }
  Type operator[](std::size_t i) const { return values_[guard + i]; }
  std::size_t size() const { return values_.size() - 2 * guard; }

  bool guards_hold() const {
    const auto is_pattern = [](Type value) { return value == pattern; };
    return std::all_of(values_.begin(), values_.begin() + guard, is_pattern) &&
           std::all_of(values_.end() - guard, values_.end(), is_pattern);
  }

 private:
  static constexpr std::ptrdiff_t guard = 67;
  std::vector<Type> values_;
};

/// Scratch memory as an engine lends it: aligned to 64 bytes, full of what the last borrower left.
class scratch_memory {
 public:
  explicit scratch_memory(std::size_t size) : bytes_(size + guard + 64, left), size_(size) {
    const auto at = reinterpret_cast<std::uintptr_t>(bytes_.data());
    start_ = bytes_.data() + (64 - at % 64) % 64;
  }
  scratch_memory(const scratch_memory&) = delete;
  scratch_memory& operator=(const scratch_memory&) = delete;

  std::byte* data() { return start_; }
  bool guard_holds() const {
    const std::byte* const after = start_ + size_;
    return std::all_of(after, after + guard, [](std::byte value) { return value == left; });
  }

 private:
  static constexpr std::byte left{0xc3};
  static constexpr std::size_t guard = 64;
  std::vector<std::byte> bytes_;
  std::size_t size_;
  std::byte* start_ = nullptr;
};

}  // namespace tenon_test
