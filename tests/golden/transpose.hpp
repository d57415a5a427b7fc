// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 transpose; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::transpose {

/// 3x5 by (1, 0)
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 2> input_shape{3, 5};
  static constexpr std::array<std::int8_t, 15> input{
    -106, -97, 108, -59, -38, 3, -109, -128, -50, 31, 127, 60, -113, -14, 100};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 2> permutation{1, 0};
  static constexpr std::array<int, 2> output_shape{5, 3};
  static constexpr std::array<std::int8_t, 15> expected{
    -106, 3, 127, -97, -109, 60, 108, -128, -113, -59, -50, -14, -38, 31, 100};
};

/// 2x3x4 by (2, 0, 1)
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 3> input_shape{2, 3, 4};
  static constexpr std::array<std::int8_t, 24> input{
    -91, -54, 3, -42, -98, -128, 21, -5, -29, -107, 127, 92, 75, 94, 15, 18, -117, 56, -85, -68, 104, -36,
    101, -4};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 3> permutation{2, 0, 1};
  static constexpr std::array<int, 3> output_shape{4, 2, 3};
  static constexpr std::array<std::int8_t, 24> expected{
    -91, -98, -29, 75, -117, 104, -54, -128, -107, 94, 56, -36, 3, 21, 127, 15, -85, 101, -42, -5, 92, 18,
    -68, -4};
};

/// 1x4x3x5 by (0, 3, 1, 2)
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 4, 3, 5};
  static constexpr std::array<std::int8_t, 60> input{
    78, -72, -87, -20, -29, 82, 82, 103, 94, 17, 4, 118, -62, -115, 69, -94, -26, 119, -3, 60, 21, -38, 18,
    -54, 23, -82, -28, 72, -42, 48, -80, -16, -83, -80, 127, -104, -61, -45, -72, 44, 66, -70, -25, -93,
    -39, -6, 114, -14, 42, -66, 89, -8, 119, 35, 86, 55, 59, -128, 108, 9};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> permutation{0, 3, 1, 2};
  static constexpr std::array<int, 4> output_shape{1, 5, 4, 3};
  static constexpr std::array<std::int8_t, 60> expected{
    78, 82, 4, -94, 21, -82, -80, -104, 66, -6, 89, 55, -72, 82, 118, -26, -38, -28, -16, -61, -70, 114, -8,
    59, -87, 103, -62, 119, 18, 72, -83, -45, -25, -14, 119, -128, -20, 94, -115, -3, -54, -42, -80, -72,
    -93, 42, 35, 108, -29, 17, 69, 60, 23, 48, 127, 44, -39, -66, 86, 9};
};

/// 1x4x3x5 by (0, 2, 3, 1)
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 4, 3, 5};
  static constexpr std::array<std::int8_t, 60> input{
    -36, -23, -92, 34, -126, 73, 65, -2, 127, -43, -23, -116, -86, 66, -76, 66, -46, 85, 74, 124, 40, -72,
    90, 54, 36, 75, 99, -37, -36, -16, -107, -62, -54, 94, 39, 73, 12, -37, 64, 30, -62, 61, -1, -70, 114,
    -10, -30, 13, 102, 22, -114, -109, -128, -87, -13, -73, 88, -16, -69, -11};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> permutation{0, 2, 3, 1};
  static constexpr std::array<int, 4> output_shape{1, 3, 5, 4};
  static constexpr std::array<std::int8_t, 60> expected{
    -36, 66, -107, -10, -23, -46, -62, -30, -92, 85, -54, 13, 34, 74, 94, 102, -126, 124, 39, 22, 73, 40,
    73, -114, 65, -72, 12, -109, -2, 90, -37, -128, 127, 54, 64, -87, -43, 36, 30, -13, -23, 75, -62, -73,
    -116, 99, 61, 88, -86, -37, -1, -16, 66, -36, -70, -69, -76, -16, 114, -11};
};

