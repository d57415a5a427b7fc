// SPDX-License-Identifier: Apache-2.0
// A program on an emulated processor: reads inputs from standard input, writes an answer to each, until they end.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <tenon/tenon.hpp>

#if defined(__hexagon__)
#include <tenon/backend/hexagon.hpp>
#else
#include <tenon/backend/kryo.hpp>
#endif

#include "../sizes.hpp"

namespace same_bits {

#if defined(__hexagon__)
using guest_backend = tenon::hexagon<tenon::v68>;
#else
using guest_backend = tenon::kryo;
#endif

/// Fills a buffer from standard input; false if less is left there.
bool read_input(std::span<std::byte> to) noexcept;

/// Writes a buffer to standard output; false if that cannot be.
bool write_answer(std::span<const std::byte> from) noexcept;

/// Runs a model with int8 border on each input; returns the status for the program to end with.
template <class Model, extent Size>
int answer_all() noexcept {
  static tenon::engine<Model, tenon::on<guest_backend>> machine;
  static std::array<std::int8_t, Size.input> input;
  static std::array<std::int8_t, Size.output> answer;
  while (read_input(std::as_writable_bytes(std::span{input}))) {
    machine.run(input, answer);
    if (!write_answer(std::as_bytes(std::span{answer}))) return 1;
  }
  return 0;
}

}  // namespace same_bits
