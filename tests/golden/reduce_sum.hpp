// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 reduce_sum; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::reduce_sum {

/// 1x7x7x9 -> 1x1x1x9
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -1};
  static constexpr std::array<int, 4> input_shape{1, 7, 7, 9};
  static constexpr std::array<std::int8_t, 441> input{
    80, 12, 55, 68, 88, 73, -66, 79, 77, 30, -5, 78, -57, 5, -26, 99, -38, -125, 58, 82, 96, -61, 65, 15,
    -47, -32, 125, -42, 119, 71, 20, 82, 110, 34, 109, 102, 38, 81, -97, 85, -13, 37, 70, -110, -114, 28,
    62, 62, 49, 16, 42, -70, -91, 115, 6, -91, -89, -128, -121, 83, 88, -96, 119, 74, -7, -67, 104, 72, 50,
    -42, -30, 3, -125, 125, -22, -14, -76, 120, 2, -114, -22, -125, 76, -8, 46, 125, -98, -126, 85, -38, 36,
    -122, -52, 6, 99, 106, -28, 116, 65, -67, 53, -45, 75, 61, 22, 5, 69, -104, 12, -105, 53, 76, -77, -79,
    -106, 55, 67, -98, 6, 110, 95, 40, -90, -58, -96, -106, 121, 11, -11, -14, 14, 108, -84, -75, -116, -3,
    24, -15, -36, 55, -101, -75, -32, -43, -99, -67, 110, -13, 13, -14, 53, 36, -2, 35, -1, -72, -128, -66,
    22, -22, -52, 125, -107, -116, -36, 66, 68, -1, 41, 85, -3, -86, 54, -128, -21, -76, 127, 60, 81, 11,
    22, -109, 103, -86, -92, -88, 21, 107, 98, 62, 35, -50, 63, 46, -48, 85, 56, 92, -32, -23, -34, 79, -48,
    -81, 87, -107, -118, -118, 127, 5, 30, 42, 30, -76, 83, 1, -98, -7, 125, -63, -1, -87, 80, -21, 72, -22,
    115, -1, 28, 80, 91, 98, 1, 117, -111, 121, -39, -95, -101, -1, -64, -53, -4, 87, 57, -125, -92, -27,
    115, -81, 17, -81, -110, -50, -127, 111, 2, 107, -54, -123, 21, -74, 119, 64, 27, -69, -71, -93, -69,
    33, 110, -67, -66, -104, -73, -75, 114, -85, -120, 6, 73, -32, 67, 43, -99, 35, -69, -40, -113, -114,
    -64, 95, 65, -96, -108, -49, 84, -80, -58, 64, -103, 64, 33, -107, -53, 4, -29, -2, 122, 58, 39, 64,
    -92, -20, 28, 115, -71, 50, 82, 88, -1, 59, 79, -4, -39, 83, -29, -31, 13, 11, 120, -100, -50, -97, 8,
    -83, 39, 85, 118, 49, -33, -80, 98, -1, -16, 80, -3, -8, 69, -30, -5, 55, -100, -102, -14, 75, 31, -30,
    -115, -113, -96, 9, 69, 1, -87, -36, 53, 124, -4, -67, -50, -12, -74, 49, 87, -26, 17, -110, -108, -116,
    125, -79, -87, 38, 46, 8, 98, 69, -107, 105, -3, -15, -106, 121, 33, -51, 108, 18, -122, -91, 101, 91,
    -90, 124, -20, -6, -15, -76, 25, -28, 103, 124, -31, 113, -105, 104, 3, 64, -109, -24, 14, -57, -113,
    110, 2, 55, 123, -112, 115, -51, 10, -126, -36, 86, -24, 14, 107, 66, -106, -69, -32};
  static constexpr std::array<int, 2> axes{1, 2};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.49f, -1};
  static constexpr std::array<int, 4> output_shape{1, 1, 1, 9};
  static constexpr std::array<std::int8_t, 9> expected{-71, 30, -8, 42, 47, 84, -4, -45, -14};
};