/// 2x3x4x5 by (3, 2, 1, 0)
struct case_4 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 3, 4, 5};
  static constexpr std::array<std::int8_t, 120> input{
    81, 107, 10, -55, 98, -40, -128, -11, 83, -7, 33, 5, 56, 89, 3, -79, 99, 103, -6, 1, -116, -27, 5, -125,
    -79, -103, 77, 33, 56, 125, -125, -99, 19, 21, 2, 11, -100, -76, -112, -69, 51, -34, 46, 104, -108, 28,
    -43, -115, -12, 95, 54, -43, -18, 41, 65, -53, 119, 96, 83, 111, 41, -64, -4, -29, 101, -19, 5, 87, 8,
    16, -109, -94, 10, 50, 59, 73, -84, -61, -29, -28, -95, -4, -3, 33, 106, 23, -74, -99, 127, 115, -79,
    78, -11, -126, -121, -37, -106, 91, -31, 48, -89, 49, -40, -80, 124, 73, -93, -71, 7, -76, 41, 124, 80,
    -15, 28, -23, -100, 75, -48, 123};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> permutation{3, 2, 1, 0};
  static constexpr std::array<int, 4> output_shape{5, 4, 3, 2};
  static constexpr std::array<std::int8_t, 120> expected{
    81, 41, -116, -95, 51, -89, -40, -19, -103, 23, 28, 73, 33, -109, -125, -79, 54, 41, -79, 73, 11, -37,
    -53, -23, 107, -64, -27, -4, -34, 49, -128, 5, 77, -74, -43, -93, 5, -94, -99, 78, -43, 124, 99, -84,
    -100, -106, 119, -100, 10, -4, 5, -3, 46, -40, -11, 87, 33, -99, -115, -71, 56, 10, 19, -11, -18, 80,
    103, -61, -76, 91, 96, 75, -55, -29, -125, 33, 104, -80, 83, 8, 56, 127, -12, 7, 89, 50, 21, -126, 41,
    -15, -6, -29, -112, -31, 83, -48, 98, 101, -79, 106, -108, 124, -7, 16, 125, 115, 95, -76, 3, 59, 2,
    -121, 65, 28, 1, -28, -69, 48, 111, 123};
};

/// 7x11 by (0, 1)
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 2> input_shape{7, 11};
  static constexpr std::array<std::int8_t, 77> input{
    86, -43, -9, 104, 109, -91, 114, -17, 91, -122, 24, 30, 55, 17, 48, -20, 56, 35, -29, 2, -7, 33, -36,
    -128, 53, 40, -105, 2, 6, 5, -23, 49, -34, 52, 93, 118, 96, -110, 82, 104, -60, 73, 44, -34, 70, -63, 1,
    56, -128, -60, -8, 78, -8, 25, 15, 127, -73, 15, -59, 86, -49, 36, 40, 41, -59, -45, -6, 2, 96, 78, 81,
    -39, 41, 108, 101, 24, 15};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 2> permutation{0, 1};
  static constexpr std::array<int, 2> output_shape{7, 11};
  static constexpr std::array<std::int8_t, 77> expected{
    86, -43, -9, 104, 109, -91, 114, -17, 91, -122, 24, 30, 55, 17, 48, -20, 56, 35, -29, 2, -7, 33, -36,
    -128, 53, 40, -105, 2, 6, 5, -23, 49, -34, 52, 93, 118, 96, -110, 82, 104, -60, 73, 44, -34, 70, -63, 1,
    56, -128, -60, -8, 78, -8, 25, 15, 127, -73, 15, -59, 86, -49, 36, 40, 41, -59, -45, -6, 2, 96, 78, 81,
    -39, 41, 108, 101, 24, 15};
};

/// 2x1x6x3 by (2, 3, 0, 1)
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 1, 6, 3};
  static constexpr std::array<std::int8_t, 36> input{
    -128, -79, -84, 121, -119, -86, -22, 107, 120, 54, 123, 127, 91, -96, 67, -54, 99, -102, 72, 124, -64,
    34, 13, -118, 86, -19, 31, -52, -96, -102, -126, 93, 100, 91, -86, -45};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> permutation{2, 3, 0, 1};
  static constexpr std::array<int, 4> output_shape{6, 3, 2, 1};
  static constexpr std::array<std::int8_t, 36> expected{
    -128, 72, -79, 124, -84, -64, 121, 34, -119, 13, -86, -118, -22, 86, 107, -19, 120, 31, 54, -52, 123,
    -96, 127, -102, 91, -126, -96, 93, 67, 100, -54, 91, 99, -86, -102, -45};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6>;

}  // namespace tenon_golden::transpose
