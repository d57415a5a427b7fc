// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 reduce_min; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::reduce_min {

/// 1x7x7x9 -> 1x1x1x9
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 7, 7, 9};
  static constexpr std::array<std::int8_t, 441> input{
    -84, 61, 127, -86, 68, -26, -6, 3, 93, -44, -57, 86, -3, 46, 127, 14, 16, 6, -30, 122, 12, -46, 114,
    -78, 6, -77, 18, 118, -105, 27, -115, 49, 116, -17, -11, 34, -57, 64, 114, -87, -90, -67, -64, -77, 13,
    103, 24, 101, 47, 57, 124, -119, -114, 97, -117, -41, 118, 95, -80, -96, 48, -113, -5, -21, 75, -105,
    76, 39, -81, 108, 76, 7, 99, -7, 103, -39, 80, 42, 113, 116, 83, 91, 25, -126, -93, -71, -75, 80, 69,
    -47, -53, 71, -20, 41, 126, 96, -14, 25, -128, -56, 39, -38, 79, 25, -115, 54, -100, 6, -8, 30, 17, -82,
    -54, -85, -23, -100, 79, 83, 7, -61, -41, -91, -16, -89, 91, -73, -103, 74, 45, -110, 58, 51, -109, 44,
    72, 33, -123, 98, 57, 61, -72, 22, -88, -27, 7, 32, -79, -74, 77, 94, -117, -38, 119, 67, 17, -63, 111,
    17, 103, 14, 78, 11, 44, 14, 109, -22, 57, 83, 61, 49, 30, 51, -111, 66, -4, 121, -110, 102, 121, 22,
    -32, 13, 33, -39, -67, 38, -120, -93, 46, 3, 64, -67, -64, 59, -29, -8, -101, -14, -10, -116, 111, 124,
    -30, -47, 39, 114, 94, -88, -112, -122, 60, -93, -23, -67, 109, -92, -93, -79, -69, -89, 125, 48, 44,
    -105, 71, -67, -15, 76, 5, 79, 40, 72, 54, -7, -54, -125, -74, -32, 13, -102, 46, 111, -14, 79, 9, -91,
    101, -105, 4, -39, 69, -121, -11, 120, 6, -79, -33, 108, 10, -61, 119, 50, 76, 44, 29, -32, 15, 120,
    -118, 0, -58, 122, -6, -86, 94, -5, -127, 71, 96, 73, -1, 98, -109, 99, -27, 117, 18, 96, 103, -60, -47,
    95, -66, 122, -54, 44, 14, 54, 83, 77, 124, 64, -90, 72, -29, -76, -67, -69, 5, 62, 105, -47, -78, -82,
    -119, -72, 103, 95, 125, 124, 77, -55, 95, -108, -84, 124, -62, 98, 30, -24, 24, 64, -87, 70, -28, 58,
    -109, -91, 60, -61, 91, 119, -111, -14, -102, -47, 29, -57, 20, -80, 123, -113, -52, -120, -110, 84,
    -44, 99, -45, -110, -55, 114, -59, 115, -16, 34, 50, 84, 82, 67, 19, -118, -40, -39, 23, -17, 20, -13,
    -109, 80, -94, -56, -45, 96, 43, 95, 118, 105, -73, -16, -65, -17, -90, -18, 5, -30, 110, 37, 113, -64,
    35, -99, -118, -36, -25, 50, 4, -104, 70, 4, 51, 73, 78, 7, -3, -86, 39, 63, -44, -106, 10, 83, -41, 87,
    49, 26, -87, 6, 18, 24, -94, 7, -61, -23, -101, 35, 29, 96, -39, 120, -107};
  static constexpr std::array<int, 2> axes{1, 2};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> output_shape{1, 1, 1, 9};
  static constexpr std::array<std::int8_t, 9> expected{-117, -125, -126, -115, -105, -115, -127, -118, -128};
};

