// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 maximum; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace tenon_golden::maximum {

/// 2x3x5x4 with 2x3x5x4
struct case_0 {
  static constexpr tenon::encoding first_encoding{0.05f, -3};
  static constexpr std::array<int, 4> first_shape{2, 3, 5, 4};
  static constexpr std::array<std::int8_t, 120> first{
    -4, -61, 89, 121, 113, 33, 39, -17, 90, 60, -99, -128, 29, -93, 82, -44, -47, -47, 80, -97, -44, 121,
    -8, 83, -34, -84, 32, -40, 66, 60, -90, 31, -57, -75, -60, 109, 64, -68, -69, -92, -123, 6, -50, -104,
    79, 55, -94, 54, 115, -124, -126, -90, -107, -98, 112, 12, 54, 47, -120, 116, -4, 93, 33, -81, -56, -69,
    -106, 120, -82, 27, -113, -85, -70, 32, -33, 71, 105, -37, 26, -82, -8, -30, -117, -111, 77, -32, 16,
    -73, -70, 25, -47, 99, 57, 44, 75, -18, 66, 30, -103, -24, 73, 63, 67, 127, 54, -64, 53, -51, -113, 111,
    95, -108, 123, -2, -56, 88, 33, -72, -16, 85};
  static constexpr tenon::encoding second_encoding{0.05f, -3};
  static constexpr std::array<int, 4> second_shape{2, 3, 5, 4};
  static constexpr std::array<std::int8_t, 120> second{
    50, 5, 78, 43, -114, 89, 125, 127, -106, -27, -91, 10, -23, -75, -16, -13, 94, -39, -99, -51, 29, 77,
    49, 121, -63, 57, -2, -110, -26, -10, -91, -112, -91, 24, -7, 4, 84, -104, -50, 108, 76, 75, 52, 37, 66,
    -126, 48, -22, -32, -14, 29, -62, 103, 34, 60, 25, -121, -62, -110, -3, -73, 103, 73, 86, 58, 69, -125,
    13, 29, -108, 66, -33, -90, -82, -64, 117, -117, 77, -125, 49, -71, -100, 118, -128, -82, 101, 61, -33,
    -101, -57, -103, 115, -57, -10, 127, -96, -20, -114, -56, -120, -14, -87, -24, 103, 75, 124, 81, 39, 88,
    3, -101, 66, 88, -119, 27, -125, 56, -90, -20, -39};
  static constexpr std::string_view activation = "none";
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> output_shape{2, 3, 5, 4};
  static constexpr std::array<std::int8_t, 120> expected{
    50, 5, 89, 121, 113, 89, 125, 127, 90, 60, -91, 10, 29, -75, 82, -13, 94, -39, 80, -51, 29, 121, 49,
    121, -34, 57, 32, -40, 66, 60, -90, 31, -57, 24, -7, 109, 84, -68, -50, 108, 76, 75, 52, 37, 79, 55, 48,
    54, 115, -14, 29, -62, 103, 34, 112, 25, 54, 47, -110, 116, -4, 103, 73, 86, 58, 69, -106, 120, 29, 27,
    66, -33, -70, 32, -33, 117, 105, 77, 26, 49, -8, -30, 118, -111, 77, 101, 61, -33, -70, 25, -47, 115,
    57, 44, 127, -18, 66, 30, -56, -24, 73, 63, 67, 127, 75, 124, 81, 39, 88, 111, 95, 66, 123, -2, 27, 88,
    56, -72, -16, 85};
};

