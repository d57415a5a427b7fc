// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 minimum; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace tenon_golden::minimum {

/// 2x3x5x4 with 2x3x5x4
struct case_0 {
  static constexpr tenon::encoding first_encoding{0.05f, -3};
  static constexpr std::array<int, 4> first_shape{2, 3, 5, 4};
  static constexpr std::array<std::int8_t, 120> first{
    30, -110, 123, 65, 97, -77, 18, -121, 17, 97, -74, 40, -11, -90, -87, 110, 16, 69, 41, -28, 103, -58,
    -78, -56, 74, -65, 101, 73, 87, -28, -93, 40, -63, -57, 31, -117, 112, 90, -111, -92, -36, -120, 89, 27,
    -83, -113, 97, 20, -107, 3, -113, -83, -77, -71, 49, 59, 127, 95, 98, 82, -35, 64, 43, -85, -56, -38,
    -108, 36, -72, -128, -50, 101, 90, 81, 59, -33, 6, -57, 8, -124, -78, 22, 78, 17, -96, 21, -52, -121,
    12, -49, 113, -20, -86, -84, -100, -15, -81, 90, -89, -16, -99, 99, -75, -54, 83, 67, 75, -124, 42, 109,
    1, 24, -87, 0, -119, 34, -62, -112, -49, -79};
  static constexpr tenon::encoding second_encoding{0.05f, -3};
  static constexpr std::array<int, 4> second_shape{2, 3, 5, 4};
  static constexpr std::array<std::int8_t, 120> second{
    -80, 51, -1, 81, 34, 30, -2, 60, -91, -65, 87, -123, -123, 55, -93, -60, -86, 5, -20, 48, -33, -118, 3,
    32, -4, 5, -46, 36, -110, -41, -75, -97, -10, -16, 78, -35, -25, 47, -77, -9, -86, -41, -113, 41, -115,
    -71, 41, -90, 126, -68, 22, -106, -1, -47, -35, -105, 104, 82, -59, 43, -34, -65, 18, 62, -61, 66, 115,
    -77, 99, -87, 6, -117, -110, -95, -128, 24, -72, 117, 122, -17, 127, 0, 2, -121, 51, -64, -124, 7, -98,
    103, 50, 9, 126, 96, 92, 98, 17, 94, -38, -53, -71, -40, 1, 93, -116, 70, 127, 119, 113, 85, 89, -51,
    110, -27, 0, -32, -104, -35, -101, 102};
  static constexpr std::string_view activation = "none";
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> output_shape{2, 3, 5, 4};
  static constexpr std::array<std::int8_t, 120> expected{
    -80, -110, -1, 65, 34, -77, -2, -121, -91, -65, -74, -123, -123, -90, -93, -60, -86, 5, -20, -28, -33,
    -118, -78, -56, -4, -65, -46, 36, -110, -41, -93, -97, -63, -57, 31, -117, -25, 47, -111, -92, -86,
    -120, -113, 27, -115, -113, 41, -90, -107, -68, -113, -106, -77, -71, -35, -105, 104, 82, -59, 43, -35,
    -65, 18, -85, -61, -38, -108, -77, -72, -128, -50, -117, -110, -95, -128, -33, -72, -57, 8, -124, -78,
    0, 2, -121, -96, -64, -124, -121, -98, -49, 50, -20, -86, -84, -100, -15, -81, 90, -89, -53, -99, -40,
    -75, -54, -116, 67, 75, -124, 42, 85, 1, -51, -87, -27, -119, -32, -104, -112, -101, -79};
};

/// 1x4x3x7 with 7
struct case_1 {
  static constexpr tenon::encoding first_encoding{0.011f, 127};
  static constexpr std::array<int, 4> first_shape{1, 4, 3, 7};
  static constexpr std::array<std::int8_t, 84> first{
    -82, 127, -28, -77, 114, 39, 57, -22, 25, -37, 34, -73, -85, 18, -27, 126, -40, 107, -95, -42, 35, -121,
    27, -120, -50, -12, -23, -77, -56, 20, 114, 72, -124, 1, -61, 39, 95, -1, -118, 63, -38, 75, -117, -80,
    89, -41, 90, -119, 65, -122, -34, 120, -21, -63, -54, -127, 42, -81, 118, -128, -117, -93, 65, 3, 4, 16,
    39, -111, -98, 80, -46, 86, -17, -16, 15, -61, 32, 78, 65, -91, -45, -39, 64, -62};
  static constexpr tenon::encoding second_encoding{0.011f, 127};
  static constexpr std::array<int, 1> second_shape{7};
  static constexpr std::array<std::int8_t, 7> second{127, 50, -128, -50, 121, -79, 123};
  static constexpr std::string_view activation = "none";
  static constexpr tenon::encoding output_encoding{0.011f, 127};
  static constexpr std::array<int, 4> output_shape{1, 4, 3, 7};
  static constexpr std::array<std::int8_t, 84> expected{
    -82, 50, -128, -77, 114, -79, 57, -22, 25, -128, -50, -73, -85, 18, -27, 50, -128, -50, -95, -79, 35,
    -121, 27, -128, -50, -12, -79, -77, -56, 20, -128, -50, -124, -79, -61, 39, 50, -128, -118, 63, -79, 75,
    -117, -80, -128, -50, 90, -119, 65, -122, -34, -128, -50, -63, -79, -127, 42, -81, -128, -128, -117,
    -93, 65, 3, 4, -128, -50, -111, -98, 80, -46, 50, -128, -50, 15, -79, 32, 78, 50, -128, -50, -39, -79,
    -62};
};

