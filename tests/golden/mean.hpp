// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 mean; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::mean {

/// 1x7x7x9 -> 1x1x1x9
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 7, 7, 9};
  static constexpr std::array<std::int8_t, 441> input{
    -54, 71, 50, 35, -40, 77, -120, 61, 43, 11, 3, 125, 2, 13, -66, 11, -6, -124, -94, 40, 95, 93, 86, 1,
    111, 94, 1, 15, 61, 14, -9, 37, -32, 87, -8, -107, 7, -12, 37, -23, -94, 106, 119, -51, 108, 102, -75,
    39, 122, -127, 116, 21, -22, 66, -11, 0, -26, -4, -1, 115, -32, 91, -81, 102, 54, -58, 82, 1, -1, -95,
    124, 42, -31, 111, 91, 21, -104, 11, -4, -31, -13, -49, 61, 15, -110, 3, 54, -18, -38, -30, -75, 9, -27,
    8, 111, 49, 58, -30, -52, -5, -15, 69, -98, -105, -124, 97, 24, -90, -76, 8, 67, 21, -87, -59, -79, 65,
    71, 69, -33, -91, 86, 117, -28, 79, 61, 87, 123, -101, -80, 107, 98, 88, 97, -97, -64, 24, -89, -62,
    -109, 54, 49, 12, 2, -100, 65, -123, -5, -83, -35, 73, 7, -21, -33, -89, -85, -42, -52, -114, 103, -23,
    -62, 52, -21, -39, 98, 24, -18, -36, -89, -89, -44, 66, 6, 2, -48, -44, 127, 124, -58, -74, 90, -81, 17,
    42, 82, 42, 37, 10, 40, -96, 23, 109, 79, -74, 55, 20, -60, 102, -103, 80, 66, 122, 35, -28, 17, 99, 12,
    17, 74, -117, 111, -56, 28, -98, 85, 28, -34, -105, -4, -10, 45, -112, 77, 51, 12, -5, -86, -33, -31,
    -124, 72, -83, -1, 46, -46, 125, 70, -29, -105, -113, -34, -3, -56, -117, 58, 111, 16, -68, 78, -126,
    98, 42, 50, 125, 92, -71, 87, -117, 58, 70, 103, -4, 50, 81, -8, 114, -86, -30, -44, -24, 121, 113,
    -128, -128, -15, 91, -53, -128, -81, -47, 42, -60, -23, 86, -28, -123, 98, 32, -103, -55, -37, -32, 101,
    66, -93, -10, -74, -13, -101, 68, 19, -42, 20, -87, -123, 10, -97, -1, -39, 3, -104, 55, -93, 87, 49,
    -60, -104, 62, 65, 5, 78, -84, -31, 18, 71, 65, -63, 43, -114, -92, 77, 54, -78, -48, 111, 106, -110,
    70, -40, -10, -68, 81, -35, -87, 49, -110, -6, 80, 79, 127, -124, 113, 105, 124, 40, 93, -80, -73, 70,
    85, -9, 110, -89, 16, 125, 19, -127, -70, 98, -6, 12, -59, 127, 14, -34, 102, 82, -6, -109, 86, 22, 49,
    -74, -28, 29, -22, 6, 1, -123, 58, 48, -42, -111, 29, 85, -20, 90, -122, 14, -62, 119, -70, -126, 79,
    -109, 88, 125, 92, -62, 40, -105, 72, -101, -34, -90, 26, -39, -90, 106, -103, -82, 42, 37, -123, 28,
    -18, -115, -124, -109, 81, 54, 82, -48, -87, -121, -107, 44, -21, 12, 8, 57};
  static constexpr std::array<int, 2> axes{1, 2};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.011f, 4};
  static constexpr std::array<int, 4> output_shape{1, 1, 1, 9};
  static constexpr std::array<std::int8_t, 9> expected{-26, 42, 78, 4, 15, 21, -7, 69, 17};
};