/// 2x5x3x6 -> 2x6
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.02f, 1};
  static constexpr std::array<int, 4> input_shape{2, 5, 3, 6};
  static constexpr std::array<std::int8_t, 180> input{
    -43, -59, -28, 107, -13, -69, 27, -103, -97, 65, -116, 88, 99, 97, 58, 101, -100, -104, 7, 50, -16, -2,
    19, -64, 97, 100, 124, -23, -21, 48, 107, 109, -13, 126, 14, -74, 80, 86, -125, -69, 103, -73, 126, -87,
    117, -95, -49, -20, -114, 117, 61, 78, 115, -94, 79, 113, 104, -60, 80, 93, -72, 63, -69, -30, -6, -114,
    14, 2, -4, 86, 45, 114, -72, -3, -122, -23, -123, -118, -20, 72, -119, 106, 5, -111, -47, 109, -107,
    -128, -80, 5, 3, 112, 82, -75, -7, 14, -10, 35, -72, 97, -125, -94, 121, -44, -28, -62, -118, -100, 76,
    47, 0, -53, 29, -45, -50, 95, 10, -90, -81, 24, -20, 26, -125, -123, -33, -110, -54, 17, -14, -96, -63,
    -51, 119, 65, -121, 92, 79, -127, -70, 21, -115, 1, 1, -124, -126, 31, 98, 36, -111, -122, -49, -29, 95,
    -45, 37, 11, 127, 26, -121, 12, 53, 78, -39, -123, -28, -23, -91, -114, 6, 0, -33, -127, 30, 27, 44,
    -14, -86, -2, -55, 115};
  static constexpr std::array<int, 2> axes{1, 2};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.108443536f, 0};
  static constexpr std::array<int, 2> output_shape{2, 6};
  static constexpr std::array<std::int8_t, 12> expected{
    47, 120, -46, 41, -26, -94, 12, 46, -87, -87, -87, -117};
};

/// 4x33 -> 4x1
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.3f, -8};
  static constexpr std::array<int, 2> input_shape{4, 33};
  static constexpr std::array<std::int8_t, 132> input{
    81, -15, -31, -86, 70, -114, 13, 102, -125, 56, -25, 102, -82, -14, -33, 71, 15, 31, -67, -27, -58, 100,
    -95, 22, -111, -38, -47, -72, 69, 29, -119, -60, -125, -70, 60, 8, -122, 103, 4, 71, -36, 90, 53, -101,
    45, -37, 87, -68, 59, 104, -17, -106, -122, 108, -18, -101, -45, -128, -14, 106, 35, -79, 90, 114, -66,
    -56, -31, -52, -48, 98, -94, 21, 119, -49, -128, 37, -7, -30, -69, -49, -77, -53, 54, -128, 46, -58,
    -76, 47, 107, -67, -26, -95, 3, 13, 124, -33, -25, -73, -85, 22, -114, 19, 70, -116, 111, -65, -79, -86,
    8, 62, -102, -9, -10, 19, 51, 45, 127, 118, -28, -63, -115, -49, 61, -17, 9, 3, 118, 20, -78, -53, -17,
    -97};
  static constexpr std::array<int, 1> axes{1};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{2.4127164f, -3};
  static constexpr std::array<int, 2> output_shape{4, 1};
  static constexpr std::array<std::int8_t, 4> expected{-43, 24, -55, 1};
};

/// 3x2x5x4 -> 3x2x5
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.125f, 0};
  static constexpr std::array<int, 4> input_shape{3, 2, 5, 4};
  static constexpr std::array<std::int8_t, 120> input{
    -41, -118, 56, 19, -124, 62, -20, 66, 125, -86, -49, 99, 26, -32, 9, -67, 122, -85, 45, 117, 44, -106,
    -71, 64, 6, 18, 39, 61, -34, -3, -128, -37, -69, 116, 83, 113, -80, -3, 17, 18, 84, 25, -128, 90, 104,
    18, -46, 109, -51, -23, -36, -4, -55, 33, -15, -120, 111, 82, -107, -15, -121, -113, 23, 116, -125, -22,
    91, -62, 96, -49, -12, -17, 33, -116, 91, -58, -82, -53, 92, 0, 17, 44, -104, -27, -42, 45, -40, -58,
    -54, 92, -115, -72, -58, -72, 46, -5, 49, -68, -37, 53, 56, -42, -125, 54, -61, -47, 36, 127, -26, -36,
    -103, -93, 66, 88, 28, 92, 83, 104, 78, -57};
  static constexpr std::array<int, 1> axes{3};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.35f, 0};
  static constexpr std::array<int, 3> output_shape{3, 2, 5};
  static constexpr std::array<std::int8_t, 30> expected{
    -30, -6, 32, -23, 71, -25, 44, -72, 87, -17, 25, 66, -41, -56, 25, -34, -42, 6, -18, -15, -25, -34, -53,
    -32, -1, -20, 20, -92, 98, 74};
};

