// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 batch_matmul; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::batch_matmul {

/// 3x5 times 5x4
struct case_0 {
  static constexpr tenon::encoding first_encoding{0.05f, -3};
  static constexpr std::array<int, 2> first_shape{3, 5};
  static constexpr std::array<std::int8_t, 15> first{
    56, 112, 41, -43, 115, -126, -115, -128, 37, -84, 127, -121, 64, 10, -57};
  static constexpr tenon::encoding second_encoding{0.021f, 17};
  static constexpr std::array<int, 2> second_shape{5, 4};
  static constexpr std::array<std::int8_t, 20> second{
    87, -8, 41, -128, -75, 6, -125, -111, -4, -117, 49, 53, -17, 86, 21, -102, 116, 74, 94, 127};
  static constexpr bool first_transposed = false;
  static constexpr bool second_transposed = false;
  static constexpr tenon::encoding output_encoding{0.21130842f, 4};
  static constexpr std::array<int, 2> output_shape{3, 4};
  static constexpr std::array<std::int8_t, 12> expected{32, -19, -19, -16, -21, 99, 18, 74, 67, -61, 93, -40};
};

/// 2x4x7 times 2x7x3
struct case_1 {
  static constexpr tenon::encoding first_encoding{0.011f, 127};
  static constexpr std::array<int, 3> first_shape{2, 4, 7};
  static constexpr std::array<std::int8_t, 56> first{
    117, -106, -122, -52, 119, 9, 43, 81, 127, 33, -101, -26, -66, 5, 80, -114, -48, -94, 2, 94, 55, -24,
    63, -94, -48, 36, -73, -34, 99, -91, -103, 16, 22, 16, 86, -128, -122, -47, 1, -97, 47, 32, -89, 84,
    -103, 127, 43, -47, -64, -23, -8, -68, -24, 20, 78, -63};
  static constexpr tenon::encoding second_encoding{0.3f, 60};
  static constexpr std::array<int, 3> second_shape{2, 7, 3};
  static constexpr std::array<std::int8_t, 42> second{
    -42, 123, 118, -8, 34, -9, 6, 90, 5, 69, 0, 4, 103, 40, -51, 112, 78, -81, 97, 127, 42, 104, 118, 62,
    73, -101, -26, -8, 47, 124, -104, 33, 59, -127, -124, -127, -103, -51, 41, -128, 38, -78};
  static constexpr bool first_transposed = false;
  static constexpr bool second_transposed = false;
  static constexpr tenon::encoding output_encoding{0.5500517f, -9};
  static constexpr std::array<int, 3> output_shape{2, 4, 3};
  static constexpr std::array<std::int8_t, 24> expected{
    106, -2, 127, -89, -13, 127, 104, 41, 127, 50, -108, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127,
    127, 127, 127};
};

/// 2x7x4 times 2x7x3
struct case_2 {
  static constexpr tenon::encoding first_encoding{0.03f, 0};
  static constexpr std::array<int, 3> first_shape{2, 7, 4};
  static constexpr std::array<std::int8_t, 56> first{
    -110, -117, -58, -128, -23, 48, -86, -15, -48, -10, 98, -119, -57, -108, -43, 43, -75, 51, 16, 29, 121,
    -46, -117, 52, 127, -117, -17, 28, 40, 43, 120, -18, 8, 51, -126, -51, 0, 74, -46, 33, 38, 49, 79, 65,
    7, 43, 38, 69, 73, -24, 67, -53, -95, -77, 31, 109};
  static constexpr tenon::encoding second_encoding{0.05f, 1};
  static constexpr std::array<int, 3> second_shape{2, 7, 3};
  static constexpr std::array<std::int8_t, 42> second{
    90, -48, 41, -87, -6, 84, -16, -113, -12, -24, 25, -69, -67, 4, 127, -56, 122, -10, 76, 104, 12, -99,
    -63, -100, 7, 125, -56, -33, -37, 112, -127, -66, 63, -123, -104, 24, 127, -128, -40, 87, -65, -106};
  static constexpr bool first_transposed = true;
  static constexpr bool second_transposed = false;
  static constexpr tenon::encoding output_encoding{0.46432936f, -100};
  static constexpr std::array<int, 3> output_shape{2, 4, 3};
  static constexpr std::array<std::int8_t, 24> expected{
    -93, 20, -128, -128, -128, -59, -80, -128, -115, -128, -2, -114, -128, -126, -83, -128, -96, -54, -128,
    -128, -128, -128, -128, -85};
};

