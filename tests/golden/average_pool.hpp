// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 average_pool; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace tenon_golden::average_pool {

/// 1x5x7x3 -> 1x2x3x3, window 2x2, stride 2x2, valid, none
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 5, 7, 3};
  static constexpr std::array<std::int8_t, 105> input{
    -93, 26, 24, 99, 22, -87, 24, -34, -90, -123, 21, -82, -74, 60, -63, 77, 14, -45, 32, 69, 14, -105, -62,
    -128, 7, 115, 80, -76, 71, 6, -98, -102, 6, 9, -83, 93, 31, -76, 106, -16, 86, 77, -53, 19, 2, -71, 127,
    -45, 34, 5, 37, 118, -73, 49, -115, -124, -126, -116, -127, 40, -19, 83, -54, -73, 82, -9, 126, -7, 93,
    -123, -38, -56, -3, 74, -42, 90, 96, 56, -40, -125, -119, 26, -63, 56, 48, -50, 77, -4, -13, 53, 120,
    -101, -97, -113, -60, -65, 58, -127, -60, 112, -103, 77, 58, -76, 48};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int window_rows = 2;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 2;
  static constexpr bool same = false;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 2, 3, 3};
  static constexpr std::array<std::int8_t, 18> expected{
    -23, 25, -28, -68, -11, -40, 11, -21, 23, -18, 55, 10, 7, -8, -3, -45, -70, -37};
};

/// 1x6x5x4 -> 1x3x5x4, window 3x3, stride 2x1, same, none
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.02f, 100};
  static constexpr std::array<int, 4> input_shape{1, 6, 5, 4};
  static constexpr std::array<std::int8_t, 120> input{
    94, 28, -46, 117, 117, -55, 2, 40, 49, 124, 20, 35, -22, 81, -122, 74, -12, -124, 39, 41, 105, -116, 66,
    -105, 102, -128, -108, 124, 22, 64, 76, -125, 28, 107, 2, 73, -57, -114, 127, 25, -120, 34, 35, 35,
    -103, 94, 0, -60, -111, -7, -9, 49, 42, -84, -82, -92, -127, 14, 57, -24, 124, -77, 17, -24, -107, 35,
    116, 78, -104, 68, 29, 26, -78, -106, 79, -74, -120, -108, -59, -26, -78, -9, -4, -125, 42, 94, 110,
    -103, -87, 87, -48, -21, -37, -76, 10, -40, -5, -54, -35, 41, 24, -45, 59, 91, -87, -54, 108, -36, 81,
    83, -32, -104, 84, -30, 51, -103, 1, -34, -124, -108};
  static constexpr tenon::encoding output_encoding{0.02f, 100};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 3, 5, 4};
  static constexpr std::array<std::int8_t, 60> expected{
    33, -24, -9, 25, 17, 4, 4, 12, 14, 22, -25, 13, -21, 7, 12, 6, -25, -20, 4, 16, -40, 29, 46, -33, -60,
    35, 27, -16, -60, 12, 23, -26, -70, -30, -6, -18, -54, -69, -5, -36, -25, -4, 68, -43, -18, 26, 32, -50,
    -1, 17, 33, -68, 6, -4, -30, -56, 11, -49, -25, -53};
};

