// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 by its default resolver; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace tenon_golden::float32_rounding::conv2d {

/// 2x4x4x5 -> 2x4x4x7, window 1x1, stride 1x1, dilation 1x1, valid, relu, per channel
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.11f, -128};
  static constexpr std::array<int, 4> input_shape{2, 4, 4, 5};
  static constexpr std::array<std::int8_t, 160> input{
    37, -1, 60, 14, -56, -44, 102, -38, -89, 70, 69, -32, 37, 102, -1, -127, -59, 115, -71, -105, 116, -45,
    -111, -90, 27, 74, 1, 65, 3, 30, 37, -70, -74, -17, -86, 79, -39, -86, -75, -11, 7, -127, 109, -12, 17,
    100, 62, 36, -72, -49, 33, -92, -53, -103, 32, 118, 106, -108, 32, -99, -2, 38, -18, -25, 65, -26, 94,
    -123, -120, 17, -94, 66, 16, -128, -91, -95, 114, 53, -80, 99, 41, -34, 54, 82, 22, -76, -12, -104, -85,
    126, -111, 127, 100, -67, -109, -15, -126, 84, -9, 3, 103, -128, 100, -127, 112, -107, 9, -85, -25, 125,
    42, -24, 35, 35, 79, -79, 89, 15, 10, 76, 127, 77, 38, 77, -23, -18, 26, 78, -124, 114, -123, -14, -72,
    -2, -54, 40, -109, 40, -32, -113, -34, 35, 3, -118, 48, 125, -51, 18, -46, -68, 67, -101, 18, 44, 67, 0,
    108, -95, -63, -123};
  static constexpr std::array<float, 7> kernel_scales{
    0.015638392f, 0.023923159f, 0.016357938f, 0.005226309f, 0.00995448f, 0.0061707264f, 0.010937337f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 4> kernel_shape{7, 1, 1, 5};
  static constexpr std::array<std::int8_t, 35> kernel{
    11, -54, 119, -61, 1, -41, -127, -83, -125, 65, 86, -46, 42, 124, 119, -99, 127, -91, 87, 17, 27, -24,
    -83, -33, 74, 117, -42, -22, -58, -11, -101, 17, -101, -67, 127};
  static constexpr std::array<std::int32_t, 7> bias{6258, 2391, -1932, -5489, -6955, 6221, 2843};
  static constexpr tenon::encoding output_encoding{0.32285222f, -100};
  static constexpr int window_rows = 1;
  static constexpr int window_columns = 1;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int groups = 1;
  static constexpr bool same = false;
  static constexpr std::string_view activation = "relu";
  static constexpr std::array<int, 4> output_shape{2, 4, 4, 7};
  static constexpr std::array<std::int8_t, 224> expected{
    -20, -100, 126, -100, -100, -85, -100, -82, -100, 50, -75, -100, -100, -56, -52, -100, 127, -100, -100,
    -86, -100, 49, -100, -16, -100, -100, -100, -100, -77, -100, 118, -100, -78, -43, -100, -11, -100, 127,
    -100, -100, -77, -100, -75, -100, 71, -100, -100, -68, -100, -70, -100, 90, -100, -100, -55, -100, 54,
    -100, 127, -100, -100, -82, -100, -22, -100, 79, -100, -100, -64, -100, -27, -100, 98, -100, -96, -61,
    -100, -100, -100, 82, -78, -100, -68, -100, -70, -100, 127, -90, -100, -93, -100, -100, -100, -16, -73,
    -98, -86, -49, -29, -100, -86, -94, -100, -100, -100, -34, -100, 69, -76, -100, -100, -59, -36, -100,
    127, -100, -100, -91, -100, -94, -100, 88, -82, -76, -97, -1, -14, -100, -60, -82, -100, -100, -100, 36,
    -100, 127, -100, -100, -87, -100, 92, -100, 127, -100, -100, -46, -100, -100, -100, 113, -66, -93, -100,
    -11, -35, -100, 127, -100, -100, -86, -100, -79, -100, 121, -65, -100, -100, -86, -72, -100, 127, -100,
    -100, -77, -100, 26, -100, 114, -100, -100, -89, -85, -100, -100, 12, -72, -100, -100, -100, 13, -100,
    81, -100, -100, -67, -100, -27, -100, 47, -100, -100, -90, -83, -8, -100, 121, -100, -100, -50, -100,
    -25, -100, 127, -100, -100, -74, -100, -100, -100, -54, -74, -100, -86, -100};
};

/// 1x9x8x2 -> 1x9x4x3, window 3x3, stride 1x2, dilation 2x3, same, none, per channel
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.003921569f, 127};
  static constexpr std::array<int, 4> input_shape{1, 9, 8, 2};
  static constexpr std::array<std::int8_t, 144> input{
    -2, -123, -65, 111, -42, 62, -19, 28, 49, -50, 105, -20, 96, -29, -42, 127, -28, -124, 65, 116, -16,
    -27, -4, 11, 86, -36, -117, -116, 30, 20, 97, -29, -28, -106, -66, 102, 33, 38, -98, 72, 24, -128, -81,
    -103, 95, 87, 120, 30, 50, -42, 124, 99, -77, -87, -126, 17, -76, 113, -83, -60, -48, -96, 54, 66, -91,
    -70, 106, -12, -96, 113, 98, -83, 28, 98, -51, 68, -108, 63, -14, 93, 44, -127, -88, -35, 75, -83, -36,
    -96, -17, -62, 97, -38, -107, -13, -54, 106, -40, -52, -86, 102, -21, -10, 6, -99, 110, -32, -119, -36,
    -38, 10, 78, -10, 104, 26, -39, -109, 105, 106, -128, 102, 12, 101, 11, -102, 127, -78, -106, -56, 74,
    -46, -25, -91, 95, 72, 67, -80, 113, 0, -19, 87, 52, 6, -57, -3};
  static constexpr std::array<float, 3> kernel_scales{0.0032491428f, 0.008245318f, 0.0056583984f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 4> kernel_shape{3, 3, 3, 2};
  static constexpr std::array<std::int8_t, 54> kernel{
    17, -43, -94, -60, 4, 83, -70, -123, 39, -127, 29, -105, 40, 4, -122, 105, -96, 5, 11, 109, -13, -89,
    123, 1, -49, -29, -44, -103, 127, 100, -31, 49, 11, 19, 93, -64, 63, -46, 66, 41, -70, 93, -101, 69, 75,
    31, 101, 77, 7, -20, -26, -22, 103, 107};
  static constexpr std::array<std::int32_t, 3> bias{837, -8933, 2614};
  static constexpr tenon::encoding output_encoding{0.009134306f, -7};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 2;
  static constexpr int dilation_rows = 2;
  static constexpr int dilation_columns = 3;
  static constexpr int groups = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 9, 4, 3};
  static constexpr std::array<std::int8_t, 108> expected{
    51, -86, -128, 105, -38, -74, 43, 26, 43, 3, -20, -26, 38, -128, -106, 121, -50, -128, 60, 93, -24, 44,
    60, -30, 23, -128, -128, 64, -127, -128, 72, 127, -73, 109, -24, -36, 14, -128, -128, 107, -128, -128,
    108, 99, -87, 68, -8, 40, 49, -48, -128, 123, -128, -128, 78, 67, -17, 15, -92, 10, 42, -128, -107, 127,
    -125, -128, 99, 14, -80, 52, 38, -55, 15, -55, -97, 90, -128, -128, 88, 97, -98, 76, 4, -56, 45, 10,
    -128, 70, -128, -123, 63, 39, -43, 63, 23, -65, 54, 23, -128, 104, -74, -128, 56, 14, -95, 57, 36, -68};
};

