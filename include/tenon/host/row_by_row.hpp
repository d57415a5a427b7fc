// SPDX-License-Identifier: Apache-2.0
// Results of steps for people and files: row by row, whatever order the network stores them in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <utility>
#include <vector>

#include <tenon/engine/step.hpp>

namespace tenon::host::detail {

/// The elements of a step's result, row by row.
inline std::vector<std::byte> in_rows(const step_info& step, const void* data) {
  const std::size_t size = bytes_of(step.output.type);
  std::vector<std::byte> rows(step.output.bytes());
  const auto* const from = static_cast<const std::byte*>(data);
  for (int i = 0; i < step.output.size(); ++i) {
    std::byte* const to = rows.data() + static_cast<std::size_t>(i) * size;
    std::memcpy(to, from + step.order.place(step.output, i), size);
    if (step.output.type == i8 && step.order.adds_128()) *to ^= std::byte{0x80};
  }
  return rows;
}

/// Told of steps in their own storage order, it tells `watch` of them row by row.
inline std::function<void(const step_info&, const void*)> row_by_row(
    std::function<void(const step_info&, const void*)> watch) {
  return [watch = std::move(watch)](const step_info& step, const void* data) {
    if (step.order.is_row_major()) return watch(step, data);
    step_info plain = step;
    plain.order = row_major;
    watch(plain, in_rows(step, data).data());
  };
}

}  // namespace tenon::host::detail