/// 5x1x6 with 4x1
struct case_2 {
  static constexpr tenon::encoding first_encoding{0.3f, 0};
  static constexpr std::array<int, 3> first_shape{5, 1, 6};
  static constexpr std::array<std::int8_t, 30> first{
    -18, -111, -33, -119, -26, -118, -32, 55, -83, 65, -128, 119, -38, -48, -105, -73, -2, 60, 121, -78, 5,
    -103, 123, 27, -14, -107, -121, 127, 107, 41};
  static constexpr tenon::encoding second_encoding{0.3f, 0};
  static constexpr std::array<int, 2> second_shape{4, 1};
  static constexpr std::array<std::int8_t, 4> second{99, 127, -13, -128};
  static constexpr std::string_view activation = "none";
  static constexpr tenon::encoding output_encoding{0.3f, 0};
  static constexpr std::array<int, 3> output_shape{5, 4, 6};
  static constexpr std::array<std::int8_t, 120> expected{
    -18, -111, -33, -119, -26, -118, -18, -111, -33, -119, -26, -118, -18, -111, -33, -119, -26, -118, -128,
    -128, -128, -128, -128, -128, -32, 55, -83, 65, -128, 99, -32, 55, -83, 65, -128, 119, -32, -13, -83,
    -13, -128, -13, -128, -128, -128, -128, -128, -128, -38, -48, -105, -73, -2, 60, -38, -48, -105, -73,
    -2, 60, -38, -48, -105, -73, -13, -13, -128, -128, -128, -128, -128, -128, 99, -78, 5, -103, 99, 27,
    121, -78, 5, -103, 123, 27, -13, -78, -13, -103, -13, -13, -128, -128, -128, -128, -128, -128, -14,
    -107, -121, 99, 99, 41, -14, -107, -121, 127, 107, 41, -14, -107, -121, -13, -13, -13, -128, -128, -128,
    -128, -128, -128};
};

/// 1 with 2x33
struct case_3 {
  static constexpr tenon::encoding first_encoding{0.125f, -128};
  static constexpr std::array<int, 1> first_shape{1};
  static constexpr std::array<std::int8_t, 1> first{-82};
  static constexpr tenon::encoding second_encoding{0.125f, -128};
  static constexpr std::array<int, 2> second_shape{2, 33};
  static constexpr std::array<std::int8_t, 66> second{
    -4, 87, 74, -102, -100, -15, -40, 120, 111, -45, 99, -25, -86, 11, -119, -73, -60, -108, -111, 117,
    -114, -56, 74, 101, -60, -108, -4, -124, 117, 41, -128, -53, -94, 79, 114, 127, 75, 117, 112, -61, 121,
    20, 27, 91, 123, -93, 46, -63, -106, -4, -3, -34, -113, 76, -93, 64, -13, -102, -125, 109, -7, 26, 116,
    -34, 16, 46};
  static constexpr std::string_view activation = "none";
  static constexpr tenon::encoding output_encoding{0.125f, -128};
  static constexpr std::array<int, 2> output_shape{2, 33};
  static constexpr std::array<std::int8_t, 66> expected{
    -82, -82, -82, -102, -100, -82, -82, -82, -82, -82, -82, -82, -86, -82, -119, -82, -82, -108, -111, -82,
    -114, -82, -82, -82, -82, -108, -82, -124, -82, -82, -128, -82, -94, -82, -82, -82, -82, -82, -82, -82,
    -82, -82, -82, -82, -82, -93, -82, -82, -106, -82, -82, -82, -113, -82, -93, -82, -82, -102, -125, -82,
    -82, -82, -82, -82, -82, -82};
};

using cases = std::tuple<case_0, case_1, case_2, case_3>;

}  // namespace tenon_golden::minimum