/// 1x7x4x4 -> 1x3x2x4, window 2x3, stride 2x1, dilation 2x1, valid, relu, per tensor, 2 groups
struct case_2 {
  static constexpr tenon::encoding input_encoding{1.7f, 33};
  static constexpr std::array<int, 4> input_shape{1, 7, 4, 4};
  static constexpr std::array<std::int8_t, 112> input{
    117, 57, -37, -40, 118, -97, -67, -61, -26, -11, -53, -44, 40, -116, 9, 49, 6, -19, 17, -3, 26, -108,
    -82, -94, 69, 90, 81, 29, -117, 39, 80, -84, 63, 9, -50, 109, 48, 23, -124, 122, -71, 57, -61, 111, -96,
    63, 55, 57, -76, 76, 52, -22, -66, -120, 90, -79, 29, 84, 125, -40, -11, -82, -68, 22, 26, 25, -22, 11,
    127, -32, -5, 53, -57, 2, -73, 102, -31, -13, 102, 63, -69, 70, -103, -29, -107, -49, -128, -36, -111,
    -80, -70, -68, -54, 107, 62, -72, 3, -125, 73, 98, -109, -86, -43, -60, 15, -110, -31, -11, -123, 25,
    -55, 88};
  static constexpr std::array<float, 4> kernel_scales{0.008106237f, 0.008106237f, 0.008106237f, 0.008106237f};
  static constexpr bool per_channel = false;
  static constexpr std::array<int, 4> kernel_shape{4, 2, 3, 2};
  static constexpr std::array<std::int8_t, 48> kernel{
    -4, -8, 12, -5, 74, -59, -47, 0, 65, -124, 68, -35, 83, 111, -75, 127, 115, -1, 37, 24, 23, -26, 113,
    -51, -91, -55, -81, -121, -61, -111, 69, 37, -3, 102, 57, 50, 103, -9, 56, 124, -14, 11, 42, 11, -50,
    77, -127, 101};
  static constexpr std::array<std::int32_t, 4> bias{-739, -6249, -5571, 3426};
  static constexpr tenon::encoding output_encoding{5.15755f, -60};
  static constexpr int window_rows = 2;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 2;
  static constexpr int dilation_columns = 1;
  static constexpr int groups = 2;
  static constexpr bool same = false;
  static constexpr std::string_view activation = "relu";
  static constexpr std::array<int, 4> output_shape{1, 3, 2, 4};
  static constexpr std::array<std::int8_t, 24> expected{
    -60, -60, 56, -28, -60, -60, 14, -60, -60, -60, -60, -7, -60, -60, -36, -60, -42, -60, -60, -51, -35,
    -60, -60, -24};
};

/// 1x3x2x1 -> 1x3x2x5, window 5x5, stride 1x1, dilation 1x1, same, none, per channel
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -1};
  static constexpr std::array<int, 4> input_shape{1, 3, 2, 1};
  static constexpr std::array<std::int8_t, 6> input{66, 2, -128, -46, 127, -118};
  static constexpr std::array<float, 5> kernel_scales{
    0.01860021f, 0.0083931815f, 0.022369837f, 0.008696832f, 0.019406801f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 4> kernel_shape{5, 5, 5, 1};
  static constexpr std::array<std::int8_t, 125> kernel{
    -11, 122, -90, -73, 1, 33, -47, -20, -106, 103, -27, 25, 79, 94, 97, 10, -9, 88, 46, -29, 118, 65, -90,
    -127, -71, 119, 126, -65, -97, 112, -39, 2, 13, 80, 42, 103, -7, 42, 64, -58, -42, 25, -38, 20, 69, 85,
    -118, 56, 31, 58, 78, -122, -79, 70, -29, -39, 73, 18, -114, -34, -25, -14, -79, 20, -16, -49, 72, 98,
    45, 73, 87, 112, -70, -91, 11, -30, 127, -103, 119, -32, 103, -11, -122, 112, 22, -38, 77, 32, -100, 90,
    62, -58, -58, 42, 122, 53, 6, 124, -100, 38, -60, 73, 118, -73, -48, 87, 17, 8, -87, 0, 113, -37, 77,
    64, -39, -61, -37, 86, 37, -98, -77, 21, 56, 100, 104};
  static constexpr std::array<std::int32_t, 5> bias{-7906, -8899, -6424, -7954, 1546};
  static constexpr tenon::encoding output_encoding{0.3074811f, 3};
  static constexpr int window_rows = 5;
  static constexpr int window_columns = 5;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int groups = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 3, 2, 5};
  static constexpr std::array<std::int8_t, 30> expected{
    -34, 5, -86, 41, -29, 33, -41, 8, -6, -9, -51, -29, 42, -36, -10, -86, 0, 9, -27, -31, -20, -26, -74,
    20, 49, 5, -7, -61, 22, -27};
};

/// 1x4x6x3 -> 1x4x6x4, window 1x2, stride 1x1, dilation 1x1, same, none, per channel, large factors
struct case_4 {
  static constexpr tenon::encoding input_encoding{0.25f, 2};
  static constexpr std::array<int, 4> input_shape{1, 4, 6, 3};
  static constexpr std::array<std::int8_t, 72> input{
    3, -1, 4, 5, -1, 2, 5, 5, 0, 1, 2, 5, -1, 4, 4, 1, 0, 5, 0, 3, -1, 2, 0, 0, 5, 2, 4, 1, 1, 0, 5, -1, 1,
    1, 0, -1, -1, 4, 3, 2, 2, 0, 5, -1, 0, 3, 1, 2, 5, 2, 0, -1, 3, 2, 5, 3, 4, 4, 4, 5, 5, 5, 5, 0, 1, -1,
    3, 5, -1, 2, 0, 4};
  static constexpr std::array<float, 4> kernel_scales{
    6.3875144e-05f, 7.071578e-05f, 4.7670896e-05f, 6.8003545e-05f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 4> kernel_shape{4, 1, 2, 3};
  static constexpr std::array<std::int8_t, 24> kernel{
    -2, -1, -2, 2, 2, -2, -2, -2, -1, -2, -1, -1, 1, 0, 0, -1, 0, -1, 1, 1, -1, -2, -1, 2};
  static constexpr std::array<std::int32_t, 4> bias{-16, 14, -2, 1};
  static constexpr tenon::encoding output_encoding{1.644685e-05f, -4};
  static constexpr int window_rows = 1;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int groups = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 4, 6, 4};
  static constexpr std::array<std::int8_t, 96> expected{
    -22, 10, -7, -10, -7, 4, -4, -16, -32, -1, -5, 14, -29, 12, -5, 1, -31, 12, -9, 4, -21, 14, -6, -9, -11,
    21, -5, -3, -12, 9, -9, -5, -29, 8, -1, -3, -11, 15, -8, -8, -21, 20, 0, -4, -10, 21, -6, -3, -14, 14,
    -6, -9, -12, 12, -6, -8, -19, 12, -4, -2, -11, 7, -5, -13, -25, 12, -1, 7, -15, 15, -8, -5, -28, -9, -7,
    -1, -25, -14, -8, -5, -34, 4, 0, -1, 5, 19, -5, -14, -26, 6, -6, 10, -21, 13, -5, -7};
};

/// 1x4x3x3 -> 1x4x3x11, window 2x2, stride 1x1, dilation 1x1, same, none, per channel, tiny factors
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.031f, 9};
  static constexpr std::array<int, 4> input_shape{1, 4, 3, 3};
  static constexpr std::array<std::int8_t, 36> input{
    -19, -55, -67, 34, 110, 41, -98, -65, -90, -33, 35, -48, -100, -123, 36, 81, 114, -3, 53, -10, 37, 108,
    42, 127, -67, -13, -65, -38, -67, -54, -128, 120, 75, 87, -117, -8};
  static constexpr std::array<float, 11> kernel_scales{
    0.0052231145f, 0.0027096018f, 0.016135493f, 0.0074686576f, 0.012153887f, 0.014986255f, 0.005527363f,
    0.004774774f, 0.012369131f, 0.012898996f, 0.0115249315f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 4> kernel_shape{11, 2, 2, 3};
  static constexpr std::array<std::int8_t, 132> kernel{
    -82, 41, 105, -13, 62, -56, -97, 79, 10, 18, 125, -67, -120, -79, 48, -35, 8, 25, -48, -53, 69, -90,
    -17, 84, -18, 94, -38, 127, -80, -67, 11, 71, 95, -4, -70, 101, -28, 102, -15, 77, -115, 123, 101, 16,
    -65, -99, -57, 73, 35, -71, 72, -9, 60, -38, 2, -108, -76, -65, -85, 29, 39, -2, -25, -85, 116, -93,
    118, 65, 13, 60, -50, -119, 117, 4, 32, -77, -45, 65, -121, 7, 6, 51, 120, -24, 115, -29, -5, 5, 103,
    -17, -113, -102, 94, 99, -11, -110, -30, -59, -85, -74, -5, 23, -35, -101, -30, -92, -108, -127, 100,
    111, -119, 43, -122, 120, -76, 10, -49, -103, 63, -19, -35, -90, -94, 101, 86, -29, 125, 127, -3, -41,
    118, -117};
  static constexpr std::array<std::int32_t, 11> bias{
    716034554, 123641783, -867282257, -961009654, 5261015, 272813702, -825600977, -465770956, -144043722,
    653100652, 595766331};
  static constexpr tenon::encoding output_encoding{4244.0664f, 1};
  static constexpr int window_rows = 2;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int groups = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 4, 3, 11};
  static constexpr std::array<std::int8_t, 132> expected{
    28, 3, -101, -51, 1, 31, -32, -15, -12, 63, 51, 28, 3, -101, -51, 1, 31, -32, -15, -12, 63, 51, 28, 3,
    -101, -51, 1, 31, -32, -15, -12, 63, 51, 28, 3, -101, -51, 1, 31, -32, -15, -12, 63, 51, 28, 3, -101,
    -51, 1, 31, -32, -15, -12, 63, 51, 28, 3, -101, -51, 1, 31, -32, -15, -12, 63, 51, 28, 3, -101, -51, 1,
    31, -32, -15, -12, 63, 51, 28, 3, -101, -51, 1, 31, -32, -15, -12, 63, 51, 28, 3, -101, -51, 1, 31, -32,
    -15, -12, 63, 51, 28, 3, -101, -51, 1, 31, -32, -15, -12, 63, 51, 28, 3, -101, -51, 1, 31, -32, -15,
    -12, 63, 51, 28, 3, -101, -51, 1, 31, -32, -15, -12, 63, 51};
};

