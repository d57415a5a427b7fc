// SPDX-License-Identifier: Apache-2.0
// Which arrays of an imported network the compiler does not see, and their numbers as the bytes of a file.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <tenon/core/crc32.hpp>
#include <tenon/host/import/imported_model.hpp>

namespace tenon::host {

/// Where the trained numbers of a network go: into a header, or into an object that its packing program links.
enum class weight_place {
  by_size,  ///< linked where there are more of them than the compiler packs in a minute or so
  header,
  linked,
};

/// The numbers of an array.
inline std::size_t count_numbers(const imported_array& array) noexcept {
  return array.reals.size() + array.bytes.size() + array.words.size() + array.long_words.size();
}

/// Compilers need about a minute for each 100,000 numbers, and gigabytes for millions.
inline constexpr std::size_t most_numbers_in_header = 500'000;

/// Kernels. Passes look at the values of constants and states, and all else is small.
inline bool is_linked_array(const imported_array& array) {
  return array.name.ends_with(".kernel") && array.reals.size() + array.bytes.size() != 0;
}

/// True if the kernels of a network are to be linked; never of one that has none.
inline bool links_weights(const imported_model& model, weight_place place) {
  std::size_t count = 0;
  bool has_kernel = false;
  for (const imported_array& array : model.arrays) {
    count += count_numbers(array);
    has_kernel = has_kernel || is_linked_array(array);
  }
  return has_kernel && (place == weight_place::linked ||
                        (place == weight_place::by_size && count > most_numbers_in_header));
}

/// The bytes of linked arrays, little-endian, and where each array of the network begins in them.
struct linked_arrays {
  std::string bytes{};
  std::vector<std::size_t> offsets{};  ///< of all arrays; of those that are not linked it means nothing
  std::uint32_t crc = 0;
};

/// Puts the linked arrays of a network one behind the other.
inline linked_arrays gather_linked_arrays(const imported_model& model) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::size_t alignment = 64;
  linked_arrays made;
  for (const imported_array& array : model.arrays) {
    if (is_linked_array(array)) made.bytes.resize((made.bytes.size() + alignment - 1) / alignment * alignment);
    made.offsets.push_back(made.bytes.size());
    if (!is_linked_array(array)) continue;
    const auto add = [&](const auto& numbers) {
      made.bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(numbers[0]));
    };
    add(array.reals);
    add(array.bytes);
  }
  made.crc = crc32({reinterpret_cast<const std::uint8_t*>(made.bytes.data()), made.bytes.size()});
  return made;
}

}  // namespace tenon::host