/// 2x4x5x2 -> 2x4x5x2, window 3x2, stride 1x1, same, relu
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.11f, -40};
  static constexpr std::array<int, 4> input_shape{2, 4, 5, 2};
  static constexpr std::array<std::int8_t, 80> input{
    -52, 82, 75, -21, 44, -85, 111, -128, -47, 101, -47, 99, -4, 50, -46, -35, -95, -22, 115, 104, -101,
    111, -89, 71, 31, -3, -75, 126, -99, 28, 108, -20, -29, 55, 34, -101, 127, -102, 8, 78, 33, -4, 99, 8,
    -35, 10, -61, -35, -119, -17, 127, -96, -33, -124, -85, 69, -60, 46, 94, 15, -9, -78, -115, 126, -22,
    -31, 16, -105, -105, 81, -30, 111, 8, 88, -60, 5, -128, -22, -17, 39};
  static constexpr tenon::encoding output_encoding{0.11f, -40};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "relu";
  static constexpr std::array<int, 4> output_shape{2, 4, 5, 2};
  static constexpr std::array<std::int8_t, 80> expected{
    -7, 53, 17, -23, 4, -40, 21, 14, 34, 103, -36, 65, 2, -4, -5, -25, -15, 35, -10, 78, -27, 61, -17, 6,
    -4, -23, -3, 35, 8, 70, -28, 54, -13, 6, 29, -20, -10, 33, -40, 53, 57, -40, -14, -9, -40, 23, -37, 2,
    -13, -1, 17, -28, -32, 10, -40, -8, -39, -3, -40, 26, -9, 5, -40, 22, -40, -6, -33, 9, -9, 45, -37, 62,
    -40, 47, -40, -38, -40, -2, -40, 60};
};

/// 1x7x7x2 -> 1x3x4x2, window 5x3, stride 3x2, same, relu6
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.06f, -20};
  static constexpr std::array<int, 4> input_shape{1, 7, 7, 2};
  static constexpr std::array<std::int8_t, 98> input{
    125, 112, 31, -61, -128, 16, -40, 30, 3, 30, -9, 127, -74, -111, 54, 53, -97, 99, 25, -80, 95, -29, 112,
    29, -47, -126, 68, 70, 37, -30, -48, 109, -104, -64, 39, 27, -96, -63, 33, 9, -72, 33, -43, 64, -122,
    32, -46, -24, -31, 113, -91, -80, -48, -31, 64, 90, 118, -117, -29, 31, 101, 78, -108, -104, 27, -76,
    -22, -1, 19, -43, -59, -51, -47, 40, 44, 79, -11, 0, 119, -128, 29, -56, 84, 55, 118, -55, 52, 77, -95,
    -25, -95, 3, 16, 65, 46, 100, -86, 24};
  static constexpr tenon::encoding output_encoding{0.06f, -20};
  static constexpr int window_rows = 5;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 3;
  static constexpr int stride_columns = 2;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "relu6";
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> expected{
    17, 47, -20, 5, 10, 4, -17, 0, -20, 23, -20, 20, 0, -20, 11, 0, 26, -13, -20, 20, 0, -20, 12, 13};
};

/// 1x3x2x19 -> 1x1x1x19, window 3x2, stride 1x1, valid, none
struct case_4 {
  static constexpr tenon::encoding input_encoding{1.3f, 0};
  static constexpr std::array<int, 4> input_shape{1, 3, 2, 19};
  static constexpr std::array<std::int8_t, 114> input{
    60, -67, -40, 105, 79, 97, -122, 52, -96, -17, 101, -102, -118, -55, 46, -79, 18, -34, -12, 124, 42, 35,
    -81, 120, 76, 24, -43, 80, 117, 86, 4, 9, -90, -127, 95, 28, 116, -69, 48, -128, 41, 69, -3, 127, 7, 32,
    115, 98, -53, -97, 47, -19, 72, -33, 13, -3, -38, 37, -15, -20, 127, 51, 81, 82, 95, 60, -122, 90, 103,
    119, -111, 86, -88, -53, 58, -41, -56, -94, 32, -89, 64, 66, -40, 60, -110, -88, -123, 34, -100, 28,
    -119, 84, -103, -98, 41, -15, 111, 73, -12, -19, 25, 111, 114, 55, 18, 66, 127, 113, -87, 95, -84, -56,
    -54, -12};
  static constexpr tenon::encoding output_encoding{1.3f, 0};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr bool same = false;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 1, 1, 19};
  static constexpr std::array<std::int8_t, 19> expected{
    33, -25, 20, 20, 49, 79, 10, 52, 17, 1, 28, 12, 12, -56, 9, -18, -26, -3, -22};
};