/// 1x6x7x3 -> 1x6x7x6, window 2x3, stride 1x1, dilation 1x1, same, none, per channel, tied factors
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.125f, 3};
  static constexpr std::array<int, 4> input_shape{1, 6, 7, 3};
  static constexpr std::array<std::int8_t, 126> input{
    -87, -35, 60, 55, -85, -90, -125, -42, -76, -90, 61, 28, 57, -54, 11, -101, -15, 78, 22, -92, -5, 2,
    -64, 80, 112, 11, 18, 10, -1, -79, 22, -64, 123, -92, -107, 61, 1, -106, 11, -44, -21, 10, 29, -125,
    -27, 25, 50, -29, 93, 51, 36, 80, 97, -117, -105, -48, -19, 13, 25, 93, -21, 9, -32, 52, -89, -24, -125,
    -102, 103, 127, -38, -128, -15, -64, -19, 92, -103, 55, 53, 31, 59, 35, -89, 66, 90, 48, 97, 36, -1,
    116, -34, 51, 15, 56, 51, -33, 106, 19, -107, 91, 57, 68, -82, -58, 82, 6, -49, 11, 114, -20, 97, -128,
    83, 99, 116, -55, -23, 64, 42, -68, -11, 75, -13, -27, -75, 40};
  static constexpr std::array<float, 6> kernel_scales{
    0.03125f, 0.015625f, 0.03125f, 0.015625f, 0.015625f, 0.0078125f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 4> kernel_shape{6, 2, 3, 3};
  static constexpr std::array<std::int8_t, 108> kernel{
    1, -4, -2, -4, -1, 0, 0, -1, 0, 4, 0, -2, 2, 4, 4, 3, -4, 0, -4, -4, 2, -3, 2, -1, -3, 2, 2, 2, 0, -4,
    0, -2, -4, 3, -1, -1, 2, -3, 1, 4, -3, 4, 2, 4, 3, 2, -2, 1, -2, 3, 2, 2, -1, -4, -3, -3, 1, -1, -3, -1,
    0, 0, -2, -4, 4, 3, 1, 0, 3, 4, -4, -1, 1, -1, 2, 2, -4, 0, 3, 4, 1, -1, 3, 1, 1, 4, 1, -1, -4, -1, -2,
    1, 3, -2, -3, -3, 2, 4, 3, 0, 4, -4, 3, -4, 4, -1, 3, 1};
  static constexpr std::array<std::int32_t, 6> bias{-72, -9, 6, 86, -46, 17};
  static constexpr tenon::encoding output_encoding{0.03125f, -2};
  static constexpr int window_rows = 2;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int groups = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 6, 7, 6};
  static constexpr std::array<std::int8_t, 252> expected{
    91, -18, -56, 63, -46, 2, -3, 13, -25, 75, -5, -9, 127, 77, -82, -1, -16, -6, 127, 23, -128, 29, -34,
    22, -92, -4, 45, 41, -19, -13, -30, -27, -58, 13, -56, -23, -55, 21, 62, 21, -3, 5, -91, -6, 52, 1, -8,
    24, -9, 16, 100, -18, -20, -30, 64, -11, 66, -12, 4, 24, 53, -16, 20, -41, 10, -50, 68, 59, -48, 4, -23,
    29, 33, 13, 68, 87, 26, 17, 30, 18, 37, 44, 10, -15, -57, -29, -61, 18, 51, 26, 105, 51, 127, 28, -16,
    -4, -128, -55, -10, 8, 22, -44, 56, 65, -102, -58, -72, -16, 36, -25, -89, -29, -53, 36, 127, 19, 69,
    28, -12, -33, -28, -4, -42, 24, -10, 30, 95, -28, -32, 32, -5, 11, 127, -86, 48, 56, 22, 6, -43, 16, 63,
    80, 12, -11, 117, -46, 77, 37, 19, -22, 11, 34, 107, 4, 37, 16, 127, -10, 65, -46, 28, 5, -22, -54, 124,
    17, 24, 10, -28, 9, 86, -1, -12, -3, -94, -81, 20, -72, 0, 28, 127, -9, 127, 40, 36, -25, -128, -50,
    -95, 89, 13, 9, -59, -17, 70, -106, 7, 9, 79, -24, 46, -68, -8, -44, -24, -24, -8, 16, 4, 27, -3, -22,
    75, 1, 29, 15, -49, 28, 127, -7, 21, -5, 54, -16, -11, -17, -16, -11, -128, -20, 21, 33, 39, 21, -6,
    -12, 52, -13, 15, -7, 3, -23, -84, -36, -55, -23, -20, -26, -1, 6, 4, 6};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6>;

}  // namespace tenon_golden::float32_rounding::conv2d

namespace tenon_golden::float32_rounding::depthwise_conv2d {

/// 1x5x6x3 -> 1x5x6x3, window 3x3, stride 1x1, dilation 1x1, same, relu6, per channel, multiplier 1
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.0471f, -128};
  static constexpr std::array<int, 4> input_shape{1, 5, 6, 3};
  static constexpr std::array<std::int8_t, 90> input{
    -120, 19, 35, 23, -102, -126, -127, -23, 34, -124, -46, 92, -113, 92, 63, 21, 15, 83, 5, -6, 110, -115,
    46, -121, 6, -91, -31, 59, 20, 30, 16, -86, 45, -13, 0, -63, -57, 43, -80, -34, 50, 14, 98, -81, 25, 77,
    -121, -56, -3, -37, -100, 57, 1, -55, -25, 126, -65, 38, -5, -43, 88, -31, 106, -111, 127, -92, -113,
    115, 78, -23, -51, -45, 101, 2, 8, 79, 92, 55, -128, -47, -63, 28, 109, -36, 121, -34, -74, -78, 103,
    -83};
  static constexpr std::array<float, 3> kernel_scales{0.025791358f, 0.018032167f, 0.02441935f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 3> kernel_shape{3, 3, 3};
  static constexpr std::array<std::int8_t, 27> kernel{
    87, 93, -3, -75, -50, 88, 112, -11, -52, -7, 82, 4, -79, 127, -127, 58, -102, -14, 92, 34, 91, 34, -52,
    46, 68, 31, -23};
  static constexpr std::array<std::int32_t, 3> bias{-4136, 438, -4474};
  static constexpr tenon::encoding output_encoding{0.23472889f, -128};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int multiplier = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "relu6";
  static constexpr std::array<int, 4> output_shape{1, 5, 6, 3};
  static constexpr std::array<std::int8_t, 90> expected{
    -102, -102, -128, -102, -123, -102, -102, -102, -128, -102, -128, -128, -102, -102, -128, -122, -102,
    -128, -102, -128, -128, -102, -102, -128, -102, -112, -118, -102, -102, -128, -102, -128, -128, -128,
    -102, -102, -118, -128, -102, -102, -102, -128, -102, -102, -128, -102, -128, -102, -102, -102, -102,
    -128, -102, -102, -102, -102, -128, -102, -102, -102, -102, -102, -128, -102, -102, -117, -102, -102,
    -128, -102, -102, -128, -125, -128, -128, -128, -102, -128, -109, -102, -103, -102, -102, -128, -128,
    -102, -118, -128, -102, -128};
};