/// 2x5x3x6 -> 2x6
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.02f, 17};
  static constexpr std::array<int, 4> input_shape{2, 5, 3, 6};
  static constexpr std::array<std::int8_t, 180> input{
    -10, -7, 16, 127, -50, -43, 120, -66, 31, -118, -3, 0, 3, 34, 74, 1, -19, 33, -62, -75, 74, -105, -107,
    31, 94, -109, -97, 21, -30, 67, -11, 35, -46, 48, 125, -75, 46, -116, 113, 89, 16, -96, 119, 62, -54,
    -39, -80, 25, 3, 31, -72, 66, 109, -88, -28, 108, 106, 20, 15, 16, 77, -60, -9, -25, 122, -12, -119, 66,
    26, -111, 19, -128, -10, 26, -127, -51, 127, 63, 126, 110, -59, 52, -9, -114, -91, 42, 4, -12, 106, -84,
    91, -120, -108, -102, 112, 84, -113, -102, -93, -31, 33, -106, -54, -114, 55, 9, 36, -28, 57, 70, -29,
    119, 92, -49, -31, -102, -98, 32, -87, -10, -124, -51, -109, 77, -41, -78, -50, 37, 1, -10, -125, 78,
    -30, -4, -75, 111, 29, -125, -100, -38, -108, 107, 106, -4, 108, 47, 24, 9, -101, -83, 108, 50, -23,
    -81, 45, 40, 58, -114, -1, 23, -36, 94, 101, 5, -41, -128, -38, 6, 64, -10, 21, 35, 66, -41, 101, -81,
    56, -15, -22, -32};
  static constexpr std::array<int, 2> axes{1, 2};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.02f, 17};
  static constexpr std::array<int, 2> output_shape{2, 6};
  static constexpr std::array<std::int8_t, 12> expected{
    -119, -116, -127, -118, -107, -128, -124, -120, -109, -128, -125, -125};
};

/// 4x33 -> 4x1
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.3f, -128};
  static constexpr std::array<int, 2> input_shape{4, 33};
  static constexpr std::array<std::int8_t, 132> input{
    -26, -99, -45, 101, 117, -84, -116, 27, 89, -35, 5, 121, -103, -75, 13, 95, 46, 41, -30, 57, 32, 38,
    108, -22, 4, -1, -25, 71, -91, 44, 56, 3, -30, 3, -13, 72, -50, -38, 126, 1, -6, -6, 5, 23, 51, -112,
    109, -20, 37, -128, 109, 127, -35, -23, 78, -107, -82, 86, -115, -23, 37, 123, 76, -93, 5, -65, -112,
    -60, -13, -105, 58, 91, 61, -23, 60, -89, 3, -61, -61, -83, 24, 18, 68, 50, 95, 35, -89, 20, -97, -67,
    74, 96, -64, 120, 60, -41, -113, 43, -114, 110, -45, -71, 21, 58, -46, 105, 16, -81, 74, 29, 114, -19,
    16, -105, -57, -54, -47, -125, 108, -50, -11, 24, -58, 127, -37, 88, -124, 36, -46, -14, 116, 7};
  static constexpr std::array<int, 1> axes{1};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.3f, -128};
  static constexpr std::array<int, 2> output_shape{4, 1};
  static constexpr std::array<std::int8_t, 4> expected{-116, -128, -114, -125};
};

/// 3x2x5x4 -> 3x2x5
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.125f, 0};
  static constexpr std::array<int, 4> input_shape{3, 2, 5, 4};
  static constexpr std::array<std::int8_t, 120> input{
    -93, -10, -59, 48, 15, 69, -111, -119, -35, 108, 60, -105, 28, 83, -40, -87, -39, -112, -116, 80, -45,
    -13, 62, -113, 127, 55, -27, -67, 29, 97, -122, -26, -9, -37, -34, 30, 78, 12, -128, -72, 89, -27, 8,
    64, 41, -127, 38, -54, -121, 57, -11, 9, 61, 101, 77, 110, -98, 88, 14, -109, 61, -128, 88, -12, -70,
    -118, 57, 55, -57, -61, -2, 62, -38, 18, -116, -10, 68, 95, -8, -105, 116, 74, 108, 78, -90, -71, 116,
    40, 79, 100, 5, 66, -15, 106, 93, 58, -22, 93, -114, 107, -84, -31, 38, -13, -3, 29, 0, -8, 92, 109,
    -114, -99, 111, -38, 43, -18, -123, -90, 58, 23};
  static constexpr std::array<int, 1> axes{3};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.125f, 0};
  static constexpr std::array<int, 3> output_shape{3, 2, 5};
  static constexpr std::array<std::int8_t, 30> expected{
    -93, -119, -105, -87, -116, -113, -67, -122, -37, -128, -27, -127, -121, 61, -109, -128, -118, -61,
    -116, -105, 74, -90, 5, -15, -114, -84, -8, -114, -38, -123};
};

