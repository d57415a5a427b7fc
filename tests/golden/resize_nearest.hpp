// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 resize_nearest; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::resize_nearest {

/// 1x3x4x2 -> 6x8, plain
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> input{
    -48, -6, -38, -88, 46, -71, -44, 18, -114, 127, 48, -50, -95, -16, 22, -92, -128, 98, -11, -126, 49,
    -43, -17, -114};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 6;
  static constexpr int columns = 8;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 6, 8, 2};
  static constexpr std::array<std::int8_t, 96> expected{
    -48, -6, -48, -6, -38, -88, -38, -88, 46, -71, 46, -71, -44, 18, -44, 18, -48, -6, -48, -6, -38, -88,
    -38, -88, 46, -71, 46, -71, -44, 18, -44, 18, -114, 127, -114, 127, 48, -50, 48, -50, -95, -16, -95,
    -16, 22, -92, 22, -92, -114, 127, -114, 127, 48, -50, 48, -50, -95, -16, -95, -16, 22, -92, 22, -92,
    -128, 98, -128, 98, -11, -126, -11, -126, 49, -43, 49, -43, -17, -114, -17, -114, -128, 98, -128, 98,
    -11, -126, -11, -126, 49, -43, 49, -43, -17, -114, -17, -114};
};

/// 1x5x7x1 -> 3x4, plain
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 5, 7, 1};
  static constexpr std::array<std::int8_t, 35> input{
    97, 74, 0, -50, 25, -39, -82, -21, 64, 82, -128, 74, -13, 83, -79, -93, 22, -47, 115, -42, 3, -68, 71,
    -64, 63, 114, 127, 108, -73, 84, -43, 67, -39, -60, -56};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 3;
  static constexpr int columns = 4;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{
    97, 74, -50, -39, -21, 64, -128, -13, -68, 71, 63, 127};
};

/// 2x2x3x2 -> 7x5, plain
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 2, 3, 2};
  static constexpr std::array<std::int8_t, 24> input{
    41, 126, -1, 127, -102, -104, 29, -120, 40, 36, 23, 100, -126, -88, 92, -44, -99, -42, 89, 53, -46, -18,
    1, -128};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 7;
  static constexpr int columns = 5;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{2, 7, 5, 2};
  static constexpr std::array<std::int8_t, 140> expected{
    41, 126, 41, 126, -1, 127, -1, 127, -102, -104, 41, 126, 41, 126, -1, 127, -1, 127, -102, -104, 41, 126,
    41, 126, -1, 127, -1, 127, -102, -104, 41, 126, 41, 126, -1, 127, -1, 127, -102, -104, 29, -120, 29,
    -120, 40, 36, 40, 36, 23, 100, 29, -120, 29, -120, 40, 36, 40, 36, 23, 100, 29, -120, 29, -120, 40, 36,
    40, 36, 23, 100, -126, -88, -126, -88, 92, -44, 92, -44, -99, -42, -126, -88, -126, -88, 92, -44, 92,
    -44, -99, -42, -126, -88, -126, -88, 92, -44, 92, -44, -99, -42, -126, -88, -126, -88, 92, -44, 92, -44,
    -99, -42, 89, 53, 89, 53, -46, -18, -46, -18, 1, -128, 89, 53, 89, 53, -46, -18, -46, -18, 1, -128, 89,
    53, 89, 53, -46, -18, -46, -18, 1, -128};
};

/// 1x9x1x3 -> 4x1, plain
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 9, 1, 3};
  static constexpr std::array<std::int8_t, 27> input{
    -5, -83, -124, 28, -57, -91, 62, -11, 4, -128, -100, -10, -47, -94, 35, -120, -101, -44, 38, -14, -38,
    -95, 127, 66, -11, -102, -38};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 4;
  static constexpr int columns = 1;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 4, 1, 3};
  static constexpr std::array<std::int8_t, 12> expected{
    -5, -83, -124, 62, -11, 4, -47, -94, 35, 38, -14, -38};
};