/// 1x7x5x4 -> 1x3x2x8, window 3x2, stride 2x2, dilation 1x1, valid, none, per channel, multiplier 2
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.02f, 17};
  static constexpr std::array<int, 4> input_shape{1, 7, 5, 4};
  static constexpr std::array<std::int8_t, 140> input{
    -102, -75, -32, -126, 27, 53, -73, -82, -20, 49, 117, 60, -75, 20, -98, -13, -63, 12, -67, 82, 57, 47,
    -118, 28, 75, 44, -112, -11, -96, 17, -19, 114, 106, 83, -60, 85, 79, 47, 120, 35, 10, -105, 59, 84,
    117, -84, 67, 37, -43, -19, -39, 118, 34, 45, 115, -100, -37, -67, -91, -21, -52, -128, 127, -31, -107,
    74, 111, -110, -48, 26, 83, 39, 82, 35, -91, 65, -69, -63, -122, -92, -68, -116, -10, -26, 42, -9, -79,
    13, -117, -2, -1, 0, -37, 99, 2, -84, -54, -35, 109, 89, 38, 125, -75, 61, -102, -15, 121, -114, -71,
    91, 117, 109, 106, -70, -128, 123, 102, -24, -9, 63, 84, -55, -21, -80, -125, 104, -104, -122, -91, 50,
    -5, -18, -100, 80, -21, -28, 95, 117, -1, -65};
  static constexpr std::array<float, 8> kernel_scales{
    0.0062504164f, 0.0078385845f, 0.0065568895f, 0.008572229f, 0.0030373528f, 0.0078026475f, 0.0056872945f,
    0.0067403526f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 3> kernel_shape{3, 2, 8};
  static constexpr std::array<std::int8_t, 48> kernel{
    -54, 65, -66, 98, 9, -103, -47, 45, 45, -104, 17, -120, -84, -89, -14, -26, -27, 114, -36, 90, 3, -117,
    73, 42, -119, 89, -25, -20, -30, 44, 120, -110, -102, 56, -63, 14, 52, -125, 55, 127, 57, 115, 78, 56,
    -127, 12, -70, 123};
  static constexpr std::array<std::int32_t, 8> bias{-4791, -8607, 2801, -5376, 3611, 2256, -1579, 8609};
  static constexpr tenon::encoding output_encoding{0.023324357f, 5};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 2;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int multiplier = 2;
  static constexpr bool same = false;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 3, 2, 8};
  static constexpr std::array<std::int8_t, 48> expected{
    8, 28, 47, -128, 31, 127, 36, 116, -35, -47, 25, -16, 8, 80, 127, 42, 127, -128, 113, -128, 26, -82,
    -121, 104, 25, -128, 75, -50, 3, -69, 48, -11, 3, -128, 114, -3, 61, 127, -32, -32, -16, -128, 49, -29,
    39, -64, 109, -37};
};

/// 2x4x4x3 -> 2x4x4x9, window 2x2, stride 1x1, dilation 1x1, same, relu, per tensor, multiplier 3
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.11f, -20};
  static constexpr std::array<int, 4> input_shape{2, 4, 4, 3};
  static constexpr std::array<std::int8_t, 96> input{
    -82, -93, -33, 121, -60, 59, 65, -66, 78, -64, -108, -97, -68, -78, -75, -68, 118, 28, 50, 67, -107,
    -96, 115, -127, 103, -7, -92, 11, -89, 93, -125, -7, -128, 79, 29, 94, -25, -109, 46, -37, 22, 35, -87,
    94, -79, 95, 87, 53, -128, 118, -16, -104, -3, -49, 76, 97, 105, 57, 61, -127, -118, 8, -73, 55, -19,
    -127, 70, 72, 22, -33, 127, 44, -16, 1, -98, -121, -94, 48, 85, 25, 25, 116, -96, -91, -72, -72, 92, 79,
    62, -10, 16, -54, -23, 93, 26, -39};
  static constexpr std::array<float, 9> kernel_scales{
    0.0112455f, 0.0112455f, 0.0112455f, 0.0112455f, 0.0112455f, 0.0112455f, 0.0112455f, 0.0112455f,
    0.0112455f};
  static constexpr bool per_channel = false;
  static constexpr std::array<int, 3> kernel_shape{2, 2, 9};
  static constexpr std::array<std::int8_t, 36> kernel{
    111, -51, 78, -44, 83, -20, -68, 83, 84, -127, 119, 38, -88, -125, 74, -41, 82, 52, 86, 58, 109, -95,
    127, -14, 123, 10, 20, -70, 96, 10, -118, 28, -99, -123, -10, -10};
  static constexpr std::array<std::int32_t, 9> bias{
    -7133, -4287, 2609, 5810, 4026, -1324, 1586, -1878, -3068};
  static constexpr tenon::encoding output_encoding{0.26729205f, -100};
  static constexpr int window_rows = 2;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int multiplier = 3;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "relu";
  static constexpr std::array<int, 4> output_shape{2, 4, 4, 9};
  static constexpr std::array<std::int8_t, 288> expected{
    -100, -62, -100, -92, -100, -100, -100, -88, -100, -100, -88, -43, -100, 22, -100, -59, -35, -51, -11,
    -100, -33, -100, 20, -100, -98, -99, -98, -100, -100, -100, -100, -36, -100, -100, -100, -100, -91, -88,
    -50, -86, -100, -23, -100, -100, -100, -100, -100, -82, -100, -100, -91, 35, -100, -100, -100, -100,
    -100, -100, -100, -91, -100, -100, -100, -100, -75, -65, -100, -1, -100, 6, -100, -100, -85, -100, -41,
    -31, -83, -100, -85, -93, -100, -40, -100, -100, -100, -76, -100, -43, -100, -88, -100, -7, -100, -100,
    -24, -100, -100, -100, -100, -36, -100, 6, -100, 0, -100, -87, -62, -63, -100, -100, -93, -72, -100,
    -84, -100, -62, -75, -100, -100, -100, -100, -100, -71, -99, -100, -100, -100, -41, -92, -100, -99, -80,
    -88, -100, -100, -74, -100, -46, -95, -40, -100, -100, -81, -86, -100, -100, -100, -100, -22, -100, -58,
    -100, -100, -100, 13, -59, -100, -100, -100, -100, -79, -100, -89, -82, 5, -100, -10, -100, -100, -100,
    -90, -99, -100, -67, -100, 36, -100, -23, -100, -100, -100, -99, -100, -48, -68, -76, -100, -100, -100,
    -100, -68, -91, -100, -100, -91, -54, -100, -100, -81, -60, 2, -100, -100, -32, -52, -63, -75, -86, -80,
    -24, -70, -70, -100, -100, -87, -96, -100, -100, -100, -69, -50, -100, -23, -100, -100, -100, 4, -54,
    -94, -92, -74, -100, -65, -76, -100, -10, -3, -61, -34, -100, -84, -100, -100, -18, -100, 18, -78, -84,
    -100, -81, -100, -100, -100, -53, -89, -96, -100, -73, -100, -62, -68, -100, -100, -46, -76, -30, -100,
    -95, -100, -100, -100, -66, -55, -85, -100, -87, -88, -100, -100, -75, -100, -47, -82, -64, -100, -87,
    -100, -100};
};

/// 1x9x9x2 -> 1x9x9x2, window 3x3, stride 1x1, dilation 2x2, same, none, per channel, multiplier 1
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.003921569f, 127};
  static constexpr std::array<int, 4> input_shape{1, 9, 9, 2};
  static constexpr std::array<std::int8_t, 162> input{
    43, -23, 17, -35, -23, 32, 74, 37, -101, -35, 121, -72, 6, 12, 26, -103, -51, 70, 86, 115, 53, -27, 63,
    -69, -115, -82, -128, 27, 91, 97, 25, -1, 97, -46, 106, -127, -115, -105, -104, 107, 29, 41, -23, -13,
    -69, -67, -104, 118, -33, -50, -63, -1, -18, -64, -102, 20, -68, 108, 41, -105, 4, 66, -123, 43, 119,
    -74, -97, 107, 45, -48, 108, -87, -21, -91, -88, 85, 81, -109, -23, 21, 54, -84, 32, 127, -24, 21, 34,
    -106, -31, 41, -70, -50, -122, 97, -15, -114, 110, -54, 99, -106, -43, 94, -24, 65, -88, -70, -94, 106,
    20, -128, -106, 0, -6, 111, -32, 52, 20, -1, 36, -5, -102, 3, 10, 9, -4, 52, 34, -22, -96, 122, -46,
    -56, 26, -114, 98, 73, -82, -95, 65, 39, 13, -38, 67, 35, -14, -43, -18, -119, -47, -32, -1, 10, 56, 72,
    -26, -122, 37, 24, 86, 15, 10, 20};
  static constexpr std::array<float, 2> kernel_scales{0.008485619f, 0.015576523f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 3> kernel_shape{3, 3, 2};
  static constexpr std::array<std::int8_t, 18> kernel{
    127, 98, -62, -37, -99, -80, 14, 16, -91, -23, 108, -106, -83, 108, -127, 70, 84, 10};
  static constexpr std::array<std::int32_t, 2> bias{4822, 2500};
  static constexpr tenon::encoding output_encoding{0.015779745f, -7};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 2;
  static constexpr int dilation_columns = 2;
  static constexpr int multiplier = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 9, 9, 2};
  static constexpr std::array<std::int8_t, 162> expected{
    33, -11, 48, 43, 11, -59, 48, 36, 56, -37, 34, 43, 31, -110, 114, -28, 101, -125, 43, 46, -7, 95, -25,
    -50, 105, -8, 69, -69, 5, -23, 111, 63, 31, -115, 48, -49, 101, 41, 70, 97, 40, -81, 12, -16, 17, -50,
    43, 60, 12, -63, 86, -92, 86, -94, 74, 113, 127, 101, 74, -43, 57, 7, 41, -128, -61, -25, -10, 31, 100,
    -48, 61, -23, 78, 109, 106, 59, 15, -35, 77, -54, 26, 54, 57, 8, 50, -45, 28, -49, 80, -108, 51, 127,
    127, 91, 78, 13, -45, 18, 53, -128, 25, -32, -42, -10, 115, -128, 11, -38, 29, 84, 87, 12, 41, -59, 20,
    -89, 30, -48, 37, -31, 63, -57, 47, -96, 49, -98, 37, 127, 59, 127, -1, 71, -61, 127, -13, -7, 77, 72,
    59, -28, 1, 19, 1, -15, 32, 125, 66, 114, 27, -26, -34, 103, 17, 91, 13, 91, 20, 45, -3, -36, -21, -30};
};

