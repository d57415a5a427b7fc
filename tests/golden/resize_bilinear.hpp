// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 resize_bilinear; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::resize_bilinear {

/// 1x3x4x2 -> 6x8, plain
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> input{
    3, 84, 127, -115, 61, 43, 73, 19, 6, -33, -128, 103, 6, -33, 23, -43, -74, 89, 122, -110, -26, 18, 18,
    -84};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 6;
  static constexpr int columns = 8;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 6, 8, 2};
  static constexpr std::array<std::int8_t, 96> expected{
    3, 84, 65, -16, 127, -115, 94, -36, 61, 43, 67, 31, 73, 19, 73, 19, 5, 26, 2, 10, -1, -6, 17, -1, 34, 5,
    41, -4, 48, -12, 48, -12, 6, -33, -61, 35, -128, 103, -61, 35, 6, -33, 15, -38, 23, -43, 23, -43, -34,
    28, -19, 12, -3, -4, -7, -6, -10, -8, 5, -36, 21, -64, 21, -64, -74, 89, 24, -11, 122, -110, 48, -46,
    -26, 18, -4, -33, 18, -84, 18, -84, -74, 89, 24, -11, 122, -110, 48, -46, -26, 18, -4, -33, 18, -84, 18,
    -84};
};

/// 1x5x7x1 -> 3x4, plain
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 5, 7, 1};
  static constexpr std::array<std::int8_t, 35> input{
    66, 123, 4, 113, -27, -118, -102, -94, 127, 55, -78, 117, -48, -13, 0, 11, -92, -6, -117, 86, -60, -84,
    31, 11, 118, 109, -29, -32, 92, -119, 70, 31, -128, 84, 125};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 3;
  static constexpr int columns = 4;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{66, 34, 43, -114, -31, -20, -35, 20, -25, 18, 59, 12};
};

/// 2x2x3x2 -> 7x5, plain
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 2, 3, 2};
  static constexpr std::array<std::int8_t, 24> input{
    -67, -77, -120, -119, -115, -57, 89, 110, 47, 66, 124, 67, -89, 28, 19, -23, -93, -42, 102, -37, -43,
    -36, 127, -128};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 7;
  static constexpr int columns = 5;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{2, 7, 5, 2};
  static constexpr std::array<std::int8_t, 140> expected{
    -67, -77, -99, -102, -119, -107, -116, -69, -115, -57, -22, -23, -52, -49, -67, -57, -52, -30, -47, -22,
    22, 30, -6, 4, -15, -8, 12, 9, 22, 14, 67, 84, 41, 57, 37, 42, 77, 48, 90, 49, 89, 110, 64, 84, 62, 66,
    109, 67, 124, 67, 89, 110, 64, 84, 62, 66, 109, 67, 124, 67, 89, 110, 64, 84, 62, 66, 109, 67, 124, 67,
    -89, 28, -24, -3, -3, -27, -70, -38, -93, -42, -34, 9, -13, -12, -5, -35, -24, -59, -30, -67, 20, -9,
    -2, -22, -7, -43, 23, -79, 33, -91, 75, -28, 9, -32, -8, -50, 70, -99, 96, -116, 102, -37, 15, -36, -9,
    -54, 93, -109, 127, -128, 102, -37, 15, -36, -9, -54, 93, -109, 127, -128, 102, -37, 15, -36, -9, -54,
    93, -109, 127, -128};
};

/// 1x9x1x3 -> 4x1, plain
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 9, 1, 3};
  static constexpr std::array<std::int8_t, 27> input{
    -128, -73, 89, 127, -103, 125, 19, 80, -22, 22, -74, 0, 114, -58, 65, 54, 31, -78, 71, -104, -60, -62,
    22, 63, -108, 115, -54};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 4;
  static constexpr int columns = 1;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 4, 1, 3};
  static constexpr std::array<std::int8_t, 12> expected{
    -128, -73, 89, 20, 42, -17, 84, -14, -7, -29, -10, 32};
};

