// SPDX-License-Identifier: Apache-2.0
// Every vector instruction that kernels use, on words of all kinds: prints a digest of each one's results, so
// that the emulation on the host and the processor can be compared line by line.
#include "cross/hexagon/runtime/runtime.hpp"

#include <tenon/backend/hexagon/hvx.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace tenon;
using hvx::vector;

namespace {

constexpr int rounds = 60;

/// Numbers of all sizes, many of them at the ends of their types.
class source {
 public:
  std::uint32_t word() {
    const std::uint32_t drawn = next();
    switch (next() % 8) {
      case 0:
        return 0x80000000u;
      case 1:
        return 0x7fffffffu;
      case 2:
        return drawn & 0x80ff7f00u;
      case 3:
        return drawn >> drawn % 32;
      case 4:
        return 0u - (drawn >> drawn % 32);
      default:
        return drawn;
    }
  }
  vector numbers() {
    for (auto& value : memory_) value = word();
    return hvx::load(memory_);
  }

 private:
  std::uint32_t next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 32);
  }

  std::uint64_t state_ = 7;
  alignas(128) std::uint32_t memory_[32]{};
};

class line {
 public:
  explicit line(std::string_view name) : name_(name) {}
  line(const line&) = delete;
  line& operator=(const line&) = delete;
  ~line() {
    hexagon_runtime::print(name_);
    hexagon_runtime::print(" ");
    hexagon_runtime::print(static_cast<std::int64_t>(sum_.value()));
    hexagon_runtime::print("\n");
  }

  void add(const vector& x) {
    alignas(128) std::uint8_t bytes[128];
    hvx::store(bytes, x);
    sum_.add_all(bytes);
  }
  void add(const hvx::pair& x) { add(hvx::low(x)), add(hvx::high(x)); }
  void add(std::int64_t x) {
    for (int i = 0; i < 64; i += 8) sum_.add(static_cast<std::uint8_t>(x >> i));
  }

 private:
  std::string_view name_;
  hexagon_runtime::digest sum_;
};

/// Calls the instruction on new numbers each round.
template <class Instruction>
void try_out(std::string_view name, const Instruction& instruction) {
  source random;
  line told(name);
  for (int i = 0; i < rounds; ++i) told.add(instruction(random));
}

template <class Instruction>
void try_two(std::string_view name, const Instruction& instruction) {
  try_out(name, [&](source& random) {
    const vector a = random.numbers();
    const vector b = random.numbers();
    return instruction(a, b);
  });
}

template <class Instruction>
void try_three(std::string_view name, const Instruction& instruction) {
  try_out(name, [&](source& random) {
    const vector a = random.numbers();
    const vector b = random.numbers();
    const vector c = random.numbers();
    return instruction(a, b, c);
  });
}

/// Shift counts that instructions take in words.
vector counts(vector x) { return hvx::bit_and(x, hvx::splat_words(31)); }

void try_memory() {
  try_out("splat_bytes", [](source& random) { return hvx::splat_bytes(static_cast<std::int32_t>(random.word())); });
  try_out("splat_halves", [](source& random) { return hvx::splat_halves(static_cast<std::int32_t>(random.word())); });
  try_out("splat_words", [](source& random) { return hvx::splat_words(static_cast<std::int32_t>(random.word())); });
  try_out("unaligned", [](source& random) {
    alignas(128) std::uint8_t bytes[384]{};
    for (const std::uint32_t first : {random.word() % 128, random.word() % 128 + 120})
      hvx::store_unaligned(bytes + first, random.numbers());
    return hvx::load_unaligned(bytes + random.word() % 256);
  });
}

void try_sums() {
  try_two("bit_and", [](vector a, vector b) { return hvx::bit_and(a, b); });
  try_two("bit_or", [](vector a, vector b) { return hvx::bit_or(a, b); });
  try_two("bit_xor", [](vector a, vector b) { return hvx::bit_xor(a, b); });
  try_two("max_bytes", [](vector a, vector b) { return hvx::max_bytes(a, b); });
  try_two("min_bytes", [](vector a, vector b) { return hvx::min_bytes(a, b); });
  try_two("max_words", [](vector a, vector b) { return hvx::max_words(a, b); });
  try_two("min_words", [](vector a, vector b) { return hvx::min_words(a, b); });
  try_two("subtract_bytes", [](vector a, vector b) { return hvx::subtract_bytes(a, b); });
  try_two("add_halves", [](vector a, vector b) { return hvx::add_halves(a, b); });
  try_two("add_halves_saturating", [](vector a, vector b) { return hvx::add_halves_saturating(a, b); });
  try_two("add_words", [](vector a, vector b) { return hvx::add_words(a, b); });
  try_two("add_words_saturating", [](vector a, vector b) { return hvx::add_words_saturating(a, b); });
  try_two("subtract_words", [](vector a, vector b) { return hvx::subtract_words(a, b); });
  try_two("average_words", [](vector a, vector b) { return hvx::average_words(a, b); });
}