/// 2x5x3x6 -> 2x6
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.02f, 17};
  static constexpr std::array<int, 4> input_shape{2, 5, 3, 6};
  static constexpr std::array<std::int8_t, 180> input{
    -90, -113, 127, 32, 104, 99, 58, -121, -47, -6, -65, 13, -16, -2, 15, -33, -108, -62, 29, -5, -99, -75,
    -31, -29, 87, 55, 17, -45, 0, 78, -84, 112, -91, -23, 48, 55, 74, 116, 64, 123, -61, -112, 58, -49, 69,
    37, -109, -15, 29, 101, -40, 56, 33, 88, -17, -65, -112, 22, -38, -81, -61, 72, 15, 49, 127, -51, -92,
    -41, -82, 26, 58, 106, 64, 25, 54, 45, -96, -76, 62, -37, -36, -34, -38, 48, -43, 17, 50, -111, 49, 84,
    14, -2, 52, 121, 37, 97, 122, 7, 36, 15, -56, -119, -15, 45, 69, 19, 31, -48, -113, -109, 40, 21, -27,
    15, 53, -15, -78, -53, 93, -44, -84, -20, 51, 5, 24, 26, -127, 81, 57, -124, 74, -4, -11, -59, -1, 82,
    13, 115, -104, -35, -70, 53, -14, -110, -16, 42, 21, 82, 62, 24, -128, 28, 81, -2, -85, 10, -122, 120,
    52, -29, -83, -99, -9, -4, -80, -114, 30, -62, -7, -112, -2, 87, 90, -111, 113, -11, 1, 127, 4, 17};
  static constexpr std::array<int, 2> axes{1, 2};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.02f, 17};
  static constexpr std::array<int, 2> output_shape{2, 6};
  static constexpr std::array<std::int8_t, 12> expected{4, 4, -7, 4, -9, 10, -29, -3, 15, 19, 13, -20};
};

/// 4x33 -> 4x1
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.3f, -128};
  static constexpr std::array<int, 2> input_shape{4, 33};
  static constexpr std::array<std::int8_t, 132> input{
    121, -46, 83, 24, 23, -85, -126, 24, 99, -116, -14, -42, -61, 35, -15, -124, -35, -17, -69, 0, -107,
    -87, 14, 6, 23, -70, 8, -55, 49, -41, -86, -102, -73, -111, 81, 107, 73, -119, -96, -56, -111, 41, -84,
    70, 25, 17, -40, 86, -83, 118, -1, -105, 24, -67, 75, 33, 48, -3, 73, -111, 46, 127, 79, 61, 92, 48, 33,
    -121, 78, -6, -105, -118, 0, 45, 4, -78, -33, 61, -2, 36, 51, 109, -98, 22, -120, -116, -100, -24, -111,
    -128, 34, 52, 61, 119, 23, 113, -47, 3, -19, -71, -72, 22, -29, -101, -116, 69, -60, 55, -54, 34, -73,
    -110, 62, 56, -98, 39, -66, 66, -96, -16, -127, -124, -57, 119, -80, -12, -6, 88, 83, -119, -12, 18};
  static constexpr std::array<int, 1> axes{1};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.05f, 9};
  static constexpr std::array<int, 2> output_shape{4, 1};
  static constexpr std::array<std::int8_t, 4> expected{127, 127, 127, 127};
};

/// 3x2x5x4 -> 3x2x5
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.125f, 0};
  static constexpr std::array<int, 4> input_shape{3, 2, 5, 4};
  static constexpr std::array<std::int8_t, 120> input{
    -19, -54, 44, -26, 124, -73, 51, 22, 112, 10, 127, -20, -119, 75, -128, -56, -61, 53, 13, -34, 112, 58,
    12, 58, 6, -93, -30, -89, -18, -116, 60, -67, 94, 49, -16, -88, 86, 19, 45, 3, 58, -109, 44, 72, 41, 22,
    -120, 119, -86, 33, 126, -97, 116, 116, -88, -45, -62, -126, -72, 63, 79, 64, 112, 53, -72, 73, 68, 24,
    112, -33, -75, 73, 46, 77, 81, 103, 127, -85, 22, -37, -57, -74, 120, 37, -81, -74, 33, -89, 104, -65,
    -122, 9, -96, -60, 38, -21, -113, -83, -122, 120, -52, -64, -84, -81, 0, -101, -63, -90, -26, -28, 37,
    24, 9, 115, -62, 124, -83, -39, 109, 100};
  static constexpr std::array<int, 1> axes{3};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.0625f, 0};
  static constexpr std::array<int, 3> output_shape{3, 2, 5};
  static constexpr std::array<std::int8_t, 30> expected{
    -27, 62, 115, -114, -14, 120, -103, -70, 20, 77, 33, 31, -12, 50, -98, 127, 47, 39, 127, 14, 13, -105,
    -37, -69, -99, -128, -127, 4, 93, 44};
};

