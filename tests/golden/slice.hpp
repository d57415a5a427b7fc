// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 slice; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::slice {

/// 5x7 -> 3x5
struct case_0 {
  static constexpr std::array<int, 2> input_shape{5, 7};
  static constexpr std::array<std::int8_t, 35> input{
    81, -4, -10, -48, -81, 56, 124, 31, 41, 9, 14, 10, 77, -128, 87, 61, -99, -80, 74, -72, 99, 66, 56, -73,
    67, -109, 124, 96, 75, 102, 83, 42, -104, 30, 127};
  static constexpr tenon::encoding input_encoding{0.1f, 7};
  static constexpr std::array<int, 2> begin{1, 2};
  static constexpr std::array<int, 2> end{4, 7};
  static constexpr std::array<int, 2> stride{1, 1};
  static constexpr tenon::encoding output_encoding{0.1f, 7};
  static constexpr std::array<int, 2> output_shape{3, 5};
  static constexpr std::array<std::int8_t, 15> expected{
    9, 14, 10, 77, -128, -99, -80, 74, -72, 99, -73, 67, -109, 124, 96};
};

/// 2x6x5x3 -> 2x3x2x3
struct case_1 {
  static constexpr std::array<int, 4> input_shape{2, 6, 5, 3};
  static constexpr std::array<std::int8_t, 180> input{
    -43, -72, 44, -81, -115, 80, 119, 93, -124, -23, 124, -56, 123, -92, -57, 123, -24, 76, 74, 94, -15,
    103, 12, -20, 20, 13, -102, -77, -88, 11, -110, 105, -96, 61, 18, 3, -97, 25, 3, 74, -109, 80, -126,
    -89, -51, 98, -128, -101, 66, 6, -26, 54, -78, 74, -34, 111, 50, 11, 49, -54, 51, -112, -84, 17, -84,
    90, 64, -111, -73, -122, -59, 33, 105, 123, -37, -104, -30, 38, 100, -75, -33, -32, -122, -100, 13,
    -112, -32, -104, 6, 62, -74, -60, -89, 98, -35, 84, 35, 59, -127, 42, -75, 48, 114, -115, 121, -58,
    -100, 98, -38, 61, -127, -50, -44, 123, -53, -122, -108, 46, 98, 64, 40, -1, 78, -72, -59, -115, -111,
    -41, 127, 122, 123, -57, -106, -8, 53, 75, -95, 2, -48, 101, 116, -127, -43, -95, 86, -116, 70, -122,
    -74, 52, 80, -58, 20, -8, 39, -13, -27, -78, 76, -41, -24, -37, 38, 47, 109, -106, -128, 23, 56, -9,
    -86, -125, -62, 127, -27, 118, -115, 123, 101, 114};
  static constexpr tenon::encoding input_encoding{0.1f, 7};
  static constexpr std::array<int, 4> begin{0, 1, 0, 0};
  static constexpr std::array<int, 4> end{2, 6, 5, 3};
  static constexpr std::array<int, 4> stride{1, 2, 3, 1};
  static constexpr tenon::encoding output_encoding{0.1f, 7};
  static constexpr std::array<int, 4> output_shape{2, 3, 2, 3};
  static constexpr std::array<std::int8_t, 36> expected{
    123, -24, 76, 20, 13, -102, 98, -128, -101, -34, 111, 50, -104, -30, 38, 13, -112, -32, -58, -100, 98,
    -53, -122, -108, 75, -95, 2, 86, -116, 70, -106, -128, 23, -27, 118, -115};
};

/// 9x4 -> 9x2
struct case_2 {
  static constexpr std::array<int, 2> input_shape{9, 4};
  static constexpr std::array<std::int8_t, 36> input{
    56, 25, 63, -67, -31, -128, 45, 113, -67, -86, 45, 29, 15, 6, 115, 109, -74, 123, -104, 117, 94, -46,
    -22, -26, -4, -9, -107, -53, -23, -60, -125, -122, 9, 127, -99, 127};
  static constexpr tenon::encoding input_encoding{0.1f, 7};
  static constexpr std::array<int, 2> begin{8, 3};
  static constexpr std::array<int, 2> end{-10, 0};
  static constexpr std::array<int, 2> stride{-1, -2};
  static constexpr tenon::encoding output_encoding{0.1f, 7};
  static constexpr std::array<int, 2> output_shape{9, 2};
  static constexpr std::array<std::int8_t, 18> expected{
    127, 127, -122, -60, -53, -9, -26, -46, 117, 123, 109, 6, 29, -86, 113, -128, -67, 25};
};

/// 40 -> 7
struct case_3 {
  static constexpr std::array<int, 1> input_shape{40};
  static constexpr std::array<std::int8_t, 40> input{
    47, 21, 79, -128, -119, 117, 127, 49, -98, 81, -125, 4, -1, 50, -32, 126, 80, -29, -31, -83, -44, -84,
    41, 51, -13, 113, 1, 41, -87, -3, -7, -118, -124, -8, -9, -49, -100, -40, -74, 68};
  static constexpr tenon::encoding input_encoding{0.1f, 7};
  static constexpr std::array<int, 1> begin{37};
  static constexpr std::array<int, 1> end{3};
  static constexpr std::array<int, 1> stride{-5};
  static constexpr tenon::encoding output_encoding{0.1f, 7};
  static constexpr std::array<int, 1> output_shape{7};
  static constexpr std::array<std::int8_t, 7> expected{-40, -124, 41, 41, -29, -1, 49};
};