/// 2x3x4x5 -> 1x3x4x1
struct case_4 {
  static constexpr tenon::encoding input_encoding{1.7f, 3};
  static constexpr std::array<int, 4> input_shape{2, 3, 4, 5};
  static constexpr std::array<std::int8_t, 120> input{
    102, 43, 14, -72, 64, 80, -90, -46, -44, 119, 54, -12, 109, -41, 38, 58, 126, -17, -125, 57, 63, -74,
    62, -11, 55, 110, -97, 45, 112, 29, 9, 7, 56, 2, -93, -97, 36, -15, -66, -56, 125, 2, -94, -47, -14,
    111, 104, -34, 113, 73, 121, -122, 6, 24, -101, -71, 127, -115, -95, 38, -51, -108, -11, 58, 102, -26,
    -111, 80, 47, 89, -43, 62, -84, -127, -64, 29, -7, 97, -14, -9, -1, -49, 80, -122, -123, 26, -30, 23,
    -81, -38, -31, -60, -64, -50, 18, 20, -120, -96, 100, -21, -21, -87, 28, 98, 48, -95, -76, -126, -95,
    -65, -45, -38, 77, -111, -41, 56, -82, 83, -128, -8};
  static constexpr std::array<int, 2> axes{0, 3};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{7.526221f, 1};
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{26, 16, -30, 38, -33, 17, -52, -77, 3, -26, -58, -50};
};

/// 6x11 -> 11
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.004f, 1};
  static constexpr std::array<int, 2> input_shape{6, 11};
  static constexpr std::array<std::int8_t, 66> input{
    123, -122, 105, -70, 32, -120, -112, 66, 120, 44, -102, -128, -123, 88, 45, 19, 17, -72, 101, 114, -107,
    123, -2, -76, 50, 26, -79, -56, -41, 127, -58, -16, 16, 50, 13, 53, 41, 10, -62, 84, 127, -84, 4, 11,
    -98, -125, -12, 68, 113, -96, -5, 60, -38, -94, -35, 13, -95, -3, 117, 86, -90, -125, -67, -46, 36, -15};
  static constexpr std::array<int, 1> axes{0};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.013717143f, 0};
  static constexpr std::array<int, 1> output_shape{11};
  static constexpr std::array<std::int8_t, 11> expected{-14, -128, 80, 64, 51, -120, -81, 119, 1, -41, -2};
};

/// 3x2x2x5 -> 5
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.06f, -1};
  static constexpr std::array<int, 4> input_shape{3, 2, 2, 5};
  static constexpr std::array<std::int8_t, 60> input{
    -40, -69, 52, -102, 70, 96, 61, 90, 59, 116, -114, 113, 114, 104, -41, 24, -61, -16, -2, -124, -128, 18,
    38, -111, -58, 127, 120, 75, -59, -115, -20, -96, -1, -88, -121, 48, -14, 21, -57, 29, 19, -120, -10,
    91, -16, 97, -35, -101, -58, 49, -4, -97, -6, -126, -101, 57, -93, 33, -2, -77};
  static constexpr std::array<int, 3> axes{0, 1, 2};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.29098454f, -1};
  static constexpr std::array<int, 1> output_shape{5};
  static constexpr std::array<std::int8_t, 5> expected{35, -55, 61, -71, -79};
};

/// 24x3 -> 24x1
struct case_7 {
  static constexpr tenon::encoding input_encoding{0.02f, 0};
  static constexpr std::array<int, 2> input_shape{24, 3};
  static constexpr std::array<std::int8_t, 72> input{
    -42, -69, 102, -25, 88, -87, -119, -19, -93, -109, -93, 20, -41, 64, -20, -44, -96, -36, 4, -9, -63,
    -125, 42, 117, 8, 46, 45, 92, 92, 30, 90, 125, -58, 114, -7, -75, 32, -98, -65, 52, -128, 73, 78, 94,
    -128, 47, -15, -28, -65, 122, 4, 127, 19, -40, -61, 3, -92, -61, 67, 13, -10, -16, -116, -121, -4, -81,
    -99, -102, 60, -90, 71, -94};
  static constexpr std::array<int, 1> axes{1};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.048497424f, 0};
  static constexpr std::array<int, 2> output_shape{24, 1};
  static constexpr std::array<std::int8_t, 24> expected{
    -4, -10, -95, -75, 1, -73, -28, 14, 41, 88, 65, 13, -54, -1, 18, 2, 25, 44, -62, 8, -59, -85, -58, -47};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7>;

}  // namespace tenon_golden::reduce_sum