/// 2x3x4x5 -> 1x3x4x1
struct case_4 {
  static constexpr tenon::encoding input_encoding{1.7f, 50};
  static constexpr std::array<int, 4> input_shape{2, 3, 4, 5};
  static constexpr std::array<std::int8_t, 120> input{
    63, -100, 104, -20, -14, -62, 16, 65, 29, 51, -33, 30, -63, 91, -111, 60, 18, 34, 70, 95, -89, -52, -93,
    2, -113, 100, 108, -6, 125, -25, 27, -99, 63, -31, 62, -6, -34, 37, 108, -62, 29, 82, 73, 125, 17, 11,
    113, 42, -12, 70, -87, 119, -128, 17, 19, 127, -72, 37, -18, -88, 16, 32, -88, -49, 55, 119, 16, 109,
    -75, -20, 108, 47, -103, -34, 70, -76, 54, -90, 38, -29, -84, 1, 109, -8, -94, 120, -9, 64, -5, -101,
    -42, -31, -13, -55, -41, -112, 126, 51, -67, -46, -115, 127, -11, -118, 86, 123, -113, -118, 82, 109,
    75, 45, 45, -116, 44, -27, -40, -40, -113, -40};
  static constexpr std::array<int, 2> axes{0, 3};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.9f, -50};
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{
    -128, -98, -128, -112, -128, -74, -128, -128, -89, -87, -128, -128};
};

/// 6x11 -> 11
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.004f, 20};
  static constexpr std::array<int, 2> input_shape{6, 11};
  static constexpr std::array<std::int8_t, 66> input{
    6, -74, -112, -44, 79, 59, -27, 73, 61, -56, 30, 87, 103, 61, -31, 127, 25, -114, -15, -128, 125, 127,
    61, -2, -15, -66, -18, -34, -128, 39, 68, 107, -49, -26, -11, -126, 121, 124, -2, -30, 101, 98, -78,
    -66, 20, 13, -11, -124, 20, -4, -48, -79, -90, 63, -92, -79, -86, 120, -112, -107, 16, -71, 55, 90,
    -105, 40};
  static constexpr std::array<int, 1> axes{0};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.0013f, 60};
  static constexpr std::array<int, 1> output_shape{11};
  static constexpr std::array<std::int8_t, 11> expected{34, -31, -44, -128, 114, 29, -128, 88, 49, 27, -7};
};

/// 3x2x2x5 -> 5
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.06f, -9};
  static constexpr std::array<int, 4> input_shape{3, 2, 2, 5};
  static constexpr std::array<std::int8_t, 60> input{
    52, 44, 17, 49, -117, -128, 80, 84, 82, -2, 10, 122, 74, -10, -122, 107, -30, -12, 67, 65, 22, 64, -46,
    -58, -41, 100, 79, 4, 85, 86, -66, -108, 29, 122, 73, 38, 127, -114, 30, -6, -86, 92, 64, -105, -56,
    -46, 37, -90, 106, -42, 0, -6, 115, 75, 72, -43, -1, 105, -50, 91};
  static constexpr std::array<int, 3> axes{0, 1, 2};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.031f, -100};
  static constexpr std::array<int, 1> output_shape{5};
  static constexpr std::array<std::int8_t, 5> expected{-89, -2, -45, -19, -82};
};

/// 24x3 -> 24x1
struct case_7 {
  static constexpr tenon::encoding input_encoding{0.02f, 5};
  static constexpr std::array<int, 2> input_shape{24, 3};
  static constexpr std::array<std::int8_t, 72> input{
    -98, -122, 95, 17, 15, -33, 62, -128, -79, -123, 31, 65, 89, 35, 84, -94, 71, 25, -27, 121, 48, -124,
    14, 82, 24, -83, 64, 113, -61, -60, -81, -39, -116, 87, -63, -101, 5, -45, 51, 16, -107, -9, -80, 126,
    10, -80, -67, 114, 29, -2, 9, 90, 119, 108, -37, -20, -75, -112, 127, -30, -125, 79, -23, 44, -11, 67,
    -84, -55, -18, -100, -67, -26};
  static constexpr std::array<int, 1> axes{1};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.71f, 0};
  static constexpr std::array<int, 2> output_shape{24, 1};
  static constexpr std::array<std::int8_t, 24> expected{
    -1, 0, -2, 0, 2, 0, 1, 0, 0, 0, -2, -1, 0, -1, 0, 0, 0, 3, -1, 0, -1, 1, -2, -2};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7>;

}  // namespace tenon_golden::mean
