// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 space_to_depth; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::space_to_depth {

/// 1x4x6x3 -> 1x2x3x12
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 4, 6, 3};
  static constexpr std::array<std::int8_t, 72> input{
    45, -3, -70, 17, 63, -50, 36, -115, -44, 82, 101, 30, 97, 45, 28, 28, -96, 127, -40, 83, -8, 89, -27,
    16, 99, -23, -35, -128, -110, 10, 114, -81, -16, 34, -47, -117, -92, -26, -50, 75, 82, -4, -60, 47, -97,
    69, -54, -17, -52, -66, -100, -112, -4, -48, -59, -77, -126, -11, 55, -42, 121, 118, -75, 100, 36, 20,
    -39, -100, -35, 104, 119, -14};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int block = 2;
  static constexpr std::array<int, 4> output_shape{1, 2, 3, 12};
  static constexpr std::array<std::int8_t, 72> expected{
    45, -3, -70, 17, 63, -50, -40, 83, -8, 89, -27, 16, 36, -115, -44, 82, 101, 30, 99, -23, -35, -128,
    -110, 10, 97, 45, 28, 28, -96, 127, 114, -81, -16, 34, -47, -117, -92, -26, -50, 75, 82, -4, -59, -77,
    -126, -11, 55, -42, -60, 47, -97, 69, -54, -17, 121, 118, -75, 100, 36, 20, -52, -66, -100, -112, -4,
    -48, -39, -100, -35, 104, 119, -14};
};

/// 2x3x6x2 -> 2x1x2x18
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 3, 6, 2};
  static constexpr std::array<std::int8_t, 72> input{
    102, 32, 46, 106, -119, -82, -27, 114, 34, 103, 16, 39, 112, 74, 87, -66, 66, -113, -108, -47, -65,
    -111, 42, 119, -62, -118, -120, -5, -96, 86, 122, 12, 50, 127, -16, 34, 38, 7, -34, 20, -84, -95, -97,
    -52, -124, -65, -105, -111, -102, 80, 66, 20, -54, 30, 84, 29, 68, 115, 10, 28, -46, 96, 56, 53, 105,
    -13, -50, 112, -92, -128, -89, 14};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int block = 3;
  static constexpr std::array<int, 4> output_shape{2, 1, 2, 18};
  static constexpr std::array<std::int8_t, 72> expected{
    102, 32, 46, 106, -119, -82, 112, 74, 87, -66, 66, -113, -62, -118, -120, -5, -96, 86, -27, 114, 34,
    103, 16, 39, -108, -47, -65, -111, 42, 119, 122, 12, 50, 127, -16, 34, 38, 7, -34, 20, -84, -95, -102,
    80, 66, 20, -54, 30, -46, 96, 56, 53, 105, -13, -97, -52, -124, -65, -105, -111, 84, 29, 68, 115, 10,
    28, -50, 112, -92, -128, -89, 14};
};

/// 1x4x2x1 -> 1x2x1x4
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 4, 2, 1};
  static constexpr std::array<std::int8_t, 8> input{-100, 29, -79, 86, 127, -128, 81, 27};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int block = 2;
  static constexpr std::array<int, 4> output_shape{1, 2, 1, 4};
  static constexpr std::array<std::int8_t, 8> expected{-100, 29, -79, 86, 127, -128, 81, 27};
};

/// 1x3x3x2 -> 1x3x3x2
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 3, 2};
  static constexpr std::array<std::int8_t, 18> input{
    -109, -128, 127, 109, 23, -127, 13, -52, 2, 2, -108, 81, -86, 126, -80, -53, 119, 45};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int block = 1;
  static constexpr std::array<int, 4> output_shape{1, 3, 3, 2};
  static constexpr std::array<std::int8_t, 18> expected{
    -109, -128, 127, 109, 23, -127, 13, -52, 2, 2, -108, 81, -86, 126, -80, -53, 119, 45};
};

using cases = std::tuple<case_0, case_1, case_2, case_3>;

}  // namespace tenon_golden::space_to_depth