/// 1x3x4x2 -> 6x8, half_pixel_centers
struct case_4 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> input{
    -72, -61, 87, 55, -62, 127, 81, 68, 72, 31, 56, 45, -97, 62, 87, -97, 32, -6, 107, -128, 104, -43, 38,
    93};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 6;
  static constexpr int columns = 8;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = true;
  static constexpr std::array<int, 4> output_shape{1, 6, 8, 2};
  static constexpr std::array<std::int8_t, 96> expected{
    -72, -61, -72, -61, 87, 55, 87, 55, -62, 127, -62, 127, 81, 68, 81, 68, -72, -61, -72, -61, 87, 55, 87,
    55, -62, 127, -62, 127, 81, 68, 81, 68, 72, 31, 72, 31, 56, 45, 56, 45, -97, 62, -97, 62, 87, -97, 87,
    -97, 72, 31, 72, 31, 56, 45, 56, 45, -97, 62, -97, 62, 87, -97, 87, -97, 32, -6, 32, -6, 107, -128, 107,
    -128, 104, -43, 104, -43, 38, 93, 38, 93, 32, -6, 32, -6, 107, -128, 107, -128, 104, -43, 104, -43, 38,
    93, 38, 93};
};

/// 1x5x7x1 -> 3x4, half_pixel_centers
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 5, 7, 1};
  static constexpr std::array<std::int8_t, 35> input{
    -101, 4, 67, -56, 69, 92, 15, -34, 42, 119, 1, 63, 127, 42, -118, 102, 126, -46, -82, -30, -121, 86,
    -104, -91, -80, -128, -79, 101, 27, 113, 79, -45, 55, -27, 56};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 3;
  static constexpr int columns = 4;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = true;
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{
    -101, 67, 69, 15, -118, 126, -82, -121, 27, 79, 55, 56};
};

/// 2x2x3x2 -> 7x5, half_pixel_centers
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 2, 3, 2};
  static constexpr std::array<std::int8_t, 24> input{
    -85, -1, -2, 122, 34, 23, 69, 10, -92, 117, -52, 57, -36, -119, -128, -50, 28, -88, -61, -69, 119, 127,
    -91, -29};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 7;
  static constexpr int columns = 5;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = true;
  static constexpr std::array<int, 4> output_shape{2, 7, 5, 2};
  static constexpr std::array<std::int8_t, 140> expected{
    -85, -1, -85, -1, -2, 122, 34, 23, 34, 23, -85, -1, -85, -1, -2, 122, 34, 23, 34, 23, -85, -1, -85, -1,
    -2, 122, 34, 23, 34, 23, 69, 10, 69, 10, -92, 117, -52, 57, -52, 57, 69, 10, 69, 10, -92, 117, -52, 57,
    -52, 57, 69, 10, 69, 10, -92, 117, -52, 57, -52, 57, 69, 10, 69, 10, -92, 117, -52, 57, -52, 57, -36,
    -119, -36, -119, -128, -50, 28, -88, 28, -88, -36, -119, -36, -119, -128, -50, 28, -88, 28, -88, -36,
    -119, -36, -119, -128, -50, 28, -88, 28, -88, -61, -69, -61, -69, 119, 127, -91, -29, -91, -29, -61,
    -69, -61, -69, 119, 127, -91, -29, -91, -29, -61, -69, -61, -69, 119, 127, -91, -29, -91, -29, -61, -69,
    -61, -69, 119, 127, -91, -29, -91, -29};
};

/// 1x9x1x3 -> 4x1, half_pixel_centers
struct case_7 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 9, 1, 3};
  static constexpr std::array<std::int8_t, 27> input{
    58, 15, 127, -125, 93, 47, -4, -41, -74, 109, 82, -8, -128, 109, -8, -41, -121, -25, 61, -86, -103,
    -122, 13, -128, 59, -66, 15};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 4;
  static constexpr int columns = 1;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = true;
  static constexpr std::array<int, 4> output_shape{1, 4, 1, 3};
  static constexpr std::array<std::int8_t, 12> expected{
    -125, 93, 47, 109, 82, -8, -41, -121, -25, -122, 13, -128};
};

