// SPDX-License-Identifier: Apache-2.0
// Adreno chips: what is known of each when programs are made for it.
#pragma once

#include <string_view>

namespace tenon {

/// Facts of the 6xx generation; each chip has its own name, and facts of its own where they are known. A wave
/// is the number of items that run in step; half as many under the hint `sub_group::half`. Source: TensorFlow
/// Lite's table of GPUs (register files), and Mesa's and ggml's use of half waves.
struct adreno_6xx {
  static constexpr std::string_view name = "adreno 6xx";
  static constexpr int generation = 6;
  static constexpr int full_wave = 128;
  static constexpr int half_wave = 64;
  /// Registers of four 32-bit words for each item of a full wave, when one wave alone is at work.
  static constexpr int registers = 96;
};

struct a620 : adreno_6xx {
  static constexpr std::string_view name = "a620";
  static constexpr int registers = 64;
};
struct a630 : adreno_6xx {
  static constexpr std::string_view name = "a630";
};
struct a640 : adreno_6xx {
  static constexpr std::string_view name = "a640";
  static constexpr int registers = 144;
};
struct a650 : adreno_6xx {
  static constexpr std::string_view name = "a650";
  static constexpr int registers = 64;
};
struct a660 : adreno_6xx {
  static constexpr std::string_view name = "a660";
};

/// The 7xx generation: the facts of 6xx until others are measured.
struct adreno_7xx : adreno_6xx {
  static constexpr std::string_view name = "adreno 7xx";
  static constexpr int generation = 7;
};
struct a730 : adreno_7xx {
  static constexpr std::string_view name = "a730";
};
struct a740 : adreno_7xx {
  static constexpr std::string_view name = "a740";
};
struct a750 : adreno_7xx {
  static constexpr std::string_view name = "a750";
};

}  // namespace tenon