/// 1x8x10x2 -> 1x4x4x4, window 3x3, stride 1x1, dilation 2x3, valid, none, per channel, multiplier 2
struct case_4 {
  static constexpr tenon::encoding input_encoding{0.3f, 0};
  static constexpr std::array<int, 4> input_shape{1, 8, 10, 2};
  static constexpr std::array<std::int8_t, 160> input{
    86, -116, 97, 101, 53, 107, -9, 113, 43, 78, 104, 104, 2, -60, -29, -68, -7, -107, -114, -2, 120, -54,
    -58, -15, 96, -124, 60, 66, -74, 15, 45, 5, 7, -118, -67, -95, -103, 99, 36, -69, -93, -22, 119, -51,
    85, -15, 22, 72, -21, -50, 100, 39, 102, -101, 69, -87, -5, -81, 32, -73, -116, 86, 93, -99, 96, -20, 9,
    79, 23, 103, -60, -21, -42, 88, -101, 87, -50, -103, -119, -13, 58, 55, -45, 95, 15, -63, -95, -19, 118,
    28, 27, 103, -70, 75, -43, -125, -69, -127, 63, 32, -119, -43, 98, 117, 80, 72, -100, 49, -56, 5, 5, 74,
    -91, -124, -112, 116, -29, 98, -92, -16, -114, 127, 34, -87, -59, -82, 50, -125, 43, -47, 57, -48, 47,
    67, 82, 3, 103, -46, 110, -128, 91, 126, 1, -73, -100, -122, 89, -33, 118, 31, 3, 12, -116, -28, 87, 89,
    61, 29, -118, -56};
  static constexpr std::array<float, 4> kernel_scales{0.035070494f, 0.018079702f, 0.022312663f, 0.012355867f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 3> kernel_shape{3, 3, 4};
  static constexpr std::array<std::int8_t, 36> kernel{
    78, 120, -127, 64, 118, 112, -110, 90, 120, -19, 114, 86, -50, 59, 45, 81, -60, 83, 52, -12, -68, -5,
    67, 117, -89, -87, -2, -86, 91, 97, -43, 54, 54, 122, 20, 127};
  static constexpr std::array<std::int32_t, 4> bias{-5345, 8547, -3097, 1067};
  static constexpr tenon::encoding output_encoding{1.8552612f, 0};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 2;
  static constexpr int dilation_columns = 3;
  static constexpr int multiplier = 2;
  static constexpr bool same = false;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 4, 4, 4};
  static constexpr std::array<std::int8_t, 64> expected{
    -117, -27, -34, -24, 39, 119, -128, -55, -13, 96, -128, -16, -128, 84, -74, 22, 94, 39, -27, 1, -128,
    -74, -18, -2, -62, 53, 47, -2, 58, 6, 21, -41, 127, 42, -24, 3, 75, 110, -5, -32, 127, 127, -70, -52,
    127, 70, -34, -21, -37, -93, -71, -27, 79, 127, 79, 107, -5, 105, 14, 41, -128, -115, -106, 21};
};

/// 1x10x4x1 -> 1x5x2x3, window 5x3, stride 2x2, dilation 1x1, same, none, per tensor, multiplier 3
struct case_5 {
  static constexpr tenon::encoding input_encoding{1.7f, 33};
  static constexpr std::array<int, 4> input_shape{1, 10, 4, 1};
  static constexpr std::array<std::int8_t, 40> input{
    127, -81, -87, -121, -57, -32, 44, 93, 15, -24, -90, 77, -42, 85, 35, 55, 35, 125, 56, 123, 27, 92, -11,
    -128, -83, 11, -83, 106, 51, 102, -74, -30, -80, 77, -95, -86, 125, -111, -48, 80};
  static constexpr std::array<float, 3> kernel_scales{0.014288448f, 0.014288448f, 0.014288448f};
  static constexpr bool per_channel = false;
  static constexpr std::array<int, 3> kernel_shape{5, 3, 3};
  static constexpr std::array<std::int8_t, 45> kernel{
    105, 127, -114, -107, -65, -79, -45, 49, 72, -57, -94, -56, -16, 63, 91, -120, 45, -44, 30, 82, -61,
    127, 44, -125, -78, -127, -75, -111, 56, 58, -57, -88, 49, 16, 105, -59, 81, -4, -60, -122, -35, -7, 67,
    95, -1};
  static constexpr std::array<std::int32_t, 3> bias{-6546, -4931, 3262};
  static constexpr tenon::encoding output_encoding{10.163989f, 60};
  static constexpr int window_rows = 5;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 2;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int multiplier = 3;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 5, 2, 3};
  static constexpr std::array<std::int8_t, 30> expected{
    21, -55, 92, 106, 33, 18, 50, -23, 112, 74, 77, 95, 23, -18, 81, -1, 4, 127, 127, 22, 67, 81, 74, 127,
    71, 76, 114, 64, 25, 98};
};

/// 1x4x6x5 -> 1x4x6x5, window 1x1, stride 1x1, dilation 1x1, same, none, per channel, multiplier 1, large
/// factors
struct case_6 {
  static constexpr tenon::encoding input_encoding{0.25f, 2};
  static constexpr std::array<int, 4> input_shape{1, 4, 6, 5};
  static constexpr std::array<std::int8_t, 120> input{
    0, 5, 3, 5, 3, -1, 3, -1, -1, 3, 4, 0, 4, 3, 1, 0, 0, 0, 4, 1, 2, 1, -1, 1, 3, 2, 5, -1, 4, 2, 5, 0, 4,
    5, -1, 3, 1, 4, -1, -1, -1, 5, -1, 0, 5, 3, 2, 4, 1, 5, 1, 3, 0, 5, 0, 4, 4, 2, 3, -1, 2, 5, 1, 5, 4, 4,
    3, 3, 1, 3, -1, 2, 3, 4, 4, 2, 2, 0, 5, 0, 3, -1, 0, 5, 1, 1, 4, 5, 2, 2, 4, 3, 1, 5, 3, 0, 3, 3, 4, 2,
    1, 0, -1, 4, 0, 3, 5, 4, 5, 1, 1, 1, -1, 5, 4, -1, 1, 4, -1, 2};
  static constexpr std::array<float, 5> kernel_scales{
    0.00018985459f, 0.00026517955f, 0.00022140643f, 0.0002948769f, 0.00030873288f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 3> kernel_shape{1, 1, 5};
  static constexpr std::array<std::int8_t, 5> kernel{-2, 2, -2, -2, 1};
  static constexpr std::array<std::int32_t, 5> bias{24, 4, -9, 9, -10};
  static constexpr tenon::encoding output_encoding{2.7025164e-05f, -4};
  static constexpr int window_rows = 1;
  static constexpr int window_columns = 1;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int multiplier = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 4, 6, 5};
  static constexpr std::array<std::int8_t, 120> expected{
    45, 21, -27, 4, -30, 49, 11, -10, 37, -30, 31, -4, -31, 15, -35, 45, -4, -14, 10, -35, 38, 1, -10, 26,
    -30, 38, 21, -10, 10, -33, 28, -4, -31, 4, -41, 35, 1, -31, 37, -41, 49, 21, -10, 31, -24, 35, 6, -31,
    26, -24, 42, 11, -14, 4, -38, 31, 16, -22, 15, -41, 38, 21, -18, 4, -27, 31, 11, -27, 26, -30, 49, 6,
    -27, 10, -27, 38, 6, -14, 4, -38, 35, -9, -14, 4, -35, 42, 16, -35, 21, -33, 31, 11, -18, 4, -30, 45,
    11, -27, 10, -33, 42, -4, -10, 10, -38, 35, 21, -31, 4, -35, 42, 1, -10, 4, -27, 49, 1, -31, 37, -33};
};

