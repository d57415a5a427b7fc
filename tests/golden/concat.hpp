// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 concat; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::concat {

/// 1x3x4x2 with 1x3x4x5 along axis 3
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_0_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> input_0{
    -104, -61, -74, 55, 40, 55, -7, -35, 76, -6, 9, -52, 13, -111, -70, -9, 27, 127, 19, 86, -128, 46, 20,
    -128};
  static constexpr std::array<int, 4> input_1_shape{1, 3, 4, 5};
  static constexpr std::array<std::int8_t, 60> input_1{
    -1, 38, -90, 55, -101, 1, 0, 127, -76, 92, -29, -15, -53, 125, -58, 0, 89, -122, -12, 96, -77, -20, 95,
    87, -107, -54, -65, 15, 26, -48, -128, 23, 71, -60, 27, 105, -62, -128, -47, -20, 119, -2, -119, -63,
    -42, 117, 68, 62, -64, -124, 54, -42, 11, 45, -113, 46, 35, -107, -80, 31};
  static constexpr int axis = 3;
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> output_shape{1, 3, 4, 7};
  static constexpr std::array<std::int8_t, 84> expected{
    -104, -61, -1, 38, -90, 55, -101, -74, 55, 1, 0, 127, -76, 92, 40, 55, -29, -15, -53, 125, -58, -7, -35,
    0, 89, -122, -12, 96, 76, -6, -77, -20, 95, 87, -107, 9, -52, -54, -65, 15, 26, -48, 13, -111, -128, 23,
    71, -60, 27, -70, -9, 105, -62, -128, -47, -20, 27, 127, 119, -2, -119, -63, -42, 19, 86, 117, 68, 62,
    -64, -124, -128, 46, 54, -42, 11, 45, -113, 20, -128, 46, 35, -107, -80, 31};
};

/// 1x2x3x4 with 1x1x3x4 with 1x4x3x4 along axis 1
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_0_shape{1, 2, 3, 4};
  static constexpr std::array<std::int8_t, 24> input_0{
    124, -128, 36, 103, -40, -42, -85, 4, 43, -69, -106, 36, -82, 127, -36, -79, -102, 51, 6, 53, 47, 36,
    -42, 71};
  static constexpr std::array<int, 4> input_1_shape{1, 1, 3, 4};
  static constexpr std::array<std::int8_t, 12> input_1{
    71, 26, 54, -128, -113, -117, 127, 40, -126, 115, -110, -64};
  static constexpr std::array<int, 4> input_2_shape{1, 4, 3, 4};
  static constexpr std::array<std::int8_t, 48> input_2{
    111, 10, -108, 127, 10, -6, 30, -75, -57, -72, 118, -104, 94, -30, -96, -42, -31, -124, -66, -128, -102,
    4, 42, 14, -62, -105, -36, -55, -55, 23, -79, 96, 79, -1, 9, 0, -70, 65, -73, -9, 10, -65, 39, 80, 48,
    -77, -126, 101};
  static constexpr int axis = 1;
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> output_shape{1, 7, 3, 4};
  static constexpr std::array<std::int8_t, 84> expected{
    124, -128, 36, 103, -40, -42, -85, 4, 43, -69, -106, 36, -82, 127, -36, -79, -102, 51, 6, 53, 47, 36,
    -42, 71, 71, 26, 54, -128, -113, -117, 127, 40, -126, 115, -110, -64, 111, 10, -108, 127, 10, -6, 30,
    -75, -57, -72, 118, -104, 94, -30, -96, -42, -31, -124, -66, -128, -102, 4, 42, 14, -62, -105, -36, -55,
    -55, 23, -79, 96, 79, -1, 9, 0, -70, 65, -73, -9, 10, -65, 39, 80, 48, -77, -126, 101};
};

/// 3x5 with 1x5 along axis 0
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 2> input_0_shape{3, 5};
  static constexpr std::array<std::int8_t, 15> input_0{
    76, 63, 89, -70, -128, -69, -76, 60, -94, 52, 127, 39, 15, 56, 16};
  static constexpr std::array<int, 2> input_1_shape{1, 5};
  static constexpr std::array<std::int8_t, 5> input_1{127, 111, -88, -21, -128};
  static constexpr int axis = 0;
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 2> output_shape{4, 5};
  static constexpr std::array<std::int8_t, 20> expected{
    76, 63, 89, -70, -128, -69, -76, 60, -94, 52, 127, 39, 15, 56, 16, 127, 111, -88, -21, -128};
};

