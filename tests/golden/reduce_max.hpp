// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 reduce_max; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::reduce_max {

/// 1x7x7x9 -> 1x1x1x9
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 7, 7, 9};
  static constexpr std::array<std::int8_t, 441> input{
    90, -17, -39, 69, 53, -87, -87, 62, -95, 68, 103, 86, 105, 102, -53, -44, -95, -114, 45, 16, -70, 76,
    24, -117, 92, -36, -120, 53, 89, 105, -109, -8, 75, 40, 82, -110, 102, 103, 91, 70, -63, 16, -89, -32,
    -109, -57, -87, -97, -17, -14, -117, -92, -99, -99, -61, -16, -84, 91, -21, 82, -24, -1, 122, 101, 56,
    77, -127, 67, -45, 14, -119, 55, 69, 127, -104, -69, 82, 107, 20, 33, -27, 51, 120, -90, -45, 94, -107,
    1, 77, 28, 121, 33, -52, 110, -49, 4, -54, 94, 74, -83, -88, -39, -112, 54, -68, -104, -15, -124, 50,
    95, -39, -32, 57, 38, 27, 124, 57, -111, 2, -4, -94, -99, 122, -126, 99, 25, -91, 94, 107, -127, -72,
    -117, 85, 40, -62, 106, 60, 83, -19, 3, 2, 45, -103, -77, 117, 126, 106, -69, 89, 31, 21, -4, -43, -121,
    112, 87, -32, -7, -43, 28, 51, -36, -45, -128, 102, 74, -127, -38, 99, 96, -109, -58, 42, -118, -48, 36,
    -10, -43, 96, 77, -117, 67, -9, 46, 99, 69, 3, 9, 21, -55, 1, -123, -54, 124, -40, 102, 57, 63, 83, 109,
    111, -82, -52, -32, 91, 26, 126, -110, -62, 74, -128, 63, 28, 0, -40, 51, -29, 60, -44, 21, 108, -77,
    117, -57, -81, 67, 93, -126, 2, -34, 100, -39, 39, 22, 46, -12, -42, -75, -110, -38, 57, -97, 73, 96,
    41, 47, 55, 44, 98, -59, 62, -27, 57, 95, -71, -113, -124, -103, -106, 125, -102, -73, 99, 35, -65, -64,
    91, 42, 116, 81, 36, -81, 115, 123, -115, 75, -81, -81, 108, 68, -5, 46, -62, 100, 86, -5, 96, -93, -53,
    -61, -7, -42, -20, -79, -25, 61, -51, -51, -64, 28, -5, 123, 2, -100, -3, -125, -114, 15, 22, 77, 45,
    -23, 104, -22, -113, 34, 35, -111, -91, -12, -49, 67, -120, 93, 79, 16, -101, 72, -49, 42, 38, -105, 89,
    105, -104, 98, -113, -99, 103, 127, 72, 76, -110, 72, 50, -65, 35, -125, 34, -107, 104, -104, 7, -29,
    11, 63, -127, -95, 81, 104, 38, 69, 119, -80, -117, 123, 33, -4, -36, -117, -104, -24, 73, 75, 31, 54,
    25, -67, 89, -101, -92, -86, 46, -63, -23, -33, 23, 99, 24, -115, 47, 25, -16, -85, 23, 114, 103, 14, 9,
    40, 83, 36, -84, -44, 59, 114, -19, 6, -99, -17, 38, 75, 21, 91, -82, -57, 12, 6, -16, -48, -84, -122,
    53, 29, 96, -62, -58, -104, 39, 85, -33, -57, 30, 14, 38, -55, -28, 61, -119, -44, -38};
  static constexpr std::array<int, 2> axes{1, 2};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> output_shape{1, 1, 1, 9};
  static constexpr std::array<std::int8_t, 9> expected{121, 127, 119, 123, 124, 123, 127, 125, 126};
};