/// 1x4x3x7 -> 1x4x3x7, window 2x2, stride 1x1, dilation 1x1, same, none, per channel, multiplier 1, tiny
/// factors
struct case_7 {
  static constexpr tenon::encoding input_encoding{0.031f, 9};
  static constexpr std::array<int, 4> input_shape{1, 4, 3, 7};
  static constexpr std::array<std::int8_t, 84> input{
    -51, -90, 103, 65, -79, 108, 61, 15, 122, -118, 104, 98, -104, -26, 73, 49, -128, 42, 98, 5, 56, 45, 11,
    43, 11, 44, -53, -84, -110, -73, -10, 125, -43, -47, 73, 60, 74, 11, -89, 25, -79, 61, -68, -58, -25,
    34, 10, 33, 103, 44, -110, -16, 95, -5, 49, 106, 1, 51, 114, 37, 33, 74, 56, 100, -25, 78, 24, -57, 103,
    -77, -122, -112, -61, -77, 82, -15, 127, 70, -125, -63, -100, 29, 47, 98};
  static constexpr std::array<float, 7> kernel_scales{
    0.0035734016f, 0.007279318f, 0.0028663755f, 0.008266998f, 0.004168549f, 0.004551446f, 0.005418848f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 3> kernel_shape{2, 2, 7};
  static constexpr std::array<std::int8_t, 28> kernel{
    -42, 127, 10, 111, 15, -125, 82, -14, 58, 108, 18, -18, -90, -46, -97, 5, 37, 38, 67, 95, -98, 32, -70,
    -80, -127, -113, 114, 81};
  static constexpr std::array<std::int32_t, 7> bias{
    264968426, -209156853, -809629488, -885565778, -48636771, -230897218, -357882805};
  static constexpr tenon::encoding output_encoding{2168.5022f, 1};
  static constexpr int window_rows = 2;
  static constexpr int window_columns = 2;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int multiplier = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 4, 3, 7};
  static constexpr std::array<std::int8_t, 84> expected{
    15, -21, -32, -104, -2, -14, -27, 15, -21, -32, -104, -2, -14, -27, 15, -21, -32, -104, -2, -14, -27,
    15, -21, -32, -104, -2, -14, -27, 15, -21, -32, -104, -2, -14, -27, 15, -21, -32, -104, -2, -14, -27,
    15, -21, -32, -104, -2, -14, -27, 15, -21, -32, -104, -2, -14, -27, 15, -21, -32, -104, -2, -14, -27,
    15, -21, -32, -104, -2, -14, -27, 15, -21, -32, -104, -2, -14, -27, 15, -21, -32, -104, -2, -14, -27};
};

/// 1x6x7x4 -> 1x6x7x4, window 3x3, stride 1x1, dilation 1x1, same, none, per channel, multiplier 1, tied
/// factors
struct case_8 {
  static constexpr tenon::encoding input_encoding{0.125f, 3};
  static constexpr std::array<int, 4> input_shape{1, 6, 7, 4};
  static constexpr std::array<std::int8_t, 168> input{
    86, 1, 66, -48, 97, 86, -23, -2, -63, -95, -73, -24, 81, 60, 52, -87, -6, -108, -47, 4, -10, 111, -100,
    77, -77, -61, -8, 116, -85, 104, -4, -16, 20, -106, -12, -123, -73, 52, -16, -67, 104, -7, -29, -21, 22,
    -48, -40, 25, 98, 58, -67, 121, 64, -29, 48, -86, -22, -37, 95, 72, 28, -40, 98, 58, -18, -26, -122, 8,
    -22, -76, -106, -62, 98, 86, -57, -22, -105, -34, 76, 25, 53, 14, 81, 22, 53, -91, 101, 106, -80, -61,
    78, 80, 42, 112, -96, -10, -38, -11, -82, -19, -116, 43, -67, -99, 73, -15, -68, -6, 15, 47, 80, 25,
    -46, -44, -111, -6, 63, 9, -72, -34, -27, -114, -109, -122, -91, -55, -117, 46, -34, 127, 37, -114, -97,
    115, -45, 0, -128, 87, 112, 113, 21, 75, -117, 29, -33, -83, 13, 21, -25, 58, -35, 73, 97, 29, 105, 56,
    17, -126, 21, -86, 32, 42, -50, -36, 92, -23, -105, 51};
  static constexpr std::array<float, 4> kernel_scales{0.015625f, 0.015625f, 0.0078125f, 0.015625f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 3> kernel_shape{3, 3, 4};
  static constexpr std::array<std::int8_t, 36> kernel{
    4, -4, -1, 3, 2, -2, -3, 3, 2, 1, -1, 3, 1, 4, 4, 1, 4, 3, -2, -3, -2, 1, 1, -2, -4, 0, 0, -2, 4, 4, -3,
    -3, 3, -4, 2, -3};
  static constexpr std::array<std::int32_t, 4> bias{-5, -54, -41, 48};
  static constexpr tenon::encoding output_encoding{0.015625f, -2};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int multiplier = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 6, 7, 4};
  static constexpr std::array<std::int8_t, 168> expected{
    -22, 106, -15, 79, 95, -70, 10, 84, -52, 33, 1, 103, 126, -30, -32, 52, 0, -61, 7, -73, 71, 12, 14, -68,
    -61, 5, -37, -25, -10, 28, -20, -25, 80, -32, -33, -4, -46, -31, 15, -16, 52, -54, 4, -12, 49, 47, 22,
    -25, -78, -21, 15, 46, 92, -26, -34, 110, -45, -83, -17, -128, -99, -128, -23, -128, 57, 52, 42, -63,
    -128, -98, -9, 58, 127, 32, -1, 90, 90, -3, 12, 28, 43, -21, -15, 4, 41, -74, -23, 10, -16, 22, -11,
    103, -62, -12, 52, 62, -27, -1, 36, 63, -110, 17, -20, 50, -33, -7, -1, -16, -45, 56, -72, -30, -55, 69,
    6, 68, 5, -38, -51, 71, 11, -39, 22, 1, 2, -42, -6, -54, -70, -66, -29, 39, -23, 127, 26, -52, -13, 64,
    -20, -41, 18, 20, 37, -28, -28, 9, -10, -81, -46, -9, 42, -78, -10, 101, 2, -60, -72, -27, 20, 25, -85,
    -128, 0, -8, -37, -76, -22, 21};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7, case_8>;

}  // namespace tenon_golden::float32_rounding::depthwise_conv2d

namespace tenon_golden::float32_rounding::dense {

/// 1x7 -> 1x5, none, per tensor, kernel zero point 0
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.0471f, -3};
  static constexpr std::array<int, 2> input_shape{1, 7};
  static constexpr std::array<std::int8_t, 7> input{-105, -31, -123, -128, 127, 58, -23};
  static constexpr std::array<float, 5> kernel_scales{
    0.017923787f, 0.017923787f, 0.017923787f, 0.017923787f, 0.017923787f};
  static constexpr bool per_channel = false;
  static constexpr std::array<int, 2> kernel_shape{5, 7};
  static constexpr std::array<std::int8_t, 35> kernel{
    78, 126, -17, -98, 92, 122, 118, 32, 124, 127, -99, 124, -71, -49, 30, 51, 62, -9, 45, 80, -127, -78,
    -21, -114, 114, 79, -102, 121, -4, -120, 114, 14, -41, 76, 44};
  static constexpr std::array<std::int32_t, 5> bias{8864, -7270, -1271, 6565, -791};
  static constexpr tenon::encoding output_encoding{0.24131499f, 4};
  static constexpr int kernel_zero_point = 0;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 2> output_shape{1, 5};
  static constexpr std::array<std::int8_t, 5> expected{104, -10, 8, 61, -45};
};

