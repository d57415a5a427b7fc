// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 gather; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::gather {

/// 5x3 along axis 0
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 2> input_shape{5, 3};
  static constexpr std::array<std::int8_t, 15> input{
    -128, -118, 6, 20, -53, -97, 127, 127, -49, -113, -10, -8, -79, -41, -39};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int axis = 0;
  static constexpr std::array<int, 4> indices{4, 0, 0, 2};
  static constexpr std::array<int, 2> output_shape{4, 3};
  static constexpr std::array<std::int8_t, 12> expected{
    -79, -41, -39, -128, -118, 6, -128, -118, 6, 127, 127, -49};
};

/// 2x3x4 along axis 1
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 3> input_shape{2, 3, 4};
  static constexpr std::array<std::int8_t, 24> input{
    -9, -67, -103, -39, -99, 57, 6, 127, -128, -62, 106, -6, 105, 71, 62, -36, 63, 36, -52, 80, -109, 35,
    95, 11};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int axis = 1;
  static constexpr std::array<int, 2> indices{2, 1};
  static constexpr std::array<int, 3> output_shape{2, 2, 4};
  static constexpr std::array<std::int8_t, 16> expected{
    -128, -62, 106, -6, -99, 57, 6, 127, -109, 35, 95, 11, 63, 36, -52, 80};
};

/// 1x2x3x8 along axis 3
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 2, 3, 8};
  static constexpr std::array<std::int8_t, 48> input{
    -5, 39, 65, 33, -62, -32, -47, -62, -93, 23, -77, 17, -87, 104, -78, 111, -91, -36, -37, -3, 92, 117,
    17, 127, 34, 19, 86, 29, 48, 38, 55, -38, -25, -61, 80, 41, 115, -68, -57, -67, -128, 100, 2, -43, -60,
    115, 70, 77};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int axis = 3;
  static constexpr std::array<int, 8> indices{0, 4, 1, 5, 2, 6, 3, 7};
  static constexpr std::array<int, 4> output_shape{1, 2, 3, 8};
  static constexpr std::array<std::int8_t, 48> expected{
    -5, -62, 39, -32, 65, -47, 33, -62, -93, -87, 23, 104, -77, -78, 17, 111, -91, 92, -36, 117, -37, 17,
    -3, 127, 34, 48, 19, 38, 86, 55, 29, -38, -25, 115, -61, -68, 80, -57, 41, -67, -128, -60, 100, 115, 2,
    70, -43, 77};
};

/// 6 along axis 0
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 1> input_shape{6};
  static constexpr std::array<std::int8_t, 6> input{-22, -52, -112, -128, 127, -14};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int axis = 0;
  static constexpr std::array<int, 1> indices{3};
  static constexpr std::array<int, 1> output_shape{1};
  static constexpr std::array<std::int8_t, 1> expected{-128};
};

using cases = std::tuple<case_0, case_1, case_2, case_3>;

}  // namespace tenon_golden::gather