void try_shifts() {
  try_out("shift_right_words", [](source& random) {
    const vector x = random.numbers();
    return hvx::shift_right_words(x, static_cast<std::int32_t>(random.word() % 32));
  });
  try_out("add_shifted_words", [](source& random) {
    const vector a = random.numbers();
    const vector b = random.numbers();
    return hvx::add_shifted_words(a, b, static_cast<std::int32_t>(random.word() % 32));
  });
  try_two("shift_right_words by words", [](vector a, vector b) { return hvx::shift_right_words(a, counts(b)); });
  try_two("shift_right_halves by halves",
          [](vector a, vector b) { return hvx::shift_right_halves(a, hvx::bit_and(b, hvx::splat_halves(15))); });
  try_two("shift_left_words by words", [](vector a, vector b) { return hvx::shift_left_words(a, counts(b)); });
  for (std::int32_t count = 0; count < 16; ++count) {
    try_two("narrow_words", [count](vector a, vector b) { return hvx::narrow_words(a, b, count); });
    try_two("narrow_words_rounding", [count](vector a, vector b) { return hvx::narrow_words_rounding(a, b, count); });
    try_two("narrow_halves", [count](vector a, vector b) { return hvx::narrow_halves(a, b, count % 8); });
  }
}

void try_products() {
  try_two("multiply_low", [](vector a, vector b) { return hvx::multiply_low(a, b); });
  try_three("multiply_high", [](vector a, vector b, vector c) { return hvx::multiply_high(a, b, c); });
  try_three("multiply_even_halves", [](vector a, vector b, vector c) { return hvx::multiply_even_halves(a, b, c); });
  try_three("multiply_even_signed_halves",
            [](vector a, vector b, vector c) { return hvx::multiply_even_signed_halves(a, b, c); });
  try_two("multiply_odd_halves", [](vector a, vector b) { return hvx::multiply_odd_halves(a, b); });
  try_two("multiply_halves", [](vector a, vector b) { return hvx::multiply_halves(a, b); });
  try_two("dot", [](vector a, vector b) { return hvx::dot(a, b); });
  try_three("dot with sums", [](vector a, vector b, vector c) { return hvx::dot(a, b, c); });
  try_out("dot_unsigned", [](source& random) {
    const vector a = random.numbers();
    const vector b = random.numbers();
    return hvx::dot_unsigned(a, b, static_cast<std::int32_t>(random.word()));
  });
  try_out("sum_bytes", [](source& random) {
    const auto wide = [&] { return static_cast<std::int64_t>(std::uint64_t{random.word()} << 32 | random.word()); };
    const std::int64_t sums = wide();
    return hvx::sum_bytes(sums, wide());
  });
}

void try_moves() {
  try_two("widen_bytes", [](vector a, vector) { return hvx::widen_bytes(a); });
  try_two("widen_halves", [](vector a, vector) { return hvx::widen_halves(a); });
  try_two("split_bytes", [](vector a, vector) { return hvx::split_bytes(a); });
  try_two("split_unsigned_bytes", [](vector a, vector) { return hvx::split_unsigned_bytes(a); });
  try_two("split_halves", [](vector a, vector) { return hvx::split_halves(a); });
  try_two("pack_words", [](vector a, vector b) { return hvx::pack_words(a, b); });
  try_two("pack_halves", [](vector a, vector b) { return hvx::pack_halves(a, b); });
  try_two("saturate_to_unsigned_bytes", [](vector a, vector b) { return hvx::saturate_to_unsigned_bytes(a, b); });
  try_two("pair_bytes", [](vector a, vector b) { return hvx::pair_bytes(a, b); });
  try_two("pair_halves", [](vector a, vector b) { return hvx::pair_halves(a, b); });
  try_two("interleave_bytes", [](vector a, vector b) { return hvx::interleave_bytes(a, b); });
  try_two("interleave_halves", [](vector a, vector b) { return hvx::interleave_halves(a, b); });
  try_two("interleave_words", [](vector a, vector b) { return hvx::interleave_words(a, b); });
  try_two("part_words", [](vector a, vector b) { return hvx::part_words(a, b); });
  try_out("rotate", [](source& random) {
    const vector x = random.numbers();
    return hvx::rotate(x, static_cast<std::int32_t>(random.word() % 128));
  });
  try_out("cut_out", [](source& random) {
    const vector first = random.numbers();
    const vector second = random.numbers();
    return hvx::cut_out(second, first, static_cast<std::int32_t>(random.word() % 128));
  });
  for (std::int32_t part = 0; part < 8; ++part) {
    try_two("lookup", [part](vector a, vector b) { return hvx::lookup(a, b, part); });
    try_three("lookup_or", [part](vector a, vector b, vector c) { return hvx::lookup_or(a, b, c, part); });
  }
  try_out("select_greater_words", [](source& random) {
    const vector a = random.numbers();
    const vector b = random.numbers();
    const vector c = random.numbers();
    return hvx::select_greater_words(a, b, c, random.numbers());
  });
}

}  // namespace

int main() {
  try_memory();
  try_sums();
  try_shifts();
  try_products();
  try_moves();
  return 0;
}