/// 1x3x4x2 -> 6x8, half_pixel_centers
struct case_4 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> input{
    49, 23, -29, 53, -128, -120, 52, -6, -120, 29, -89, 74, -11, 87, 33, 72, 127, 76, 16, -89, -102, -105,
    -64, -9};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 6;
  static constexpr int columns = 8;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = true;
  static constexpr std::array<int, 4> output_shape{1, 6, 8, 2};
  static constexpr std::array<std::int8_t, 96> expected{
    49, 23, 30, 31, -10, 46, -54, 10, -103, -77, -83, -92, 7, -35, 52, -6, 7, 25, -6, 33, -31, 50, -58, 27,
    -85, -37, -62, -48, 11, -7, 47, 14, -78, 28, -77, 38, -75, 58, -66, 60, -49, 44, -21, 40, 18, 48, 38,
    53, -58, 41, -59, 39, -62, 35, -56, 35, -41, 38, -23, 42, -2, 49, 9, 52, 65, 64, 46, 36, 9, -20, -28,
    -50, -62, -55, -69, -40, -50, -6, -40, 11, 127, 76, 99, 35, 44, -48, -14, -93, -73, -101, -93, -81, -74,
    -33, -64, -9};
};

/// 1x5x7x1 -> 3x4, half_pixel_centers
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 5, 7, 1};
  static constexpr std::array<std::int8_t, 35> input{
    -120, -16, -28, 74, 41, -40, 40, 127, -95, -87, 64, -127, 116, -122, -55, 118, 116, 95, -16, 63, 52,
    -73, -91, 66, -104, -128, 44, 110, -67, -4, -116, -27, -109, -21, -110};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 3;
  static constexpr int columns = 4;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = true;
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{
    -39, -33, -4, -4, 10, 113, -2, 56, -55, -55, -107, -23};
};

/// 2x2x3x2 -> 7x5, half_pixel_centers
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 2, 3, 2};
  static constexpr std::array<std::int8_t, 24> input{
    49, 82, 96, 100, 45, -90, 5, -38, -20, 123, 38, -122, -5, -122, -76, 123, 72, 99, 49, 24, 103, -128,
    -108, 127};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 7;
  static constexpr int columns = 5;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = true;
  static constexpr std::array<int, 4> output_shape{2, 7, 5, 2};
  static constexpr std::array<std::int8_t, 140> expected{
    49, 82, 68, 89, 96, 100, 65, -14, 45, -90, 49, 82, 68, 89, 96, 100, 65, -14, 45, -90, 40, 56, 52, 76,
    71, 105, 55, -16, 43, -97, 27, 22, 31, 58, 38, 111, 40, -19, 41, -106, 14, -12, 11, 40, 5, 118, 26, -22,
    39, -115, 5, -38, -5, 26, -20, 123, 15, -24, 38, -122, 5, -38, -5, 26, -20, 123, 15, -24, 38, -122, -5,
    -122, -33, -24, -76, 123, 13, 109, 72, 99, -5, -122, -33, -24, -76, 123, 13, 109, 72, 99, 7, -91, -11,
    -27, -37, 69, 5, 91, 33, 105, 22, -49, 19, -30, 14, -3, -5, 67, -18, 113, 38, -7, 48, -34, 65, -74, -16,
    43, -70, 121, 49, 24, 71, -37, 103, -128, -23, 25, -108, 127, 49, 24, 71, -37, 103, -128, -23, 25, -108,
    127};
};

/// 1x9x1x3 -> 4x1, half_pixel_centers
struct case_7 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 9, 1, 3};
  static constexpr std::array<std::int8_t, 27> input{
    -108, 91, 49, -51, -112, 37, 10, -106, -128, -12, -12, 90, -62, -53, 28, 98, -107, 126, -40, 106, 78,
    122, 28, -113, 89, 86, 127};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 4;
  static constexpr int columns = 1;
  static constexpr bool align_corners = false;
  static constexpr bool half_pixel_centers = true;
  static constexpr std::array<int, 4> output_shape{1, 4, 1, 3};
  static constexpr std::array<std::int8_t, 12> expected{
    -72, -36, 42, -9, -24, 63, 81, -80, 120, 110, 50, -23};
};