/// 1x3x4x2 -> 6x8, align_corners
struct case_8 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> input{
    -98, 15, -91, -128, 27, -80, -44, 127, 85, -88, 66, -70, 53, -113, 79, -92, 73, -74, -65, 21, 7, -96,
    96, 25};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 6;
  static constexpr int columns = 8;
  static constexpr bool align_corners = true;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 6, 8, 2};
  static constexpr std::array<std::int8_t, 96> expected{
    -98, 15, -98, 15, -91, -128, -91, -128, 27, -80, 27, -80, -44, 127, -44, 127, -98, 15, -98, 15, -91,
    -128, -91, -128, 27, -80, 27, -80, -44, 127, -44, 127, 85, -88, 85, -88, 66, -70, 66, -70, 53, -113, 53,
    -113, 79, -92, 79, -92, 85, -88, 85, -88, 66, -70, 66, -70, 53, -113, 53, -113, 79, -92, 79, -92, 73,
    -74, 73, -74, -65, 21, -65, 21, 7, -96, 7, -96, 96, 25, 96, 25, 73, -74, 73, -74, -65, 21, -65, 21, 7,
    -96, 7, -96, 96, 25, 96, 25};
};

/// 1x5x7x1 -> 3x4, align_corners
struct case_9 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 5, 7, 1};
  static constexpr std::array<std::int8_t, 35> input{
    -103, -104, 120, -89, 16, 53, -2, 107, -59, -54, 73, -35, 7, -105, 24, -112, 127, 68, 54, -40, 55, 97,
    107, -101, 77, 91, 79, -128, -103, 59, -21, -90, 107, -89, 77};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 3;
  static constexpr int columns = 4;
  static constexpr bool align_corners = true;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{
    -103, 120, 16, -2, 24, 127, 54, 55, -103, -21, 107, 77};
};

/// 2x2x3x2 -> 7x5, align_corners
struct case_10 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 2, 3, 2};
  static constexpr std::array<std::int8_t, 24> input{
    74, -93, -128, -114, -120, -92, -16, 24, -126, -93, 127, 110, 55, -128, 98, 118, 22, 93, 4, -108, 5, 93,
    -65, -94};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 7;
  static constexpr int columns = 5;
  static constexpr bool align_corners = true;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{2, 7, 5, 2};
  static constexpr std::array<std::int8_t, 140> expected{
    74, -93, -128, -114, -128, -114, -120, -92, -120, -92, 74, -93, -128, -114, -128, -114, -120, -92, -120,
    -92, 74, -93, -128, -114, -128, -114, -120, -92, -120, -92, -16, 24, -126, -93, -126, -93, 127, 110,
    127, 110, -16, 24, -126, -93, -126, -93, 127, 110, 127, 110, -16, 24, -126, -93, -126, -93, 127, 110,
    127, 110, -16, 24, -126, -93, -126, -93, 127, 110, 127, 110, 55, -128, 98, 118, 98, 118, 22, 93, 22, 93,
    55, -128, 98, 118, 98, 118, 22, 93, 22, 93, 55, -128, 98, 118, 98, 118, 22, 93, 22, 93, 4, -108, 5, 93,
    5, 93, -65, -94, -65, -94, 4, -108, 5, 93, 5, 93, -65, -94, -65, -94, 4, -108, 5, 93, 5, 93, -65, -94,
    -65, -94, 4, -108, 5, 93, 5, 93, -65, -94, -65, -94};
};

/// 1x9x1x3 -> 4x1, align_corners
struct case_11 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 9, 1, 3};
  static constexpr std::array<std::int8_t, 27> input{
    1, 31, -45, 53, 97, -39, -62, 19, 127, 19, -128, -68, 53, 125, -21, 33, -12, -66, 51, -42, 79, 1, 50,
    -14, -101, 40, -127};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 4;
  static constexpr int columns = 1;
  static constexpr bool align_corners = true;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 4, 1, 3};
  static constexpr std::array<std::int8_t, 12> expected{
    1, 31, -45, 19, -128, -68, 33, -12, -66, -101, 40, -127};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7, case_8, case_9,
                         case_10, case_11>;

}  // namespace tenon_golden::resize_nearest