/// 2x3x4x5 -> 1x3x4x1
struct case_4 {
  static constexpr tenon::encoding input_encoding{1.7f, 50};
  static constexpr std::array<int, 4> input_shape{2, 3, 4, 5};
  static constexpr std::array<std::int8_t, 120> input{
    22, -6, -30, -21, 126, -12, 67, -44, -5, -128, 59, -123, 37, -6, -82, 127, -66, -5, -81, -80, 16, 75,
    41, 41, -29, 34, -99, 124, -21, -93, -37, 47, -31, -89, -104, 44, 0, -123, -76, -24, 123, 101, -47,
    -123, -57, 14, 24, -62, -44, 77, 24, -51, 120, -32, -27, 82, 17, -24, -35, 3, -78, -21, 113, -35, 122,
    -56, 45, 102, 110, 19, 45, 125, 75, -40, 23, 10, -2, 75, 62, 42, 34, -22, 120, 98, 33, 61, 59, 33, -110,
    -87, 61, -125, -11, 10, -98, 81, -36, 121, -2, -13, 79, -125, -59, -92, -93, 40, 85, 76, -60, -128, -81,
    -41, -99, 7, 104, -8, -77, -20, -55, -116};
  static constexpr std::array<int, 2> axes{0, 3};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{1.7f, 50};
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{
    -78, -128, -123, -81, -29, -110, -125, -123, -125, -128, -99, -116};
};

/// 6x11 -> 11
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.004f, 20};
  static constexpr std::array<int, 2> input_shape{6, 11};
  static constexpr std::array<std::int8_t, 66> input{
    -5, -3, -113, -68, 107, 90, -80, 72, -8, 100, -115, -16, 102, 28, 115, 54, -60, -26, 70, -4, 111, -92,
    63, -89, -128, -11, 63, -111, -46, 26, -126, 98, 121, -92, 127, -53, -112, -60, 25, 86, -118, 3, 3, -28,
    -58, -41, -91, -115, 54, 119, 58, -30, -77, -9, 85, 70, 23, 25, 38, -2, 56, 29, 16, 114, -89, -28};
  static constexpr std::array<int, 1> axes{0};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.004f, 20};
  static constexpr std::array<int, 1> output_shape{11};
  static constexpr std::array<std::int8_t, 11> expected{
    -92, -89, -128, -115, -60, -111, -80, -118, -126, -89, -115};
};

/// 3x2x2x5 -> 5
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.06f, -9};
  static constexpr std::array<int, 4> input_shape{3, 2, 2, 5};
  static constexpr std::array<std::int8_t, 60> input{
    -55, -10, -8, 4, 48, 66, -113, -82, -33, 72, 85, 49, -117, 126, -92, -108, -108, -49, -39, -111, 49, 38,
    -54, -40, 95, 101, 109, -118, 19, -115, -112, -93, -3, 20, -72, -15, 67, -110, 84, 10, 96, -73, -36,
    -128, 35, -97, -10, -121, -48, -94, 27, 99, 119, -17, 40, -126, 59, 79, -99, 127};
  static constexpr std::array<int, 3> axes{0, 1, 2};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.06f, -9};
  static constexpr std::array<int, 1> output_shape{5};
  static constexpr std::array<std::int8_t, 5> expected{-126, -113, -121, -128, -115};
};

/// 24x3 -> 24x1
struct case_7 {
  static constexpr tenon::encoding input_encoding{0.02f, 5};
  static constexpr std::array<int, 2> input_shape{24, 3};
  static constexpr std::array<std::int8_t, 72> input{
    29, 106, 95, -55, 12, 53, 74, 77, -24, -41, -69, 65, 14, 15, -112, 2, 69, 24, -122, 71, 57, -22, 18,
    127, -127, -117, -46, -53, -90, -15, -115, -82, -50, -75, 59, 63, -62, -115, 107, -14, 103, 8, 12, -79,
    64, -67, -128, -116, -118, -71, 37, 9, 92, -88, 99, -64, -46, 106, -118, -93, -123, -58, -47, 54, 95,
    30, -16, 75, -44, 93, -14, 29};
  static constexpr std::array<int, 1> axes{1};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.02f, 5};
  static constexpr std::array<int, 2> output_shape{24, 1};
  static constexpr std::array<std::int8_t, 24> expected{
    29, -55, -24, -69, -112, 2, -122, -22, -127, -90, -115, -75, -115, -14, -79, -128, -118, -88, -64, -118,
    -123, 30, -44, -14};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7>;

}  // namespace tenon_golden::reduce_min