/// 1x4x3x7 with 7
struct case_1 {
  static constexpr tenon::encoding first_encoding{0.011f, 127};
  static constexpr std::array<int, 4> first_shape{1, 4, 3, 7};
  static constexpr std::array<std::int8_t, 84> first{
    121, -88, 38, -91, -5, 45, 127, -22, -54, 95, -61, -39, -15, -102, 75, 72, -66, 93, -126, -103, 35,
    -128, -92, 101, 84, 64, 87, 88, -125, -102, -20, -65, -11, -68, 3, -39, -115, 89, -101, -92, 101, 48,
    -37, -26, 101, 115, -18, 122, -32, 60, 8, 46, 93, 89, -118, -103, 87, 70, 74, 30, -105, 97, 49, -44, 69,
    -86, 52, -95, -59, -91, 126, -72, 10, 37, 92, 68, -45, -124, -47, 104, -114, 27, -93, 59};
  static constexpr tenon::encoding second_encoding{0.011f, 127};
  static constexpr std::array<int, 1> second_shape{7};
  static constexpr std::array<std::int8_t, 7> second{-68, -128, -43, 127, -55, -31, 114};
  static constexpr std::string_view activation = "none";
  static constexpr tenon::encoding output_encoding{0.011f, 127};
  static constexpr std::array<int, 4> output_shape{1, 4, 3, 7};
  static constexpr std::array<std::int8_t, 84> expected{
    121, -88, 38, 127, -5, 45, 127, -22, -54, 95, 127, -39, -15, 114, 75, 72, -43, 127, -55, -31, 114, -68,
    -92, 101, 127, 64, 87, 114, -68, -102, -20, 127, -11, -31, 114, -39, -115, 89, 127, -55, 101, 114, -37,
    -26, 101, 127, -18, 122, 114, 60, 8, 46, 127, 89, -31, 114, 87, 70, 74, 127, -55, 97, 114, -44, 69, -43,
    127, -55, -31, 114, 126, -72, 10, 127, 92, 68, 114, -68, -47, 104, 127, 27, -31, 114};
};

/// 5x1x6 with 4x1
struct case_2 {
  static constexpr tenon::encoding first_encoding{0.3f, 0};
  static constexpr std::array<int, 3> first_shape{5, 1, 6};
  static constexpr std::array<std::int8_t, 30> first{
    -94, 53, 117, 67, -48, 40, 54, 2, -91, 123, 102, -127, 19, 105, -128, -38, -23, -61, 6, -33, -60, 49,
    -83, 24, -13, -23, 127, 32, 112, 99};
  static constexpr tenon::encoding second_encoding{0.3f, 0};
  static constexpr std::array<int, 2> second_shape{4, 1};
  static constexpr std::array<std::int8_t, 4> second{99, -13, -128, 127};
  static constexpr std::string_view activation = "none";
  static constexpr tenon::encoding output_encoding{0.3f, 0};
  static constexpr std::array<int, 3> output_shape{5, 4, 6};
  static constexpr std::array<std::int8_t, 120> expected{
    99, 99, 117, 99, 99, 99, -13, 53, 117, 67, -13, 40, -94, 53, 117, 67, -48, 40, 127, 127, 127, 127, 127,
    127, 99, 99, 99, 123, 102, 99, 54, 2, -13, 123, 102, -13, 54, 2, -91, 123, 102, -127, 127, 127, 127,
    127, 127, 127, 99, 105, 99, 99, 99, 99, 19, 105, -13, -13, -13, -13, 19, 105, -128, -38, -23, -61, 127,
    127, 127, 127, 127, 127, 99, 99, 99, 99, 99, 99, 6, -13, -13, 49, -13, 24, 6, -33, -60, 49, -83, 24,
    127, 127, 127, 127, 127, 127, 99, 99, 127, 99, 112, 99, -13, -13, 127, 32, 112, 99, -13, -23, 127, 32,
    112, 99, 127, 127, 127, 127, 127, 127};
};

/// 1 with 2x33
struct case_3 {
  static constexpr tenon::encoding first_encoding{0.125f, -128};
  static constexpr std::array<int, 1> first_shape{1};
  static constexpr std::array<std::int8_t, 1> first{121};
  static constexpr tenon::encoding second_encoding{0.125f, -128};
  static constexpr std::array<int, 2> second_shape{2, 33};
  static constexpr std::array<std::int8_t, 66> second{
    -71, -84, 21, -46, -99, 0, -15, 10, -113, -23, 56, 50, -104, -115, -117, -124, -11, -111, -83, -101, 28,
    -85, 43, -30, -2, 34, -108, 79, -97, -56, -73, -8, 106, -63, 51, 74, 75, -7, -126, -87, 127, 29, 48, 65,
    -122, 119, -116, -15, -25, -78, -87, -36, 20, -113, 120, 19, 52, 107, 109, -15, -106, 59, -128, 121,
    125, 18};
  static constexpr std::string_view activation = "none";
  static constexpr tenon::encoding output_encoding{0.125f, -128};
  static constexpr std::array<int, 2> output_shape{2, 33};
  static constexpr std::array<std::int8_t, 66> expected{
    121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121,
    121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 127, 121,
    121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121, 121,
    121, 125, 121};
};

using cases = std::tuple<case_0, case_1, case_2, case_3>;

}  // namespace tenon_golden::maximum