/// 3x33 -> 3x12, relu, per channel, kernel zero point 0
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.02f, -128};
  static constexpr std::array<int, 2> input_shape{3, 33};
  static constexpr std::array<std::int8_t, 99> input{
    39, 48, -56, -86, -10, -50, 48, -99, -67, 71, 109, -9, 111, 83, 118, -121, -15, 100, 99, -124, 55, 101,
    3, 78, 123, 49, -39, 38, 63, -123, -119, 17, -21, -68, -114, -5, 79, -12, 116, -122, 23, -124, 101, 119,
    -59, 28, 66, 27, -41, -27, -23, 127, 76, -115, 16, 19, -32, -48, -19, 52, 14, 68, 14, -126, -41, 84,
    -107, 117, -104, -74, 46, 76, 44, -114, 111, -55, 75, -87, -122, 110, -59, -4, -8, -22, 82, -62, -103,
    35, -6, 123, 105, 53, -118, -107, -74, 108, -43, -128, -125};
  static constexpr std::array<float, 12> kernel_scales{
    0.007065237f, 0.006597633f, 0.013503462f, 0.016252402f, 0.014087118f, 0.008859328f, 0.018639568f,
    0.009256686f, 0.009736011f, 0.016126549f, 0.005939358f, 0.017941525f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 2> kernel_shape{12, 33};
  static constexpr std::array<std::int8_t, 396> kernel{
    81, -5, 57, 106, 54, 54, -58, 127, -88, -96, 38, 106, -112, 10, 13, 19, -115, -101, 89, 57, -68, -102,
    -44, 19, -97, 67, 15, -127, -4, -82, 91, -29, 96, -106, 2, 64, -126, -108, -52, -6, 46, -83, -88, 73,
    -91, 34, -50, -30, -69, 45, -112, 8, -1, -126, 83, -39, -4, 105, -64, -18, -77, 21, -21, -35, -96, 78,
    88, 58, -9, -47, -54, 86, 91, -110, -92, -77, 54, -73, -42, -93, -49, -72, 37, -60, 88, 12, -88, -53,
    -99, 49, -42, -57, -40, 109, -45, 31, -74, -107, 126, 101, -43, -121, 120, 48, -4, 24, 114, 27, -101,
    25, -44, 64, -4, -89, -98, -56, 12, 38, -53, -31, -51, -42, 125, -8, -73, 93, 61, 46, -106, -44, -55,
    -120, -41, 42, 64, 29, 21, 12, -54, -117, -73, 29, 81, -23, 96, -38, -24, -110, -114, -17, -86, -92,
    -69, -44, 77, -9, 37, 61, 123, -54, -20, 102, -91, 126, -105, -36, -56, 72, 16, -90, 4, -77, -119, 63,
    20, -47, -113, 44, -34, -10, 97, 63, -31, 127, 14, -68, 0, 123, -52, 68, 103, -70, -70, 67, -89, 1,
    -108, 49, -111, 12, 50, -100, 8, -89, -55, 73, -38, -68, -13, 98, -83, -95, -22, -1, 34, 38, -38, 7, 45,
    -32, 13, -44, -127, 37, -123, 120, 25, -90, 95, -65, 67, -59, 82, 62, -109, 108, -101, 70, -65, -16,
    -103, 90, -30, 82, -69, 4, 48, 56, 90, 61, -30, -92, -16, -42, -31, -40, -63, 74, 23, 16, -54, -24, 114,
    21, -117, -30, -113, 105, -48, 10, -93, 123, 43, -35, 54, -19, 89, -92, 87, 90, 88, -29, -5, 24, -14,
    84, 100, -16, -19, -120, -22, 54, -83, 68, 72, -118, 34, 42, -84, 97, 80, 27, 68, 122, 54, -13, -100,
    -92, 2, -89, -13, -108, -123, -11, 76, -56, -21, -22, 70, -90, 9, 51, -19, 40, 70, 32, 38, 98, 23, 2,
    90, -67, 9, 35, -8, -40, 78, 117, -57, -61, -11, 98, -1, -69, 60, -101, -106, -96, 89, 25, 0, 107, 12,
    48, -1, 103, 33, 71, -124, 103, -8, -126, -64, -13, 5, 7, 39, 96, -14, 91, -4, -65, 126, -121, -36, 111,
    -73, 47, -14, 44, -109, -2, -38, 113, -86, -94, 50, 8, 10, -106, 99, 109, 35, 114, -112, -57};
  static constexpr std::array<std::int32_t, 12> bias{
    6666, 8987, 1609, 1755, 4768, 217, 4717, 1463, -688, 2432, 2406, -614};
  static constexpr tenon::encoding output_encoding{0.13749275f, -128};
  static constexpr int kernel_zero_point = 0;
  static constexpr std::string_view activation = "relu";
  static constexpr std::array<int, 2> output_shape{3, 12};
  static constexpr std::array<std::int8_t, 36> expected{
    -128, -128, -128, -128, -125, -128, -128, -71, -128, -128, -110, -60, -84, -128, -128, -128, -128, -102,
    -128, -128, -57, -128, -110, -128, -128, -128, -128, -128, -128, -113, -128, -128, -117, -128, -111,
    -128};
};

/// 5x6 -> 5x8, none, per channel, kernel zero point 0, large factors
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.25f, 2};
  static constexpr std::array<int, 2> input_shape{5, 6};
  static constexpr std::array<std::int8_t, 30> input{
    5, 5, 5, 5, 2, 4, 0, 5, 4, 0, 2, 0, -1, 2, 1, 1, 3, 2, 1, 2, -1, 1, 5, 0, 2, 2, 0, 0, 2, 3};
  static constexpr std::array<float, 8> kernel_scales{
    0.00023197886f, 0.00028426648f, 0.00012758301f, 6.0001476e-05f, 0.00012292598f, 0.00021328036f,
    0.00026974152f, 0.00029686335f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 2> kernel_shape{8, 6};
  static constexpr std::array<std::int8_t, 48> kernel{
    -1, 1, 0, 2, 2, 2, 2, 2, 2, 1, -2, 2, 2, -1, 0, -2, 2, 0, -2, -2, -2, -1, -2, 2, 2, 1, 0, 1, -1, 2, 0,
    0, 1, 1, 1, 2, 0, 0, 2, -1, 1, -1, 0, 2, 1, 0, -1, -1};
  static constexpr std::array<std::int32_t, 8> bias{28, 18, -26, 14, 0, 28, 9, -23};
  static constexpr tenon::encoding output_encoding{2.6627053e-05f, -4};
  static constexpr int kernel_zero_point = 0;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 2> output_shape{5, 8};
  static constexpr std::array<std::int8_t, 40> expected{
    79, 111, -39, -6, 14, 72, 21, -49, 50, 44, -39, -1, -12, 44, 39, -40, 64, 15, -38, 8, -13, 50, 19, -74,
    59, -7, -28, 3, -16, 42, 19, -79, 53, 33, -30, 8, -4, 48, 11, -76};
};

/// 2x20 -> 2x17, relu6, per channel, kernel zero point 0
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.01f, 9};
  static constexpr std::array<int, 2> input_shape{2, 20};
  static constexpr std::array<std::int8_t, 40> input{
    24, -80, 6, 79, 97, -50, -85, 54, 17, 76, 113, 127, 94, 3, -4, -25, 80, 49, -1, 111, -128, -80, -103,
    90, -80, 79, -103, 61, -100, 30, 68, 12, -86, 98, -112, -55, 92, 86, -103, 3};
  static constexpr std::array<float, 17> kernel_scales{
    0.014409108f, 0.013061451f, 0.010513927f, 0.0068952893f, 0.0050868145f, 0.013714159f, 0.009944056f,
    0.014451279f, 0.0104505f, 0.013544457f, 0.006030132f, 0.0057455166f, 0.006034455f, 0.013684682f,
    0.0062787225f, 0.0048027867f, 0.002370537f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 2> kernel_shape{17, 20};
  static constexpr std::array<std::int8_t, 340> kernel{
    -69, -85, 75, -100, -17, -106, -11, 100, -34, 25, -105, -55, -33, -51, 56, -21, -83, -127, 93, 26, -79,
    -90, -74, -4, -7, -52, 98, -122, -28, 61, 111, 61, 35, 69, 11, 83, 72, 32, -112, -107, -65, -102, -124,
    -72, -50, -111, -100, 105, -52, 25, 99, -47, -119, 108, 37, -30, -100, 100, -19, 84, -21, -29, 81, 87,
    -40, -121, 70, -70, 102, -89, 102, -123, 101, -33, 117, 28, 7, -40, 7, -25, 75, -100, -31, -63, -37, 47,
    125, -45, 13, 121, -94, 102, 12, -50, 75, 41, 73, -69, -121, 11, -125, 35, 66, 95, 84, -59, -26, -72,
    -117, -14, 126, 10, 77, 21, -107, 127, -123, -54, -63, 1, -30, -80, -12, 83, 111, 78, -103, -127, 64,
    -79, -85, 67, -98, 25, 125, -113, 98, -72, 66, -34, -61, -11, -113, -66, -16, -66, 116, -59, 81, -87,
    74, 44, -10, -7, 8, 61, -53, -50, -4, -67, 120, 1, -110, 121, -32, -76, -94, 94, -17, -89, 61, 27, -1,
    -123, -36, 14, -40, 117, 10, -51, -110, 10, -111, -2, -54, 61, 87, 108, -61, 114, 99, 125, 1, 120, 32,
    96, 77, -119, -13, 18, 14, -75, -98, -126, 34, -33, 38, 48, 99, -116, 77, 93, -66, -54, 37, 35, 80, -80,
    -82, 61, -108, -91, -63, 69, -85, -126, -56, -85, 104, -90, 49, 65, 18, -61, 100, 38, 114, -13, 27, 87,
    119, -5, 91, -123, -115, 109, -118, 74, -8, -49, -14, -26, -90, 30, 83, 71, 108, 16, 16, -57, -15, -48,
    -80, -15, -101, -117, -8, 117, -85, -103, 70, 33, -85, -30, -84, -28, -58, 110, 99, 127, -111, -77,
    -115, -43, -67, 60, -117, 15, 22, 116, -54, 7, -100, -126, -76, 18, 18, -33, -112, -37, -112, 47, 115,
    2, 1, -82, 90, -41, -17, 7, 27, -67, -77, -51, 81, -86, -23, 55, -69, -52, 47, -87, 118, 110, -90, 81,
    -111, -26, 109, 90, 65, -48, 23, -95, -26, 31, 104, -28, -104, 119};
  static constexpr std::array<std::int32_t, 17> bias{
    -2625, 5245, -7276, -4204, -2995, -5088, 4378, -7314, -403, 3606, 7335, 631, 5496, 7297, -2200, 8581,
    3668};
  static constexpr tenon::encoding output_encoding{0.03643543f, -70};
  static constexpr int kernel_zero_point = 0;
  static constexpr std::string_view activation = "relu6";
  static constexpr std::array<int, 2> output_shape{2, 17};
  static constexpr std::array<std::int8_t, 34> expected{
    -70, -3, -30, -70, -70, -24, -32, -70, 3, 5, -31, -12, -70, 25, -70, -70, -41, -70, 75, 95, -70, -70,
    -37, -43, -70, -15, 95, -68, -54, -56, 95, 48, -68, -52};
};

