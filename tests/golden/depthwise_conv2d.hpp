// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 depthwise_conv2d; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace tenon_golden::depthwise_conv2d {

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
    -100, -33, -100, 21, -100, -98, -99, -98, -100, -100, -100, -100, -36, -100, -100, -100, -100, -91, -88,
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
    127, 91, 78, 13, -45, 18, 53, -128, 25, -32, -42, -10, 115, -128, 11, -38, 29, 84, 87, 12, 41, -59, 21,
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

/// 1x2x11x19 -> 1x1x6x19, window 1x5, stride 2x2, dilation 1x1, same, relu, per channel, multiplier 1
struct case_8 {
  static constexpr tenon::encoding input_encoding{0.008f, -90};
  static constexpr std::array<int, 4> input_shape{1, 2, 11, 19};
  static constexpr std::array<std::int8_t, 418> input{
    -11, -35, 102, 94, -45, 86, 57, -57, -66, 105, -92, 84, -78, -75, -1, -5, -112, -26, -47, -69, 15, 112,
    -62, 88, -18, -24, 33, -42, -28, -120, 80, 19, -82, 1, -3, 23, -48, 16, 7, -54, -81, -33, 37, 65, 38,
    -115, 77, -40, 73, -38, -49, 90, 117, 32, 48, 14, 42, -76, 97, 21, -61, 69, -95, 58, 43, 62, -80, 62,
    -57, -45, 97, -97, -39, -96, -18, 90, -119, -64, 73, 22, 62, -31, 90, 61, -128, -42, -73, -32, 112, -18,
    -54, 92, 127, -63, 123, -45, 84, 104, 62, -36, 70, 61, -105, -22, -65, 54, -107, -20, 68, -117, 105,
    -66, -8, -103, -89, -10, 23, 95, -107, -12, -110, -124, 4, -120, 92, -43, -20, 84, -82, -70, -60, -90,
    42, 100, -92, -103, -127, 75, -49, -19, -9, 20, 113, 23, 50, -21, 48, 90, 93, -15, 9, -32, -57, -5,
    -108, 57, -14, -34, 126, -48, 31, 123, 0, 97, -40, 117, -89, -15, -6, 57, -87, -68, 89, 103, 66, -120,
    9, -69, -128, 63, -29, 100, -16, 119, 83, -106, 18, 61, -18, 49, -70, -125, -65, 15, 62, -1, -65, 67,
    -40, -98, -49, -87, 52, -114, 19, 85, -89, 122, -46, -24, 79, -119, 1, 67, 77, 119, 103, 36, -82, 44,
    -55, -75, -25, -40, 97, 50, 116, -21, -18, 127, -86, -59, -92, 51, -73, 54, 88, 78, 78, 60, -41, 86,
    -15, -122, 83, -36, 26, 23, 118, -94, 56, 125, 22, 35, -66, -127, -68, 13, -72, -117, 120, -53, -22, 51,
    -51, -73, -53, 35, 115, 14, -3, 90, -10, -50, -107, 116, 25, 23, -6, -91, 85, -20, -28, 44, -1, 108, 66,
    -43, -96, 111, 23, 117, -118, 11, -98, -3, 71, -89, -106, 84, 82, -89, -108, -85, 11, 88, 127, -119, 68,
    -94, 0, -121, 66, 45, -28, 56, -96, 122, -8, 29, -25, -96, -118, 19, -100, -35, -89, 76, 1, 51, -114,
    76, -70, 80, -53, 83, -121, -50, -69, 62, 85, 45, 38, -97, 32, -3, 55, 2, -47, -41, -38, 12, 38, -93,
    30, -7, 56, -81, 70, 47, -102, 53, -7, -91, -14, 60, 9, 71, -51, -47, -127, 127, 126, 21, -34, -72, -65,
    -21, 37, -57, -41, -41, 16, -109, 40, 75, 25, 99, 61, -64, -100, -68, 85, 56, -119, -101, -57, 28, 66,
    -69, 29, 5, 35, 2, 117, -59, 85, 110, -91, -121, -111, 66, -124, 8, 104, -98, 69, -120};
  static constexpr std::array<float, 19> kernel_scales{
    0.0031682241f, 0.014640662f, 0.012130585f, 0.013294159f, 0.006610737f, 0.0123872f, 0.004671435f,
    0.010853524f, 0.010716828f, 0.008622948f, 0.0026389558f, 0.012561089f, 0.0065507586f, 0.014926683f,
    0.0127800675f, 0.011225939f, 0.011756411f, 0.01448512f, 0.008612965f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 3> kernel_shape{1, 5, 19};
  static constexpr std::array<std::int8_t, 95> kernel{
    43, 55, -17, -20, 2, -55, -94, 33, 31, 18, -32, -66, 44, 78, 84, -9, 102, -127, 11, -121, -29, 28, 113,
    -108, 89, 103, 57, 81, -31, -96, 61, 54, -105, 50, -9, -105, 65, 24, 4, 40, -89, -11, -22, 50, -75, 8,
    21, 111, 60, 39, -62, -113, -16, -72, 82, 111, 22, -107, -60, 98, 16, -100, 7, -35, 89, -114, -12, -122,
    -3, -7, 127, 104, -90, 57, -54, -119, -87, 33, -85, -101, 22, 102, -1, -4, -96, -31, 109, -36, -74, -13,
    -67, -94, 7, 31, 29};
  static constexpr std::array<std::int32_t, 19> bias{
    8134, 2364, 7383, 268, 4952, -8528, -1145, 4968, 3327, -4106, 4837, -6388, 3982, 8674, -1754, 8159,
    -7831, 6444, 4096};
  static constexpr tenon::encoding output_encoding{0.016233422f, -128};
  static constexpr int window_rows = 1;
  static constexpr int window_columns = 5;
  static constexpr int stride_rows = 2;
  static constexpr int stride_columns = 2;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int multiplier = 1;
  static constexpr bool same = true;
  static constexpr std::string_view activation = "relu";
  static constexpr std::array<int, 4> output_shape{1, 1, 6, 19};
  static constexpr std::array<std::int8_t, 114> expected{
    -128, -128, -72, -128, -128, -27, -128, -41, -128, -63, -94, -128, -128, -86, -128, -128, -128, -24,
    -128, -112, -128, -92, -128, -128, -116, -128, 1, -128, -122, -127, -128, -128, -44, -104, -128, -128,
    -60, -128, -119, -128, -97, -128, -128, -128, -128, -65, -111, -118, -128, -128, -128, -34, -56, -128,
    24, -128, -43, -128, -93, -127, -128, -128, -53, -128, -43, -128, -128, -128, -128, -102, -128, -12,
    -128, -17, -74, -119, -128, -128, 12, -128, -128, -107, -128, -102, -128, -76, -128, -91, -128, -79,
    -128, -128, -111, 100, -128, -117, -125, -63, -38, -112, -118, -128, -99, -20, -128, -128, -128, -100,
    -59, -128, -128, -128, -14, -92};
};

/// 1x3x3x37 -> 1x1x1x37, window 3x3, stride 1x1, dilation 1x1, valid, none, per channel, multiplier 1
struct case_9 {
  static constexpr tenon::encoding input_encoding{0.06f, 50};
  static constexpr std::array<int, 4> input_shape{1, 3, 3, 37};
  static constexpr std::array<std::int8_t, 333> input{
    45, 92, -46, -120, 97, -125, -90, 114, -93, 102, 87, -111, -33, 122, 16, -45, 116, 0, -86, -56, 42, 83,
    -108, -84, -42, 18, -126, -66, -60, -54, -102, 12, 80, -46, 98, -19, 32, 66, 22, 29, -91, 2, 122, 100,
    7, -121, 0, 34, -34, 25, 106, 96, -100, 90, -96, -128, 18, 89, -7, -55, -19, -100, 118, 46, 85, -46,
    -12, 20, 90, 124, 94, 81, -120, -49, -82, -94, 6, 36, 6, -89, -128, 6, 10, 6, 78, -54, -69, -17, 41,
    125, 4, -29, -45, -111, -67, -51, 34, 12, -23, -58, -9, 72, 70, -113, 53, -25, -108, 78, 37, 7, 15, -55,
    82, 107, 8, 14, 53, 95, 97, -12, -82, -39, 123, -4, 86, 55, -123, -80, 122, -127, 28, 60, 75, -71, -24,
    53, 80, 14, 101, -127, -2, 26, -15, -62, 26, 27, -119, 30, -75, 96, 88, 17, -106, 127, 44, 15, -55, -78,
    121, 47, -54, -122, -128, -84, 28, -128, -5, -19, -90, 51, 73, 95, 126, -68, -23, -122, -45, -42, -69,
    -92, 73, 18, 80, -43, 86, 1, -29, 35, -86, -31, 50, 38, -9, 22, -106, -51, 67, -26, 20, -15, 3, -9, -22,
    35, 63, -112, -98, 2, 87, 103, 14, -73, 0, 55, 35, -27, 10, -1, 53, 6, 10, -69, -35, -10, 15, -112, -14,
    125, 103, 19, -40, -103, -4, -15, -77, 36, 45, 10, 37, 27, -107, -113, -51, 113, 28, -52, 90, -31, -42,
    91, 121, 52, 92, 124, 82, 92, -91, 39, 89, -106, 102, -46, -64, -27, -18, -56, -16, -58, 60, 103, 125,
    84, 40, 29, -52, -112, 80, 91, -106, 4, 122, 63, -50, -42, 8, 8, 33, 44, -103, 3, 85, 82, 24, 0, 50, -2,
    -45, -112, -79, 119, -62, -58, -25, -9, -27, -40, -127, -70, 71, 40, 73, -4, 35, 94, -45, 95, 81, 60,
    64, -19, -44, 70, -3, 10, 52, -17, 11, 33, -58, -31, 47, 13, 36};
  static constexpr std::array<float, 37> kernel_scales{
    0.015321447f, 0.014853947f, 0.0042559695f, 0.0072111767f, 0.0036865151f, 0.008651344f, 0.008506818f,
    0.015024146f, 0.016638154f, 0.01472144f, 0.014893365f, 0.020832937f, 0.008495615f, 0.016824385f,
    0.006223349f, 0.017087705f, 0.013995433f, 0.009568526f, 0.021221155f, 0.018238183f, 0.010106809f,
    0.01873748f, 0.012850075f, 0.01616883f, 0.019684313f, 0.007760451f, 0.0130477855f, 0.016941927f,
    0.017902533f, 0.020613557f, 0.015654454f, 0.010771687f, 0.022483913f, 0.018484656f, 0.017315317f,
    0.009275218f, 0.015384496f};
  static constexpr bool per_channel = true;
  static constexpr std::array<int, 3> kernel_shape{3, 3, 37};
  static constexpr std::array<std::int8_t, 333> kernel{
    -28, -30, 127, 13, -53, 82, -4, 29, 114, -38, -7, 28, -91, -57, -116, -127, -55, -94, -40, 100, -105,
    47, -126, -42, 115, -34, -73, 99, 102, -18, 81, 98, -22, 66, -103, 71, -19, 97, 13, 87, -25, -95, 105,
    -84, 72, 100, 120, -19, 9, 64, -91, -88, 1, -40, 103, -113, -81, 109, -19, 75, -106, -90, -112, -95, 48,
    113, -4, -1, 67, -83, 72, -122, -72, -27, 88, 58, 11, -73, 34, -16, -100, -5, 46, -56, -27, -105, -108,
    -116, 38, 14, 83, 113, -32, -117, 100, -46, -78, -123, -96, 110, -76, 102, 112, 14, 110, -61, 82, -122,
    -24, 120, -57, -35, -39, -89, -50, -100, 94, -93, 105, 85, 79, 94, -123, 124, -51, -85, 62, 64, 118, -1,
    -122, -55, 89, 53, -81, 68, -27, -100, 124, -50, -42, 119, 82, -100, -65, -45, -27, 105, 91, 121, -78,
    12, -113, -127, -107, -88, -109, 12, -84, 24, 81, 85, 42, -91, -27, -45, 86, -25, -90, -47, -116, -71,
    39, -61, -76, 9, 104, 42, -125, -125, 77, 8, -88, -69, -123, -69, 66, -78, 58, 33, 95, -35, -79, 115,
    123, -102, -9, -9, -81, -122, -69, 127, -15, 105, 26, -28, 109, 22, 23, 30, -85, -79, -65, 123, 19,
    -108, 90, 73, 40, 97, 89, -96, 69, -127, 109, 101, 66, 113, -59, 85, -114, 20, -103, 14, 75, 33, 81,
    -40, 6, -54, -93, -27, 5, 127, 42, -81, -32, 100, -84, 47, -122, -98, -112, 68, 11, -60, 98, 44, 85,
    -55, 74, -15, 121, 96, -2, -124, -93, -109, -55, -94, -52, -102, 79, 47, -35, 10, -89, -47, 42, 81, -42,
    115, -89, -122, -97, -86, 108, -59, 113, 116, -112, -50, -110, -45, 58, 90, -26, -17, 123, 71, 41, 72,
    73, -117, 18, -54, 8, -83, 89, -17, 21, -122, -71, 100, 105, -84, -2, 114, -86, -65, 80, -94, 34, 83,
    29, 109, 66, -127, 15, -106, 33, 62, 23};
  static constexpr std::array<std::int32_t, 37> bias{
    -8648, 938, -8503, 2959, 7500, 2104, -175, -4890, -4470, -3666, -654, -2311, -3909, -6051, -1038, -1827,
    -8650, 8041, 7696, -2024, -2497, 994, 3879, 1241, -8802, -2930, 5010, 1901, -1483, 2432, -2822, -2046,
    859, 4240, 7020, -1365, 569};
  static constexpr tenon::encoding output_encoding{0.2187463f, -20};
  static constexpr int window_rows = 3;
  static constexpr int window_columns = 3;
  static constexpr int stride_rows = 1;
  static constexpr int stride_columns = 1;
  static constexpr int dilation_rows = 1;
  static constexpr int dilation_columns = 1;
  static constexpr int multiplier = 1;
  static constexpr bool same = false;
  static constexpr std::string_view activation = "none";
  static constexpr std::array<int, 4> output_shape{1, 1, 1, 37};
  static constexpr std::array<std::int8_t, 37> expected{
    -94, -3, -76, -72, -9, -46, 16, 51, -94, -128, -45, -24, -45, -124, -24, 109, -128, 4, 127, 18, -11,
    -18, 3, 127, 25, -58, 127, -24, -128, -128, -51, 20, -97, 21, -110, -6, 17};
};

/// 1x6x7x4 -> 1x6x7x4, window 3x3, stride 1x1, dilation 1x1, same, none, per channel, multiplier 1, tied
/// factors
struct case_10 {
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
    -22, 106, -15, 79, 95, -70, 10, 85, -52, 33, 1, 103, 126, -30, -32, 53, 1, -61, 7, -73, 71, 12, 14, -68,
    -61, 5, -37, -25, -10, 28, -20, -25, 80, -32, -33, -5, -46, -31, 15, -17, 52, -55, 4, -12, 49, 47, 22,
    -25, -79, -21, 16, 46, 92, -26, -34, 110, -45, -83, -17, -128, -99, -128, -23, -128, 57, 52, 43, -63,
    -128, -98, -9, 58, 127, 32, -1, 91, 90, -3, 12, 28, 43, -21, -15, 5, 41, -74, -23, 10, -16, 23, -11,
    103, -63, -12, 52, 62, -27, -1, 36, 63, -110, 17, -20, 51, -33, -7, 0, -16, -45, 57, -72, -31, -55, 69,
    6, 68, 5, -39, -51, 71, 11, -39, 22, 1, 2, -42, -6, -54, -70, -67, -29, 39, -23, 127, 26, -52, -13, 64,
    -20, -41, 18, 20, 37, -28, -28, 9, -10, -81, -46, -9, 42, -78, -10, 101, 2, -60, -72, -27, 20, 25, -85,
    -128, 0, -8, -37, -76, -22, 21};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7, case_8, case_9,
                         case_10>;

}  // namespace tenon_golden::depthwise_conv2d