/// 2x5x3x6 -> 2x6
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.02f, 17};
  static constexpr std::array<int, 4> input_shape{2, 5, 3, 6};
  static constexpr std::array<std::int8_t, 180> input{
    -65, 64, -125, -64, -83, -25, -56, 88, -64, -85, -54, -78, 94, -48, -122, -115, -2, -125, 44, 79, 41,
    -28, 90, -97, 49, -52, 114, -13, 88, 6, -61, 121, -100, -107, -124, 4, 13, 16, 101, 6, 56, -2, 105, 75,
    98, 74, 66, 116, 119, 105, -19, 117, 71, 29, -55, -97, 41, -18, -71, 50, -34, -76, -17, -69, 78, 11, 98,
    14, 115, 47, 109, -27, 17, 36, -68, -40, -61, 1, -20, 44, -30, 54, -46, -6, 49, 1, -100, 115, 57, 126,
    107, -75, -22, -16, 28, -63, -8, -95, 127, 55, 77, 55, -52, 54, -82, -16, -45, 84, -10, -21, -84, 94,
    -90, 73, 32, 102, -117, 114, 83, -18, 69, -128, 123, -114, -15, -57, -69, 29, -5, -23, 113, 84, 108, 19,
    -2, -98, -41, -36, -14, 36, -95, 13, 85, -127, 6, 65, 33, 62, -8, -94, -10, 29, -53, -66, -127, -117,
    -57, -87, 53, 115, 18, -6, 14, -39, 80, -35, 100, 58, -53, 57, -77, 107, 119, 75, 67, 118, -58, 96,
    -124, -29};
  static constexpr std::array<int, 2> axes{1, 2};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.02f, 17};
  static constexpr std::array<int, 2> output_shape{2, 6};
  static constexpr std::array<std::int8_t, 12> expected{
    119, 121, 115, 117, 109, 126, 108, 118, 127, 115, 119, 84};
};

/// 4x33 -> 4x1
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.3f, -128};
  static constexpr std::array<int, 2> input_shape{4, 33};
  static constexpr std::array<std::int8_t, 132> input{
    -54, -72, -83, -88, 113, -103, -30, 105, 24, 101, 121, -125, 55, 44, 84, 46, -37, 87, 50, -6, -92, -69,
    105, -90, -91, -78, -54, 30, 62, -46, 63, 75, 52, 54, -92, -123, 77, -6, -124, -51, -49, -24, 28, -7,
    13, 27, 86, 19, -84, -54, 28, -104, -62, 102, -45, -24, -26, -1, -18, -2, 127, -85, -54, 0, 105, -87, 4,
    -26, -74, 0, 19, -106, 61, -72, 13, 111, 67, -101, -59, 65, -123, 119, -125, -25, 51, 45, 85, -44, -34,
    -82, -114, 103, 25, -94, 3, 38, -75, -109, -48, 120, 125, -51, -73, -66, -42, 110, 48, -73, 117, 50, 45,
    112, -31, -86, 31, 91, -109, 20, 39, -62, 43, -60, 101, -70, 74, -104, -57, -9, -64, -87, 40, -128};
  static constexpr std::array<int, 1> axes{1};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.3f, -128};
  static constexpr std::array<int, 2> output_shape{4, 1};
  static constexpr std::array<std::int8_t, 4> expected{121, 127, 119, 125};
};

/// 3x2x5x4 -> 3x2x5
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.125f, 0};
  static constexpr std::array<int, 4> input_shape{3, 2, 5, 4};
  static constexpr std::array<std::int8_t, 120> input{
    -12, -33, -126, 51, 27, 73, -10, 106, -53, 106, -104, -117, 124, -109, 127, -86, -40, -35, -27, -23,
    -51, 48, 123, -11, 49, 123, -90, 17, 71, 0, 7, -111, 29, -3, 32, 79, -99, 96, -62, 117, 106, -71, -18,
    -103, -93, 38, 33, 122, -26, 30, 100, 65, -121, 92, 43, -54, 45, 90, 75, 51, 46, -7, -116, 64, 84, 60,
    92, 78, 1, -63, -6, 47, -15, -15, 79, 7, -103, -34, 21, 54, -113, -128, -111, 80, -6, 60, 8, 72, -79,
    -83, 75, -51, 50, 30, 69, 103, 87, -68, -122, -43, -95, -97, 32, 108, 52, -58, 8, 13, 110, 19, -96,
    -113, -21, 120, -16, -22, -10, -40, 43, 18};
  static constexpr std::array<int, 1> axes{3};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.125f, 0};
  static constexpr std::array<int, 3> output_shape{3, 2, 5};
  static constexpr std::array<std::int8_t, 30> expected{
    51, 106, 106, 127, -23, 123, 123, 71, 79, 117, 106, 122, 100, 92, 90, 64, 92, 47, 79, 54, 80, 72, 75,
    103, 87, 108, 52, 110, 120, 43};
};