/// 1x3 -> 1x24, none, per channel, kernel zero point 0, tiny factors
struct case_4 {
  static constexpr tenon::encoding input_encoding{0.031f, 0};
  static constexpr std::array<int, 2> input_shape{1, 3};
  static constexpr std::array<std::int8_t, 3> input{127, 87, -128};
  static constexpr std::array<float, 24> kernel_scales{
    0.009606893f, 0.004055566f, 0.008850583f, 0.006671483f, 0.006808076f, 0.0060663405f, 0.011308441f,
    0.0023889875f, 0.013474774f, 0.01107579f, 0.0098845735f, 0.00797074f, 0.012787925f, 0.00653755f,
    0.0021697888f, 0.0029056282f, 0.006689345f, 0.008007082f, 0.0045854114f, 0.012869205f, 0.012004578f,
    0.011444044f, 0.008209774f, 0.012278451f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 2> kernel_shape{24, 3};
  static constexpr std::array<std::int8_t, 72> kernel{
    9, -76, 57, -46, 66, -127, 24, -57, -16, -65, -15, -34, -75, -126, -101, 124, 61, -48, -114, -7, -88,
    -107, 14, 29, 28, 80, 38, 32, 15, -24, 18, 76, 112, 32, 44, 127, 27, -30, 105, -5, 108, 117, 94, -93,
    63, -60, -123, 48, 1, 83, 114, -109, 55, 115, 32, 91, 52, -75, -118, 68, 6, -1, 108, 99, 10, 49, -100,
    92, 108, 60, 105, -43};
  static constexpr std::array<std::int32_t, 24> bias{
    -93749808, -446082314, 427264236, 506032184, 517399980, 307827569, -1034228889, -81564606, -701775184,
    471402437, 570093749, -243623832, 996205351, 647911166, 326586318, 711273349, -1001009908, 515603077,
    -768208249, 893703607, 590661201, 488010200, 876613599, 437330911};
  static constexpr tenon::encoding output_encoding{3627.4736f, 1};
  static constexpr int kernel_zero_point = 0;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 2> output_shape{1, 24};
  static constexpr std::array<std::int8_t, 24> expected{
    -7, -14, 33, 30, 31, 17, -99, -1, -80, 46, 49, -16, 110, 37, 7, 19, -56, 36, -29, 99, 62, 49, 63, 47};
};

/// 7x9 -> 7x21, none, per channel, kernel zero point 0, tied factors
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.125f, 3};
  static constexpr std::array<int, 2> input_shape{7, 9};
  static constexpr std::array<std::int8_t, 63> input{
    74, 46, 118, 56, -94, 24, -56, -61, 20, -66, 38, -6, -73, -62, 25, -83, -71, 97, -81, 120, -62, -53,
    -18, -100, -1, -99, 110, -67, -53, 31, 90, 37, 91, 14, -86, 22, 109, -64, 2, 83, -103, -9, -112, -128,
    -52, 111, 114, -109, -61, 20, -33, 25, -41, 57, -128, -45, -106, 127, 126, -122, 65, -31, 91};
  static constexpr std::array<float, 21> kernel_scales{
    0.0078125f, 0.03125f, 0.03125f, 0.03125f, 0.015625f, 0.03125f, 0.0078125f, 0.0078125f, 0.03125f,
    0.015625f, 0.015625f, 0.0078125f, 0.0078125f, 0.0078125f, 0.03125f, 0.03125f, 0.0078125f, 0.0078125f,
    0.03125f, 0.0078125f, 0.015625f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 2> kernel_shape{21, 9};
  static constexpr std::array<std::int8_t, 189> kernel{
    0, 1, 2, -1, 2, 2, -4, -3, 3, -3, -1, -4, -3, 1, 3, -3, -1, 2, 2, -2, -3, 0, 1, 0, -3, -4, 3, 0, 1, 4,
    2, 1, -2, 0, 4, -1, -4, 4, 2, 0, 0, -3, 2, -4, 4, -1, -3, 3, -1, -3, 0, -2, -3, -4, -3, 2, 2, 2, 0, 1,
    4, -2, -2, 3, 2, 3, -4, -3, -3, -3, 0, 1, -1, 4, 0, 1, -3, 0, 2, 1, 0, 0, 0, -4, 0, -3, -4, -3, 2, 2,
    -2, 2, -3, 1, -1, 3, -3, -4, -3, -3, 2, 0, -4, 2, -4, 0, 2, -3, 0, 1, -1, -1, -2, 0, -2, -4, -3, 2, -2,
    -1, -1, -4, 1, 0, -4, -2, -1, -1, -4, 1, 0, -2, 4, -3, -2, 3, 2, 4, -2, 3, 0, 0, 4, 1, -2, -1, 4, -3,
    -4, 4, 4, 3, 0, -3, -3, -1, -3, -2, -1, -4, -3, 3, 3, 1, -3, -4, 1, 1, 0, 0, 1, -2, 4, 3, 1, 3, 0, -1,
    3, -3, 3, -4, 2, 1, 1, -1, 3, 0, 4};
  static constexpr std::array<std::int32_t, 21> bias{
    -85, 30, -25, 28, -13, -87, 47, -8, -84, -37, -64, -20, -15, 20, -12, 45, -37, 0, -14, -51, 75};
  static constexpr tenon::encoding output_encoding{0.03125f, -2};
  static constexpr int kernel_zero_point = 0;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 2> output_shape{7, 21};
  static constexpr std::array<std::int8_t, 147> expected{
    12, -78, 7, 26, 14, 65, 2, 24, 20, -15, 6, -28, 10, 15, -84, 19, 2, -1, -49, -5, 9, 22, 121, 69, -80,
    49, 15, -8, 17, -2, 23, 29, -5, 11, 7, -48, -49, -1, 38, 22, -17, -23, 9, 72, 59, -72, 110, -70, 3, 13,
    44, 43, 16, 15, 9, -5, 53, -63, -25, 27, 30, -13, -23, 9, 37, 33, -34, 16, 25, 18, -32, -42, -50, 27,
    -27, -1, 3, 21, -74, -2, 5, -73, -8, 16, 5, -31, 113, -56, -39, 127, -13, 14, -55, 17, 47, -35, 28, 40,
    10, -106, -30, 15, -34, -30, 3, -1, 27, 72, -74, 18, -124, -14, 14, 15, 27, 0, 0, 4, 3, 40, 23, -29, -7,
    127, -17, -2, -13, 36, 57, -9, 66, -128, 10, -46, -40, 26, -18, 4, -20, -28, 127, -103, -45, 6, -69,
    -10, 33};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5>;

}  // namespace tenon_golden::float32_rounding::dense
