// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 max_pool; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace tenon_golden::max_pool {

/// 1x5x7x3 -> 1x2x3x3, window 2x2, stride 2x2, valid, none
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 5, 7, 3};
  static constexpr std::array<std::int8_t, 105> input{
    82, -119, -55, 86, 64, 81, -41, -25, 110, -37, 37, -105, 73, 115, -38, 95, -107, -51, 74, 43, -97, 68,
    40, 89, -75, 15, 4, -38, 97, 78, 126, -63, 120, -43, -105, 77, -7, 50, -128, 43, -38, 35, -82, -10, -87,
    -83, 126, 32, 1, 73, 80, 49, -89, 124, -49, 82, 8, 48, -122, 2, 111, 119, -117, -52, -34, -83, 7, -120,
    108, -96, 57, -71, 30, -53, -65, 69, 108, 99, 127, -14, -22, -94, 120, -53, 117, 40, 14, -2, -122, -78,
    -32, -63, 46, -41, 30, 127, 16, -14, -73, 106, -45, -92, 25, -45, 105};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr int window_rows = 2;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 2;
  static constexpr bool same = false;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 2, 3, 3};
  static constexpr std::array<std::int8_t, 18> expected{
    86, 64, 89, 126, 97, 120, 95, 115, 77, 7, 126, 108, 49, 73, 124, 127, 108, 99};
};

/// 1x6x5x4 -> 1x3x5x4, window 3x3, stride 2x1, same, none
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.02f, 100};
  static constexpr std::array<int, 4> input_shape{1, 6, 5, 4};
  static constexpr std::array<std::int8_t, 120> input{
    127, -128, -117, -119, -46, 0, 52, 108, -12, 32, -81, -116, 62, 113, 126, 7, -62, 7, -16, -11, 50, -75,
    60, -99, 82, 1, 5, 36, -124, 55, 120, -76, -88, 24, -113, 55, -47, -85, 97, 126, 111, -89, -30, 60, 127,
    -89, -122, -97, -58, -2, -60, -40, 115, -69, -120, 93, -108, 98, 83, -96, -40, -9, 31, -78, 95, 58, 15,
    99, -58, 56, -106, -109, 48, 89, -86, -127, 99, 43, -56, 8, 74, 26, -113, 78, 21, 102, -57, -60, -41,
    -59, 114, 2, 36, 95, -77, 102, -31, 5, -21, 68, 84, -99, -23, 8, -88, 126, -57, -78, 91, -85, -65, -16,
    -36, 40, 66, 34, 91, 12, 100, 83};
  static constexpr tenon::encoding output_encoding{0.02f, 100};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 3, 5, 4};
  static constexpr std::array<std::int8_t, 60> expected{
    127, 1, 60, 108, 127, 55, 120, 108, 127, 113, 126, 108, 115, 113, 126, 126, 115, 113, 126, 126, 127,
    102, 31, 99, 127, 102, 114, 99, 127, 102, 114, 102, 115, 98, 114, 102, 115, 98, 83, 102, 84, 126, -23,
    78, 91, 126, 114, 78, 91, 126, 114, 102, 91, 95, 114, 102, 91, 95, 100, 102};
};

/// 2x4x5x2 -> 2x4x5x2, window 3x2, stride 1x1, same, relu
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.11f, -40};
  static constexpr std::array<int, 4> input_shape{2, 4, 5, 2};
  static constexpr std::array<std::int8_t, 80> input{
    -78, -126, -106, 110, -103, -107, 22, -64, -114, 124, -110, -14, -28, 127, 61, 115, -61, -107, -7, 23,
    -87, 78, 21, 92, -29, -68, 106, -3, 73, 78, 96, -108, 119, -52, -126, -26, 92, 42, -79, -103, -66, 7,
    -71, -5, -109, 67, 44, -102, -29, -72, 34, -83, -53, -1, -49, -83, 62, 104, 117, 82, -77, 59, 31, -56,
    -112, 115, 121, -67, -118, -24, 9, 106, 110, -128, -102, -83, -27, -119, 89, -98};
  static constexpr tenon::encoding output_encoding{0.11f, -40};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "relu";
  static constexpr std::array<int, 4> output_shape{2, 4, 5, 2};
  static constexpr std::array<std::int8_t, 80> expected{
    -28, 127, 61, 127, 61, 115, 22, 124, -7, 124, 21, 127, 61, 127, 106, 115, 106, 124, 73, 124, 119, 127,
    119, 127, 106, 115, 106, 78, 73, 78, 119, 92, 119, 92, 106, 42, 106, 78, 73, 78, 34, 7, -40, 67, 62,
    104, 117, 104, 117, 82, 34, 59, 31, 115, 121, 115, 121, 104, 117, 82, 110, 106, 110, 115, 121, 115, 121,
    104, 117, 82, 110, 106, 110, 115, 121, 115, 121, -24, 89, -24};
};

/// 1x7x7x2 -> 1x3x4x2, window 5x3, stride 3x2, same, relu6
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.06f, -20};
  static constexpr std::array<int, 4> input_shape{1, 7, 7, 2};
  static constexpr std::array<std::int8_t, 98> input{
    -3, -72, -79, 33, 49, 71, 29, 68, 53, 100, -99, 74, -2, -35, 86, 42, 23, 70, 78, -112, 49, -118, -88,
    114, 15, -59, -119, -108, -110, -73, 30, -88, 127, -56, -27, 10, -7, 32, 101, 9, 12, -108, 17, -75, 24,
    -94, 17, 70, 90, 106, -82, -37, -59, 16, 34, -127, -111, 87, -78, -86, 27, -31, -115, -124, 95, 65, 85,
    -48, 109, 105, 104, 97, -35, -84, 127, -11, -2, 61, -9, -37, -3, 3, -13, -26, -68, 59, 124, 89, 123,
    -67, -128, -112, 0, 119, -48, -36, -108, -13};
  static constexpr tenon::encoding output_encoding{0.06f, -20};
  static constexpr int window_rows = 5;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 3;
  static constexpr int stride_columns = 2;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "relu6";
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> expected{
    80, 70, 80, 71, 80, 80, 80, 74, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80};
};