/// 1x5x5x4 -> 1x2x3x2
struct case_4 {
  static constexpr std::array<int, 4> input_shape{1, 5, 5, 4};
  static constexpr std::array<std::int8_t, 100> input{
    -29, -119, -32, 67, 30, 122, -99, -106, -67, -15, 21, 106, -69, -88, -92, 8, 77, -76, 99, 113, -108, 16,
    66, 71, 21, -62, 58, -10, -72, 53, 119, -31, -78, 46, 74, 38, -94, -70, -35, 102, 91, 15, 84, -24, 35,
    -61, 6, -124, -122, 127, -125, -12, 113, 32, -39, 118, -7, -21, -106, -128, -40, -9, -5, -103, -114, 63,
    -128, -23, -28, -41, 6, 127, -74, -117, -6, 58, -78, -78, -38, 106, -74, 94, -114, -81, 111, -108, 81,
    104, -18, 58, -82, -66, -78, 63, 45, 68, -42, -84, 21, -92};
  static constexpr tenon::encoding input_encoding{0.1f, 7};
  static constexpr std::array<int, 4> begin{0, -3, 4, 1};
  static constexpr std::array<int, 4> end{1, -1, -6, 3};
  static constexpr std::array<int, 4> stride{1, 1, -2, 1};
  static constexpr tenon::encoding output_encoding{0.1f, 7};
  static constexpr std::array<int, 4> output_shape{1, 2, 3, 2};
  static constexpr std::array<std::int8_t, 12> expected{
    -21, -106, 127, -125, 15, 84, -78, -38, -41, 6, -9, -5};
};

/// 3x4x11 -> 1x2x11
struct case_5 {
  static constexpr std::array<int, 3> input_shape{3, 4, 11};
  static constexpr std::array<std::int8_t, 132> input{
    -53, 14, -37, 46, 59, -40, 32, -36, -21, 104, 70, 105, -43, -110, -88, -5, 57, 112, 124, -10, -58, 0,
    -24, 55, -70, -60, -42, 47, 30, 16, -38, -98, 127, 38, -88, 104, 111, 60, 57, -99, 120, -75, -47, -127,
    101, 63, -22, -111, -123, -29, -100, -50, 23, 116, -9, 9, 34, -56, -108, 2, -45, 20, -40, -1, -69, 44,
    54, -76, 49, 87, 53, -80, -95, -100, -94, 26, -93, 89, 31, -6, -104, -89, 22, 10, -48, -23, 110, 28, 88,
    106, 70, -58, 58, 49, -44, 50, 40, -38, -36, -56, 124, -117, -123, 83, 112, -28, -44, -122, -91, 87,
    -107, -12, -14, 93, 46, -70, -53, -30, 43, -128, -87, 85, 100, 26, -39, 113, -110, -63, 94, -57, -40,
    -27};
  static constexpr tenon::encoding input_encoding{0.1f, 7};
  static constexpr std::array<int, 3> begin{1, 0, 10};
  static constexpr std::array<int, 3> end{2, 4, -12};
  static constexpr std::array<int, 3> stride{1, 3, -1};
  static constexpr tenon::encoding output_encoding{0.1f, 7};
  static constexpr std::array<int, 3> output_shape{1, 2, 11};
  static constexpr std::array<std::int8_t, 22> expected{
    -9, 116, 23, -50, -100, -29, -123, -111, -22, 63, 101, 28, 110, -23, -48, 10, 22, -89, -104, -6, 31, 89};
};

/// 4x4x4 -> 1x1x1
struct case_6 {
  static constexpr std::array<int, 3> input_shape{4, 4, 4};
  static constexpr std::array<std::int8_t, 64> input{
    78, 92, 11, 28, -82, -79, -103, -11, -57, 56, 109, 20, -12, -119, -87, 47, -31, -94, 34, -32, -71, -110,
    -71, 59, 100, -98, 6, 98, 127, -66, 56, 101, -58, -49, 53, 30, -100, 121, -52, 100, 35, -17, 122, -17,
    -75, -120, 49, -76, 57, -128, 1, 96, 105, 120, 69, 113, 23, -106, 92, 3, 19, 108, 74, -26};
  static constexpr tenon::encoding input_encoding{0.1f, 7};
  static constexpr std::array<int, 3> begin{2, 1, 3};
  static constexpr std::array<int, 3> end{3, 2, 4};
  static constexpr std::array<int, 3> stride{1, 1, 1};
  static constexpr tenon::encoding output_encoding{0.1f, 7};
  static constexpr std::array<int, 3> output_shape{1, 1, 1};
  static constexpr std::array<std::int8_t, 1> expected{100};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6>;

}  // namespace tenon_golden::slice