/// 1x6x9 times 5x9
struct case_3 {
  static constexpr tenon::encoding first_encoding{0.003921569f, -128};
  static constexpr std::array<int, 3> first_shape{1, 6, 9};
  static constexpr std::array<std::int8_t, 54> first{
    25, 75, -36, 113, 104, 26, -21, 66, -121, -91, -6, -95, 100, -33, -27, -119, -103, 92, -112, 59, 11,
    -71, -39, 127, -128, -3, -62, 77, -16, 47, -34, -76, 91, -116, 120, 52, 10, -56, -74, -63, 109, -109,
    -126, -102, -64, 119, 54, -14, -35, -100, -21, 85, 47, 9};
  static constexpr tenon::encoding second_encoding{0.0078125f, 0};
  static constexpr std::array<int, 2> second_shape{5, 9};
  static constexpr std::array<std::int8_t, 45> second{
    -24, 82, -31, 85, 98, -45, -30, -108, -72, 82, -26, -38, -24, -111, -80, 67, 36, -93, 12, 64, 59, 87,
    67, 25, -77, 127, 4, -54, -105, -13, -43, -86, -75, 58, -104, 69, -85, 6, 84, -68, 62, 25, -121, -128,
    70};
  static constexpr bool first_transposed = false;
  static constexpr bool second_transposed = true;
  static constexpr tenon::encoding output_encoding{0.008272059f, -128};
  static constexpr std::array<int, 3> output_shape{1, 6, 5};
  static constexpr std::array<std::int8_t, 30> expected{
    -47, -128, 127, -128, -128, -78, -128, 29, -128, -112, -128, -128, 71, -128, -98, -128, -128, 125, -128,
    -128, -49, -128, 1, -128, -110, -128, -109, 21, -128, -128};
};

/// 3x1x2x6 times 4x6x5
struct case_4 {
  static constexpr tenon::encoding first_encoding{0.125f, 2};
  static constexpr std::array<int, 4> first_shape{3, 1, 2, 6};
  static constexpr std::array<std::int8_t, 36> first{
    6, -4, 31, 57, 88, -51, 105, -98, 76, 17, 57, 66, 45, -57, 94, 36, -88, 117, 45, -38, -76, -94, -84,
    127, 28, 0, 32, -37, -17, -56, -108, -88, -128, 43, 75, -128};
  static constexpr tenon::encoding second_encoding{0.125f, 2};
  static constexpr std::array<int, 3> second_shape{4, 6, 5};
  static constexpr std::array<std::int8_t, 120> second{
    -11, 85, 127, 30, -70, -3, -113, -6, -13, 89, -126, -65, -77, 104, 54, 107, 23, -95, 8, 77, -109, 41,
    88, -110, 54, -10, -71, 126, -56, 89, -80, 81, -44, -128, -99, -78, -26, -46, -123, 72, -68, 115, -23,
    -106, 79, -81, -26, -119, -116, 127, -125, 95, -111, -28, 45, 19, 48, -126, 81, -41, -51, -60, -34, 35,
    -112, -121, 93, 13, -26, 54, 67, 123, -14, 41, 71, -66, 63, 32, -34, 106, 21, 82, 97, -107, 106, -43,
    -29, 97, 21, -9, 46, -57, -21, -102, -32, -102, -31, -81, 4, -75, 112, -109, 62, 29, 102, -96, 81, 112,
    39, -53, -55, -75, -87, -14, -80, 4, 5, -48, -127, 112};
  static constexpr bool first_transposed = false;
  static constexpr bool second_transposed = false;
  static constexpr tenon::encoding output_encoding{3.4445949f, 2};
  static constexpr std::array<int, 4> output_shape{3, 4, 2, 5};
  static constexpr std::array<std::int8_t, 120> expected{
    -29, 36, -26, -12, 23, -69, 60, 88, 12, -10, -81, 37, -44, -71, 67, -56, 124, -80, -31, -44, 14, 68, 21,
    -48, 77, 42, -13, 28, 19, -22, -27, -24, 16, 38, -56, 86, -61, 20, -77, 62, 3, -30, 10, 70, 22, 36, -3,
    127, -18, -50, 26, 54, -44, 0, -25, 121, -15, 35, 127, -128, 10, -23, 1, 81, -38, -12, -128, 2, 69,
    -128, 94, -2, 72, -63, 127, 57, 33, -50, -111, 92, -23, 16, -17, 43, -41, 76, 107, -73, -68, -48, 5, 12,
    58, -24, -15, 49, -94, 75, 103, 41, 28, 1, -43, 22, -27, 61, -19, 6, -80, 57, 45, -28, 10, 22, 0, -81,
    98, 32, 115, -111};
};