/// 2x3x4x5 -> 1x3x4x1
struct case_4 {
  static constexpr tenon::encoding input_encoding{1.7f, 50};
  static constexpr std::array<int, 4> input_shape{2, 3, 4, 5};
  static constexpr std::array<std::int8_t, 120> input{
    95, -12, -35, -49, 34, 5, -17, 23, 71, -45, 90, -4, -89, -111, -41, 96, 95, 29, -85, -83, 58, -70, 75,
    -124, 60, -38, -36, -117, 35, -96, 79, 92, 69, 97, -96, 27, -17, -86, -67, 90, -119, -93, -84, -127,
    -59, -97, -39, -7, -57, -79, 76, 33, -39, -127, -30, 99, 107, -128, -108, 124, -24, 121, 10, -83, 56,
    -78, 57, 93, -83, -9, 99, 100, -21, 79, -60, 5, -13, -26, -111, 103, -82, -45, -68, 19, 44, 117, -68,
    -83, 125, -25, 13, -105, -35, -75, -57, -24, 119, -27, -21, -43, 121, 0, -109, -66, -58, 90, 69, -75,
    -79, 57, 38, 127, 86, -24, -63, 77, 126, 104, 123, 73};
  static constexpr std::array<int, 2> axes{0, 3};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{1.7f, 50};
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{
    121, 93, 100, 103, 75, 125, 97, 119, 121, 90, 127, 126};
};

/// 6x11 -> 11
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.004f, 20};
  static constexpr std::array<int, 2> input_shape{6, 11};
  static constexpr std::array<std::int8_t, 66> input{
    27, 113, -92, 57, 114, -4, 40, 12, 42, 83, 18, -83, -66, 71, -128, 95, 78, 27, 98, 78, -105, -125, 111,
    -2, -90, 84, -84, -55, 33, 19, 85, 114, 38, -97, -21, 58, -80, 53, -2, -63, 93, -71, 127, -96, -88, -34,
    86, 42, 75, -119, -22, 39, -15, 112, 50, -58, -61, -83, -83, 76, 8, 8, 91, 38, -79, -7};
  static constexpr std::array<int, 1> axes{0};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.004f, 20};
  static constexpr std::array<int, 1> output_shape{11};
  static constexpr std::array<std::int8_t, 11> expected{111, 113, 86, 84, 114, 78, 40, 98, 85, 127, 50};
};

/// 3x2x2x5 -> 5
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.06f, -9};
  static constexpr std::array<int, 4> input_shape{3, 2, 2, 5};
  static constexpr std::array<std::int8_t, 60> input{
    -6, -57, -66, -9, 89, -91, 117, -90, -46, -42, 24, -127, -35, 120, -111, 61, -88, 108, -90, 35, 124,
    100, -90, -63, -77, -23, 59, 123, 73, -16, 127, -6, 117, -99, 52, -117, 25, -20, -42, 16, -12, -69, 42,
    14, -3, -107, -64, 64, 87, 83, -75, -100, 112, 67, 58, 77, -2, -75, -128, -80};
  static constexpr std::array<int, 3> axes{0, 1, 2};
  static constexpr bool keep_dims = false;
  static constexpr tenon::encoding output_encoding{0.06f, -9};
  static constexpr std::array<int, 1> output_shape{5};
  static constexpr std::array<std::int8_t, 5> expected{127, 117, 123, 120, 89};
};

/// 24x3 -> 24x1
struct case_7 {
  static constexpr tenon::encoding input_encoding{0.02f, 5};
  static constexpr std::array<int, 2> input_shape{24, 3};
  static constexpr std::array<std::int8_t, 72> input{
    -78, -2, -12, 48, 92, 96, -86, -87, -111, -34, 11, -128, 5, 59, 69, -128, 45, -92, -67, 14, 35, 113,
    -55, 41, -18, 126, -33, -113, -70, 60, 66, -41, 90, -8, -91, -104, 107, 28, -17, -49, 70, -53, 46, 9,
    120, 123, -82, 69, 102, 109, -28, -27, 72, -28, 7, 28, 25, -107, 15, -36, 83, 113, 107, -52, 127, 109,
    -21, 38, 26, -124, -23, 5};
  static constexpr std::array<int, 1> axes{1};
  static constexpr bool keep_dims = true;
  static constexpr tenon::encoding output_encoding{0.02f, 5};
  static constexpr std::array<int, 2> output_shape{24, 1};
  static constexpr std::array<std::int8_t, 24> expected{
    -2, 96, -86, 11, 69, 45, 35, 113, 126, 60, 90, -8, 107, 70, 120, 123, 109, 72, 28, 15, 113, 127, 38, 5};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7>;

}  // namespace tenon_golden::reduce_max
