// SPDX-License-Identifier: Apache-2.0
// What the firmware computes, and how it says so: ten digits in int8. The host runs the same function, so that the bits
// can be compared.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "../digits/models.hpp"
#include "digits.hpp"

namespace firmware {

using model = tenon::model<digits::network, digits::weights, digits::encodings, tenon::border<tenon::i8>>;
using engine = tenon::engine<model, tenon::on<tenon::reference>>;
static_assert(engine::weight_bytes + engine::arena_bytes < 64 * 1024);

/// A line of text of bounded length.
class line {
 public:
  line& text(const char* words) {
    while (*words != '\0') put(*words++);
    return *this;
  }
  line& hex(std::uint32_t value, int digits) {
    while (digits-- > 0) put("0123456789abcdef"[(value >> (4 * digits)) & 15u]);
    return *this;
  }
  line& number(std::uint32_t value) {
    std::uint32_t power = 1;
    while (value / power >= 10) power *= 10;
    for (; power > 0; power /= 10) put(static_cast<char>('0' + value / power % 10));
    return *this;
  }
  const char* end() {
    text("\n");
    return letters_;
  }

 private:
  void put(char letter) {
    if (count_ + 1 < sizeof letters_) letters_[count_++] = letter;
    letters_[count_] = '\0';
  }
  char letters_[120] = {};
  std::size_t count_ = 0;
};

/// Runs the network on ten digits and writes the int8 scores of each, and the answer.
template <class Write>
void run_digits(engine& network, const Write& write) {
  for (std::size_t i = 0; i < ten_digits.size(); ++i) {
    std::array<std::int8_t, 10> scores{};
    network.run(ten_digits[i], scores);
    std::uint32_t best = 0;
    line out;
    out.text("digit ").number(static_cast<std::uint32_t>(i)).text(": scores");
    for (std::uint32_t k = 0; k < scores.size(); ++k) {
      out.text(" ").hex(static_cast<std::uint8_t>(scores[k]), 2);
      if (scores[k] > scores[best]) best = k;
    }
    write(out.text(", read as ").number(best).end());
  }
}

}  // namespace firmware