/// 2x8x3 times 2x5x8
struct case_5 {
  static constexpr tenon::encoding first_encoding{1.7f, 40};
  static constexpr std::array<int, 3> first_shape{2, 8, 3};
  static constexpr std::array<std::int8_t, 48> first{
    -101, 93, -118, 82, 57, -44, -99, -48, 110, 13, -69, -26, -14, -83, 61, -72, -23, -128, -62, 35, 106,
    -96, -78, 6, -8, -57, -30, 108, 43, 0, -30, 106, -31, 106, -38, -69, -113, 24, -126, 73, 21, 109, 127,
    98, -67, 103, -77, -117};
  static constexpr tenon::encoding second_encoding{0.0009f, -20};
  static constexpr std::array<int, 3> second_shape{2, 5, 8};
  static constexpr std::array<std::int8_t, 80> second{
    -78, 112, -89, 122, -20, 44, -36, 82, 17, -95, -8, 100, -74, -111, 105, 5, 59, -42, 27, -88, -78, -2,
    -103, 73, 127, -102, -103, 117, 88, 5, -63, 92, -115, 23, 18, 111, 73, 46, 98, 54, -32, 10, 32, 125, 59,
    46, 101, 61, -71, -108, -16, 24, -128, -60, 112, -94, 52, -126, -76, 123, 123, 97, 2, -17, 45, -26,
    -122, 0, -10, -59, 108, -110, 120, -41, -59, 90, 58, 19, -12, -121};
  static constexpr bool first_transposed = true;
  static constexpr bool second_transposed = true;
  static constexpr tenon::encoding output_encoding{0.35052696f, 0};
  static constexpr std::array<int, 3> output_shape{2, 3, 5};
  static constexpr std::array<std::int8_t, 30> expected{
    0, -71, -87, -128, -123, -114, -20, 11, -127, -128, -128, 65, -69, -128, 7, 62, 92, -58, 33, -63, -51,
    89, -112, 17, -63, -128, 64, -128, -14, -59};
};

