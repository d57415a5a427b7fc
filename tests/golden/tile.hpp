// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 tile; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::tile {

/// 3x5 by 2x1
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 2> input_shape{3, 5};
  static constexpr std::array<std::int8_t, 15> input{
    -127, -112, -2, -90, -128, -9, -95, 24, 127, -53, 48, -61, -80, 56, 16};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 2> repeats{2, 1};
  static constexpr std::array<int, 2> output_shape{6, 5};
  static constexpr std::array<std::int8_t, 30> expected{
    -127, -112, -2, -90, -128, -9, -95, 24, 127, -53, 48, -61, -80, 56, 16, -127, -112, -2, -90, -128, -9,
    -95, 24, 127, -53, 48, -61, -80, 56, 16};
};

/// 2x3x4 by 1x2x3
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 3> input_shape{2, 3, 4};
  static constexpr std::array<std::int8_t, 24> input{
    62, 127, -2, -104, -45, 82, -51, -108, -128, 47, -39, 85, 61, -87, 118, 120, 42, 111, -43, 121, -66,
    -100, -70, 65};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 3> repeats{1, 2, 3};
  static constexpr std::array<int, 3> output_shape{2, 6, 12};
  static constexpr std::array<std::int8_t, 144> expected{
    62, 127, -2, -104, 62, 127, -2, -104, 62, 127, -2, -104, -45, 82, -51, -108, -45, 82, -51, -108, -45,
    82, -51, -108, -128, 47, -39, 85, -128, 47, -39, 85, -128, 47, -39, 85, 62, 127, -2, -104, 62, 127, -2,
    -104, 62, 127, -2, -104, -45, 82, -51, -108, -45, 82, -51, -108, -45, 82, -51, -108, -128, 47, -39, 85,
    -128, 47, -39, 85, -128, 47, -39, 85, 61, -87, 118, 120, 61, -87, 118, 120, 61, -87, 118, 120, 42, 111,
    -43, 121, 42, 111, -43, 121, 42, 111, -43, 121, -66, -100, -70, 65, -66, -100, -70, 65, -66, -100, -70,
    65, 61, -87, 118, 120, 61, -87, 118, 120, 61, -87, 118, 120, 42, 111, -43, 121, 42, 111, -43, 121, 42,
    111, -43, 121, -66, -100, -70, 65, -66, -100, -70, 65, -66, -100, -70, 65};
};

/// 1x2x1x3 by 2x1x4x1
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 2, 1, 3};
  static constexpr std::array<std::int8_t, 6> input{32, -36, -36, 0, -128, 127};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> repeats{2, 1, 4, 1};
  static constexpr std::array<int, 4> output_shape{2, 2, 4, 3};
  static constexpr std::array<std::int8_t, 48> expected{
    32, -36, -36, 32, -36, -36, 32, -36, -36, 32, -36, -36, 0, -128, 127, 0, -128, 127, 0, -128, 127, 0,
    -128, 127, 32, -36, -36, 32, -36, -36, 32, -36, -36, 32, -36, -36, 0, -128, 127, 0, -128, 127, 0, -128,
    127, 0, -128, 127};
};

/// 7 by 3
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 1> input_shape{7};
  static constexpr std::array<std::int8_t, 7> input{-128, -46, -113, 127, 62, -100, 66};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 1> repeats{3};
  static constexpr std::array<int, 1> output_shape{21};
  static constexpr std::array<std::int8_t, 21> expected{
    -128, -46, -113, 127, 62, -100, 66, -128, -46, -113, 127, 62, -100, 66, -128, -46, -113, 127, 62, -100,
    66};
};

using cases = std::tuple<case_0, case_1, case_2, case_3>;

}  // namespace tenon_golden::tile