/// 1x3x2x19 -> 1x1x1x19, window 3x2, stride 1x1, valid, none
struct case_4 {
  static constexpr tenon::encoding input_encoding{1.3f, 0};
  static constexpr std::array<int, 4> input_shape{1, 3, 2, 19};
  static constexpr std::array<std::int8_t, 114> input{
    -39, -88, -57, -70, 46, -87, -5, -119, 96, 120, -29, 97, -29, 35, -28, -71, 69, -128, 1, 124, -74, 14,
    28, 72, 18, 83, -61, -61, 113, 12, -66, -14, 36, -38, 126, 117, 2, -100, -114, -116, -105, -70, 85, 28,
    27, -93, 101, -63, -15, 82, -94, 25, 105, 51, -91, -3, 113, -59, -103, 68, 111, 95, 54, 1, 11, 93, 23,
    88, -128, 1, 12, 125, -118, -84, -110, -97, -11, -99, -18, -121, -4, 72, -91, 32, 28, -113, -77, -6,
    -80, 33, 34, -21, 60, -69, 127, -38, -22, -17, 90, 62, -68, 24, -10, -37, -38, -73, -4, 19, 9, 122,
    -118, 84, 120, -106};
  static constexpr tenon::encoding output_encoding{1.3f, 0};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr bool same = false;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 1, 1, 19};
  static constexpr std::array<std::int8_t, 19> expected{
    124, -22, 68, 111, 95, 72, 83, 32, 101, 120, 88, 97, 19, 36, 125, 126, 117, 120, 127};
};

/// 1x9x1x3 -> 1x5x1x3, window 4x1, stride 2x1, same, none
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.01f, -128};
  static constexpr std::array<int, 4> input_shape{1, 9, 1, 3};
  static constexpr std::array<std::int8_t, 27> input{
    13, -120, -126, -100, 16, 49, 19, -46, 73, -111, -122, -19, 55, 127, -5, -128, -125, 71, 79, 37, -76,
    111, 31, 90, -9, -20, 53};
  static constexpr tenon::encoding output_encoding{0.01f, -128};
  static constexpr int window_rows = 4;
  static constexpr int window_columns = 1;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 5, 1, 3};
  static constexpr std::array<std::int8_t, 15> expected{
    19, 16, 73, 55, 127, 73, 79, 127, 71, 111, 37, 90, 111, 31, 90};
};

/// 1x4x4x5 -> 1x2x2x5, window 1x1, stride 2x2, same, none
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.2f, 127};
  static constexpr std::array<int, 4> input_shape{1, 4, 4, 5};
  static constexpr std::array<std::int8_t, 80> input{
    64, -15, -33, 46, 40, -98, 60, 18, 11, 60, -22, 42, 31, -75, 106, 126, 114, 125, -110, -58, -1, 33, -10,
    -105, -33, -28, -122, -16, 64, 71, 96, -60, -81, -28, -6, -11, -105, 10, 104, -124, 58, -37, 8, -45,
    -33, -88, 107, -16, -128, -62, 41, -14, -15, -11, -101, 127, -62, -87, -48, 54, -68, 73, 91, -66, 39,
    29, 121, 32, -15, 5, -73, 42, 127, -107, -40, -21, 32, 54, 127, -22};
  static constexpr tenon::encoding output_encoding{0.2f, 127};
  static constexpr int window_rows = 1;
  static constexpr int window_columns = 1;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 2;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 2, 2, 5};
  static constexpr std::array<std::int8_t, 20> expected{
    64, -15, -33, 46, 40, -22, 42, 31, -75, 106, 58, -37, 8, -45, -33, 41, -14, -15, -11, -101};
};

/// 1x8x8x1 -> 1x8x8x1, window 7x7, stride 1x1, same, none
struct case_7 {
  static constexpr tenon::encoding input_encoding{0.9f, 8};
  static constexpr std::array<int, 4> input_shape{1, 8, 8, 1};
  static constexpr std::array<std::int8_t, 64> input{
    63, -112, -106, 102, 105, 75, 1, -128, -120, 55, -120, 53, -25, -80, -125, 27, -22, -10, 18, -115, 106,
    -64, 19, -127, 127, -16, -60, -93, -84, 2, -128, -27, 9, 44, 40, 120, -115, -56, 116, 88, -32, -48,
    -126, 54, 57, 22, 72, 96, 98, 16, 56, -1, -61, -98, 48, -1, 66, -15, -2, 45, 110, 103, -30, -24};
  static constexpr tenon::encoding output_encoding{0.9f, 8};
  static constexpr int window_rows = 7;
  static constexpr int window_columns = 7;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 8, 8, 1};
  static constexpr std::array<std::int8_t, 64> expected{
    127, 127, 127, 127, 106, 106, 106, 106, 127, 127, 127, 127, 120, 120, 120, 116, 127, 127, 127, 127, 120,
    120, 120, 116, 127, 127, 127, 127, 120, 120, 120, 116, 127, 127, 127, 127, 120, 120, 120, 116, 127, 127,
    127, 127, 120, 120, 120, 116, 127, 127, 127, 127, 120, 120, 120, 116, 120, 120, 120, 120, 120, 120, 120,
    116};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7>;

}  // namespace tenon_golden::max_pool