/// 1x9x1x3 -> 1x5x1x3, window 4x1, stride 2x1, same, none
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.01f, -128};
  static constexpr std::array<int, 4> input_shape{1, 9, 1, 3};
  static constexpr std::array<std::int8_t, 27> input{
    5, -116, -111, 66, -86, -103, 3, -86, 118, 41, 127, 9, 127, 90, 75, -16, 102, 8, -46, -126, -128, 87,
    100, -83, -92, -54, 95};
  static constexpr tenon::encoding output_encoding{0.01f, -128};
  static constexpr int window_rows = 4;
  static constexpr int window_columns = 1;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 5, 1, 3};
  static constexpr std::array<std::int8_t, 15> expected{
    25, -96, -32, 59, 11, 25, 27, 48, -9, -17, 6, -27, -3, 23, 6};
};

/// 1x4x4x5 -> 1x2x2x5, window 1x1, stride 2x2, same, none
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.2f, 127};
  static constexpr std::array<int, 4> input_shape{1, 4, 4, 5};
  static constexpr std::array<std::int8_t, 80> input{
    -39, -118, -2, -86, -74, 0, 116, -3, 94, -84, 127, -85, -123, -66, 125, -80, 75, -117, -93, 25, 15, -64,
    -74, -92, -123, 45, -70, 27, 96, 55, 22, -128, -124, 6, -96, 27, 66, -94, 79, -97, -5, -101, 63, 105,
    -92, 65, 42, 39, -6, -35, -83, -90, -71, -114, -75, -50, 31, -107, -17, -88, 96, -77, 120, 43, -76, -66,
    -61, -18, 40, -95, 122, 1, 103, 90, -121, -56, -42, -38, 109, 4};
  static constexpr tenon::encoding output_encoding{0.2f, 127};
  static constexpr int window_rows = 1;
  static constexpr int window_columns = 1;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 2;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 2, 2, 5};
  static constexpr std::array<std::int8_t, 20> expected{
    -39, -118, -2, -86, -74, 127, -85, -123, -66, 125, -5, -101, 63, 105, -92, -83, -90, -71, -114, -75};
};

/// 1x8x8x1 -> 1x8x8x1, window 7x7, stride 1x1, same, none
struct case_7 {
  static constexpr tenon::encoding input_encoding{0.9f, 8};
  static constexpr std::array<int, 4> input_shape{1, 8, 8, 1};
  static constexpr std::array<std::int8_t, 64> input{
    119, 4, -58, -12, -94, -66, -12, 67, 14, 79, -77, -117, 47, -31, -15, 52, -89, 111, 4, -68, -14, -16,
    36, -128, 127, -125, -25, -46, -111, -12, -125, -122, -25, 67, 116, 95, -128, -21, 104, 75, 6, -61,
    -112, 72, -22, 30, 119, 81, -128, -71, 2, -55, 15, 62, 123, 37, -36, -1, 88, 43, 61, -102, 21, -3};
  static constexpr tenon::encoding output_encoding{0.9f, 8};
  static constexpr int window_rows = 7;
  static constexpr int window_columns = 7;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 8, 8, 1};
  static constexpr std::array<std::int8_t, 64> expected{
    -10, -17, -19, -20, -31, -39, -39, -34, 5, -8, -12, -10, -16, -23, -26, -26, 0, -11, -12, -8, -11, -15,
    -13, -13, -9, -16, -15, -8, -7, -8, -6, -2, -8, -10, -11, -4, -1, -2, -2, 0, -5, -10, -10, -2, 0, 2, 0,
    -2, -3, -10, -10, -2, 2, 9, 8, 4, 0, -4, -4, 9, 23, 29, 30, 28};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7>;

}  // namespace tenon_golden::average_pool