/// 4x1 with 4x7 with 4x2 with 4x3 along axis 1
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 2> input_0_shape{4, 1};
  static constexpr std::array<std::int8_t, 4> input_0{127, -128, -28, 107};
  static constexpr std::array<int, 2> input_1_shape{4, 7};
  static constexpr std::array<std::int8_t, 28> input_1{
    103, 49, 56, 47, -128, -17, 54, 39, -3, 107, -34, 54, -56, 69, 91, 12, 127, 79, -116, -73, -57, 10, 15,
    -51, -42, -128, 12, -114};
  static constexpr std::array<int, 2> input_2_shape{4, 2};
  static constexpr std::array<std::int8_t, 8> input_2{76, 91, 3, -128, -41, 127, 21, -4};
  static constexpr std::array<int, 2> input_3_shape{4, 3};
  static constexpr std::array<std::int8_t, 12> input_3{
    48, 40, -43, -11, 119, 122, -61, 32, -109, 0, 127, -128};
  static constexpr int axis = 1;
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 2> output_shape{4, 13};
  static constexpr std::array<std::int8_t, 52> expected{
    127, 103, 49, 56, 47, -128, -17, 54, 76, 91, 48, 40, -43, -128, 39, -3, 107, -34, 54, -56, 69, 3, -128,
    -11, 119, 122, -28, 91, 12, 127, 79, -116, -73, -57, -41, 127, -61, 32, -109, 107, 10, 15, -51, -42,
    -128, 12, -114, 21, -4, 0, 127, -128};
};

/// 2x3x5x1 with 2x3x1x1 along axis 2
struct case_4 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_0_shape{2, 3, 5, 1};
  static constexpr std::array<std::int8_t, 30> input_0{
    4, -12, -51, -39, -128, -107, -100, 101, 45, 41, -68, 108, -120, -113, 44, 18, 3, 127, -105, 2, 55, 25,
    -26, 112, 114, 101, -122, 121, 116, -20};
  static constexpr std::array<int, 4> input_1_shape{2, 3, 1, 1};
  static constexpr std::array<std::int8_t, 6> input_1{-110, -72, -4, -128, 29, 127};
  static constexpr int axis = 2;
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> output_shape{2, 3, 6, 1};
  static constexpr std::array<std::int8_t, 36> expected{
    4, -12, -51, -39, -128, -110, -107, -100, 101, 45, 41, -72, -68, 108, -120, -113, 44, -4, 18, 3, 127,
    -105, 2, -128, 55, 25, -26, 112, 114, 29, 101, -122, 121, 116, -20, 127};
};

/// 17 with 1 with 30 along axis 0
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 1> input_0_shape{17};
  static constexpr std::array<std::int8_t, 17> input_0{
    80, -22, 127, 75, -128, 2, -21, -11, 28, 56, 55, 12, 77, -45, -85, 115, 59};
  static constexpr std::array<int, 1> input_1_shape{1};
  static constexpr std::array<std::int8_t, 1> input_1{-74};
  static constexpr std::array<int, 1> input_2_shape{30};
  static constexpr std::array<std::int8_t, 30> input_2{
    44, 108, 110, 30, -126, 40, 39, -128, -113, 55, 2, 4, 34, -49, 62, 127, 74, 25, 127, 125, 31, -59, -5,
    -67, -16, 59, -60, -56, -72, -82};
  static constexpr int axis = 0;
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 1> output_shape{48};
  static constexpr std::array<std::int8_t, 48> expected{
    80, -22, 127, 75, -128, 2, -21, -11, 28, 56, 55, 12, 77, -45, -85, 115, 59, -74, 44, 108, 110, 30, -126,
    40, 39, -128, -113, 55, 2, 4, 34, -49, 62, 127, 74, 25, 127, 125, 31, -59, -5, -67, -16, 59, -60, -56,
    -72, -82};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5>;

}  // namespace tenon_golden::concat