/// 1x3x4x2 -> 6x8, align_corners
struct case_8 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> input{
    -123, 53, 103, 106, -74, -14, -4, -3, 88, -65, -71, -128, 8, -51, 97, 54, 53, 65, -99, -74, -86, 127,
    -62, -113};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 6;
  static constexpr int columns = 8;
  static constexpr bool align_corners = true;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 6, 8, 2};
  static constexpr std::array<std::int8_t, 96> expected{
    -123, 53, -26, 76, 71, 98, 52, 72, -24, 20, -64, -12, -34, -8, -4, -3, -39, 6, -8, 9, 23, 11, 12, 1,
    -20, -17, -30, -22, 3, -1, 36, 20, 46, -41, 11, -59, -25, -76, -28, -71, -16, -54, 4, -31, 40, 6, 77,
    43, 81, -39, 13, -72, -54, -106, -58, -88, -30, -44, 0, -10, 33, 5, 65, 20, 67, 13, 1, -33, -66, -80,
    -77, -52, -60, 13, -41, 41, -20, -3, 1, -46, 53, 65, -12, 5, -77, -54, -95, -16, -90, 70, -83, 93, -72,
    -10, -62, -113};
};

/// 1x5x7x1 -> 3x4, align_corners
struct case_9 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 5, 7, 1};
  static constexpr std::array<std::int8_t, 35> input{
    55, -113, -23, -119, -6, 2, -81, -60, 31, 100, -33, -108, -2, -9, 127, -73, 65, 91, 119, -123, -22,
    -104, -28, -123, 76, -71, 64, 7, 90, 9, -88, 33, -128, -95, 91};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 3;
  static constexpr int columns = 4;
  static constexpr bool align_corners = true;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 1};
  static constexpr std::array<std::int8_t, 12> expected{
    55, -23, -6, -81, 127, 65, 119, -22, 90, -88, -128, 91};
};

/// 2x2x3x2 -> 7x5, align_corners
struct case_10 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{2, 2, 3, 2};
  static constexpr std::array<std::int8_t, 24> input{
    -91, -119, 89, -107, -81, -50, 46, 57, 16, -5, -91, 127, 97, -106, -128, 102, -32, 24, -12, -60, -78, 3,
    48, -77};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 7;
  static constexpr int columns = 5;
  static constexpr bool align_corners = true;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{2, 7, 5, 2};
  static constexpr std::array<std::int8_t, 140> expected{
    -91, -119, -1, -113, 89, -107, 4, -79, -81, -50, -68, -90, 4, -90, 77, -90, -3, -55, -83, -20, -45, -60,
    10, -67, 65, -73, -10, -32, -84, 9, -22, -31, 15, -43, 52, -56, -17, -9, -86, 39, 1, -1, 20, -20, 40,
    -39, -24, 15, -88, 68, 23, 28, 26, 3, 28, -22, -31, 38, -89, 98, 46, 57, 31, 26, 16, -5, -38, 61, -91,
    127, 97, -106, -16, -2, -128, 102, -80, 63, -32, 24, 79, -98, -20, -6, -120, 85, -69, 46, -19, 7, 61,
    -91, -25, -11, -111, 69, -58, 30, -5, -10, 42, -83, -30, -15, -103, 52, -47, 13, 8, -27, 24, -75, -35,
    -20, -95, 36, -37, -4, 21, -43, 6, -68, -40, -24, -86, 19, -26, -20, 35, -60, -12, -60, -45, -29, -78,
    3, -15, -37, 48, -77};
};

/// 1x9x1x3 -> 4x1, align_corners
struct case_11 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 9, 1, 3};
  static constexpr std::array<std::int8_t, 27> input{
    -61, 8, -43, -120, 70, -128, -117, -36, -51, -1, 21, -68, 83, 5, -77, 127, -68, 51, 42, -128, 96, 55,
    74, -1, -14, 31, -24};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int rows = 4;
  static constexpr int columns = 1;
  static constexpr bool align_corners = true;
  static constexpr bool half_pixel_centers = false;
  static constexpr std::array<int, 4> output_shape{1, 4, 1, 3};
  static constexpr std::array<std::int8_t, 12> expected{-61, 8, -43, -40, 2, -62, 99, -88, 66, -14, 31, -24};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7, case_8, case_9,
                         case_10, case_11>;

}  // namespace tenon_golden::resize_bilinear
