// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 depth_to_space; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::depth_to_space {

/// 1x2x4x8 -> 1x4x8x2
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 2, 4, 8};
  static constexpr std::array<std::int8_t, 64> input{
    36, 15, -24, 96, 67, 0, 127, 75, -80, -82, -42, -59, 61, 59, 111, -120, 84, -104, -2, 115, -86, 71, -3,
    23, 124, -42, 18, -1, 80, -8, 74, 53, 80, 92, 24, -71, 7, 52, -35, 89, -70, 67, 67, -63, 69, -29, -111,
    -39, -119, 127, -16, -27, -32, -107, 53, 2, -18, -58, -97, -79, -39, -109, -128, 114};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int block = 2;
  static constexpr std::array<int, 4> output_shape{1, 4, 8, 2};
  static constexpr std::array<std::int8_t, 64> expected{
    36, 15, -24, 96, -80, -82, -42, -59, 84, -104, -2, 115, 124, -42, 18, -1, 67, 0, 127, 75, 61, 59, 111,
    -120, -86, 71, -3, 23, 80, -8, 74, 53, 80, 92, 24, -71, -70, 67, 67, -63, -119, 127, -16, -27, -18, -58,
    -97, -79, 7, 52, -35, 89, 69, -29, -111, -39, -32, -107, 53, 2, -39, -109, -128, 114};
};

/// 2x3x3x9 -> 2x9x9x1
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 3, 3, 9};
  static constexpr std::array<std::int8_t, 162> input{
    102, -81, 18, 28, -94, -36, 41, -7, 43, 106, -106, -78, 120, -17, 99, -48, -91, -43, -12, 26, 50, 118,
    65, -116, -77, -63, -111, -33, 68, -119, 82, 58, -82, 40, 19, 112, 14, 22, 115, 118, 79, -119, -58, -73,
    -121, -37, 74, -45, -2, -75, 11, 19, 101, 39, 106, 11, 22, 84, 32, 34, -60, -112, -88, 101, 49, -98,
    -61, 68, -64, 82, -84, 43, 87, -72, -50, 22, -104, 124, -48, 45, 127, -10, 92, 36, -96, -56, -128, 32,
    -34, -17, 13, -73, 83, -125, -60, 72, -8, 71, 14, -26, 73, 75, 36, 48, 9, -101, -31, -19, 91, -87, 54,
    89, -120, -118, -49, 54, 57, -49, 74, -68, -101, -53, 102, 55, -69, -60, 106, -125, -124, -61, 26, 74,
    -71, 93, 45, 46, 30, 76, 17, -55, -13, 71, 118, 3, 90, 41, 26, 1, -96, -115, 107, -50, 4, -58, 99, -118,
    102, 78, -123, -23, 92, -4};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int block = 3;
  static constexpr std::array<int, 4> output_shape{2, 9, 9, 1};
  static constexpr std::array<std::int8_t, 162> expected{
    102, -81, 18, 106, -106, -78, -12, 26, 50, 28, -94, -36, 120, -17, 99, 118, 65, -116, 41, -7, 43, -48,
    -91, -43, -77, -63, -111, -33, 68, -119, 14, 22, 115, -37, 74, -45, 82, 58, -82, 118, 79, -119, -2, -75,
    11, 40, 19, 112, -58, -73, -121, 19, 101, 39, 106, 11, 22, 101, 49, -98, 87, -72, -50, 84, 32, 34, -61,
    68, -64, 22, -104, 124, -60, -112, -88, 82, -84, 43, -48, 45, 127, -10, 92, 36, 13, -73, 83, -26, 73,
    75, -96, -56, -128, -125, -60, 72, 36, 48, 9, 32, -34, -17, -8, 71, 14, -101, -31, -19, 91, -87, 54,
    -49, 74, -68, 106, -125, -124, 89, -120, -118, -101, -53, 102, -61, 26, 74, -49, 54, 57, 55, -69, -60,
    -71, 93, 45, 46, 30, 76, 90, 41, 26, -58, 99, -118, 17, -55, -13, 1, -96, -115, 102, 78, -123, 71, 118,
    3, 107, -50, 4, -23, 92, -4};
};

/// 1x4x2x12 -> 1x8x4x3
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 4, 2, 12};
  static constexpr std::array<std::int8_t, 96> input{
    20, 25, 34, 92, -56, 38, -111, 30, 32, 116, -3, -87, -6, 66, 65, 63, -97, -74, 38, 116, 20, -7, -33, 22,
    102, 7, 29, -104, -61, 103, 60, 106, -21, -50, 74, -55, 22, -96, -81, -95, -58, 96, 79, -128, -81, 121,
    -38, 2, -34, 7, -107, 123, -91, -109, 114, -59, -27, 0, 8, 127, -81, -51, -99, 82, 14, 125, -67, -39,
    114, 113, -98, -49, 48, 114, 30, 83, -70, -82, -18, 63, -45, 7, -125, 125, -69, -113, -39, -45, -126,
    -58, 100, -71, -119, 77, 10, 89};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int block = 2;
  static constexpr std::array<int, 4> output_shape{1, 8, 4, 3};
  static constexpr std::array<std::int8_t, 96> expected{
    20, 25, 34, 92, -56, 38, -6, 66, 65, 63, -97, -74, -111, 30, 32, 116, -3, -87, 38, 116, 20, -7, -33, 22,
    102, 7, 29, -104, -61, 103, 22, -96, -81, -95, -58, 96, 60, 106, -21, -50, 74, -55, 79, -128, -81, 121,
    -38, 2, -34, 7, -107, 123, -91, -109, -81, -51, -99, 82, 14, 125, 114, -59, -27, 0, 8, 127, -67, -39,
    114, 113, -98, -49, 48, 114, 30, 83, -70, -82, -69, -113, -39, -45, -126, -58, -18, 63, -45, 7, -125,
    125, 100, -71, -119, 77, 10, 89};
};

/// 1x3x3x2 -> 1x3x3x2
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 3, 2};
  static constexpr std::array<std::int8_t, 18> input{
    17, 43, 41, -99, -79, 127, -11, -128, -99, -27, 80, -60, -76, 97, -76, -32, 74, 10};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int block = 1;
  static constexpr std::array<int, 4> output_shape{1, 3, 3, 2};
  static constexpr std::array<std::int8_t, 18> expected{
    17, 43, 41, -99, -79, 127, -11, -128, -99, -27, 80, -60, -76, 97, -76, -32, 74, 10};
};

using cases = std::tuple<case_0, case_1, case_2, case_3>;

}  // namespace tenon_golden::depth_to_space