/// 4x33 times 33x17
struct case_6 {
  static constexpr tenon::encoding first_encoding{0.0312f, -1};
  static constexpr std::array<int, 2> first_shape{4, 33};
  static constexpr std::array<std::int8_t, 132> first{
    120, -35, 66, -115, -128, -91, -99, -13, -124, -22, 31, 63, 122, -123, 71, -26, -55, 125, -33, -115, 36,
    123, 22, 56, 7, -34, 93, 121, -4, 48, -68, 2, 4, 74, -118, -34, 42, 115, 18, -33, 38, 17, -76, 36, 19,
    83, -97, 118, 6, -102, -93, 53, -43, 55, -6, -64, 84, 7, 114, -100, 3, 8, -115, 127, -16, 70, 89, 2,
    -99, -34, 117, 96, 7, -73, 118, -46, 4, 91, -121, 0, -110, 115, -101, 59, -93, -73, -89, 54, -49, 17,
    -93, 109, 85, 49, 43, 75, -41, 0, 51, 76, 81, -119, -9, 2, -116, -8, 3, -117, -27, 4, -120, 19, 92, 86,
    34, 31, 86, 52, -111, -74, 25, 104, 90, -126, 59, -97, -26, -68, -59, 35, 16, 33};
  static constexpr tenon::encoding second_encoding{0.047f, 8};
  static constexpr std::array<int, 2> second_shape{33, 17};
  static constexpr std::array<std::int8_t, 561> second{
    78, 32, 118, -71, 27, 99, -113, 100, 42, 85, -63, -58, -114, 30, 115, -101, -47, 27, -11, -10, 13, -83,
    66, -62, -104, -59, 86, -108, -51, -87, 13, 0, -94, 107, 19, -91, -116, 122, -92, -36, 17, 84, 126, 38,
    -65, 73, -95, -30, 13, 18, -108, 67, 97, -110, 25, -86, -29, -37, -110, -117, 85, -48, -48, 93, -47, 95,
    -87, -66, -40, 62, 73, 53, -95, 33, -65, -41, 30, -114, 55, 14, 42, -41, -34, -116, -76, -112, -97, 75,
    -82, 107, -49, -49, 95, -61, -104, 87, -61, 6, 5, 127, -120, 111, -124, -120, -14, -24, -46, -49, -85,
    32, -73, -57, 120, -21, -46, 19, 0, -128, 18, -37, -123, 18, 108, -93, 46, 96, 28, 72, 20, 36, 126, 84,
    17, 4, 61, 25, 91, 104, 68, -13, -15, -123, 61, 73, 62, 31, 35, -27, -2, -121, -2, 11, -21, -35, -97,
    -92, -4, -49, 53, -76, -125, -2, -75, -22, -67, 90, 27, 63, -49, 27, 59, 112, -68, -7, -96, -120, 96,
    38, -43, -26, 39, -16, 75, 76, -105, 105, -58, -89, -97, 19, -77, -15, 4, -29, -74, 60, 102, -115, 117,
    -10, 67, -114, -82, -94, 46, -110, -106, 85, -77, 10, -78, -60, -79, 4, -50, -93, 35, -117, -121, -82,
    -46, -64, -6, 48, -23, -113, -87, 30, 107, 1, -63, 60, -25, 16, -15, -101, -125, 38, 1, 103, 55, -104,
    -53, 73, 1, -122, 65, -99, -89, 46, -55, 55, 95, -48, -14, 100, 98, -121, 3, 87, 105, -12, 97, -62, -24,
    -50, 30, -65, 123, 113, -43, 7, -35, -74, 57, -54, -76, 80, 112, 78, 112, -109, -36, -68, 61, -18, -39,
    -43, 18, 34, -8, -31, 61, -100, -27, 124, 5, 80, -14, 77, -39, 13, 27, 27, -73, 81, 44, 109, 15, 8,
    -113, -118, 120, -91, 93, -15, -67, 10, 90, -1, -71, -47, -22, -125, 78, -84, 12, 64, 94, -44, 19, 102,
    76, 99, 16, -101, -105, -88, -66, 86, -16, -117, 32, 85, -117, -72, -87, 83, 67, 31, -36, -40, 74, -123,
    22, 43, 40, -51, 29, -88, 23, -47, -68, -82, -115, 89, -51, 26, 99, 18, -111, -90, 4, 62, -11, -42, 116,
    123, -30, 89, -10, 105, 32, 119, 127, -9, 32, 55, -67, 11, -47, -109, -6, -10, 40, -87, -97, -57, -15,
    -10, -124, -96, 44, -100, -66, -35, 32, -127, 4, -26, -81, -128, -89, 20, -36, -32, 56, 115, 122, 94,
    80, 15, -93, 119, -14, 116, -22, -2, -94, 110, 68, 45, 117, 64, 10, -113, -60, -57, -120, -64, 18, -113,
    -73, 119, -78, -11, -95, -49, 103, 117, 49, -111, -53, 0, 10, -94, -84, -62, 99, -55, 58, 89, -72, -4,
    -128, 62, -96, 2, 49, 124, 4, -125, -25, 7, 39, 115, -120, 90, 23, -74, 46, -104, 55, 121, -54, -61,
    126, 120, -106, -9, 103, -79, 89, -9, 15, 16, 16, -27, 24, -109, -72, -55, 117, 117, 116, 125, -46, 69,
    -91, -33, 37, -92, 2, 125, 45, 55, -107, -67, -3, 15, -116, 94, 110, -29, -75, -105, 68, -39, 22, -11,
    66, -14, -30, -37, 70, 61, -34, 37, -102, -10, 23, -39, 58, -119, 13, 49, -71, -50, 48, -78, -102, 72,
    -32, 99, -35, 64, -73, -108, -117, -46, -112};
  static constexpr bool first_transposed = false;
  static constexpr bool second_transposed = false;
  static constexpr tenon::encoding output_encoding{0.6065155f, 30};
  static constexpr std::array<int, 2> output_shape{4, 17};
  static constexpr std::array<std::int8_t, 68> expected{
    59, 15, -13, 41, -46, -5, 45, -45, 106, 83, -40, 95, -59, 42, 10, 127, 9, 126, 58, 61, 9, 95, 4, -72,
    -23, 20, -1, -128, 78, 3, -44, 6, 55, -128, 35, 127, 107, -101, 127, -42, 2, 127, -51, -7, 73, 43, -103,
    14, 105, -90, 24, 127, 68, 118, 98, -3, 127, 44, -15, -10, -37, -93, -69, 2, 120, 18, -5, -31};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6>;

}  // namespace tenon_golden::batch_matmul
