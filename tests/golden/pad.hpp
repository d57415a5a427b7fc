// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 pad; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::pad {

/// 1x3x4x2 -> 1x5x6x2, filled with -3
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> input{
    73, 127, -77, 117, -34, 43, 49, 66, 53, -25, -116, -128, 100, -97, -57, -124, 103, -23, 118, -112, 118,
    -116, 77, 40};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> before{0, 1, 1, 0};
  static constexpr std::array<int, 4> after{0, 1, 1, 0};
  static constexpr int value = -3;
  static constexpr std::array<int, 4> output_shape{1, 5, 6, 2};
  static constexpr std::array<std::int8_t, 60> expected{
    -3, -3, -3, -3, -3, -3, -3, -3, -3, -3, -3, -3, -3, -3, 73, 127, -77, 117, -34, 43, 49, 66, -3, -3, -3,
    -3, 53, -25, -116, -128, 100, -97, -57, -124, -3, -3, -3, -3, 103, -23, 118, -112, 118, -116, 77, 40,
    -3, -3, -3, -3, -3, -3, -3, -3, -3, -3, -3, -3, -3, -3};
};

/// 4x5 -> 6x8, filled with 127
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, 127};
  static constexpr std::array<int, 2> input_shape{4, 5};
  static constexpr std::array<std::int8_t, 20> input{
    46, -119, 67, -128, 38, 127, 79, 4, 38, -76, -121, -78, -111, -106, -39, -120, -16, -79, 123, 2};
  static constexpr tenon::encoding output_encoding{0.05f, 127};
  static constexpr std::array<int, 2> before{2, 0};
  static constexpr std::array<int, 2> after{0, 3};
  static constexpr int value = 127;
  static constexpr std::array<int, 2> output_shape{6, 8};
  static constexpr std::array<std::int8_t, 48> expected{
    127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 46, -119, 67, -128, 38,
    127, 127, 127, 127, 79, 4, 38, -76, 127, 127, 127, -121, -78, -111, -106, -39, 127, 127, 127, -120, -16,
    -79, 123, 2, 127, 127, 127};
};

/// 1x2x3x3 -> 2x5x5x6, filled with -128
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -128};
  static constexpr std::array<int, 4> input_shape{1, 2, 3, 3};
  static constexpr std::array<std::int8_t, 18> input{
    71, 127, 88, 104, -51, -65, -113, -108, -40, 117, 51, -6, -127, -128, -9, -91, 60, 59};
  static constexpr tenon::encoding output_encoding{0.05f, -128};
  static constexpr std::array<int, 4> before{0, 0, 2, 1};
  static constexpr std::array<int, 4> after{1, 3, 0, 2};
  static constexpr int value = -128;
  static constexpr std::array<int, 4> output_shape{2, 5, 5, 6};
  static constexpr std::array<std::int8_t, 300> expected{
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, 71, 127, 88, -128, -128,
    -128, 104, -51, -65, -128, -128, -128, -113, -108, -40, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, 117, 51, -6, -128, -128, -128, -127, -128, -9, -128, -128,
    -128, -91, 60, 59, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128, -128,
    -128, -128, -128, -128, -128, -128, -128};
};

/// 7 -> 14, filled with 0
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, 0};
  static constexpr std::array<int, 1> input_shape{7};
  static constexpr std::array<std::int8_t, 7> input{-128, -123, -90, 69, 106, 127, -50};
  static constexpr tenon::encoding output_encoding{0.05f, 0};
  static constexpr std::array<int, 1> before{3};
  static constexpr std::array<int, 1> after{4};
  static constexpr int value = 0;
  static constexpr std::array<int, 1> output_shape{14};
  static constexpr std::array<std::int8_t, 14> expected{
    0, 0, 0, -128, -123, -90, 69, 106, 127, -50, 0, 0, 0, 0};
};

/// 2x3x5 -> 3x3x8, filled with -77
struct case_4 {
  static constexpr tenon::encoding input_encoding{0.05f, 9};
  static constexpr std::array<int, 3> input_shape{2, 3, 5};
  static constexpr std::array<std::int8_t, 30> input{
    -17, -39, -72, 112, 98, -82, -127, -49, -41, 11, 127, 68, 122, 60, 43, -3, -128, -110, -61, -41, -115,
    11, 48, -61, -95, -104, -23, 110, -31, -109};
  static constexpr tenon::encoding output_encoding{0.05f, 9};
  static constexpr std::array<int, 3> before{1, 0, 1};
  static constexpr std::array<int, 3> after{0, 0, 2};
  static constexpr int value = -77;
  static constexpr std::array<int, 3> output_shape{3, 3, 8};
  static constexpr std::array<std::int8_t, 72> expected{
    -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77, -77,
    -77, -77, -77, -77, -17, -39, -72, 112, 98, -77, -77, -77, -82, -127, -49, -41, 11, -77, -77, -77, 127,
    68, 122, 60, 43, -77, -77, -77, -3, -128, -110, -61, -41, -77, -77, -77, -115, 11, 48, -61, -95, -77,
    -77, -77, -104, -23, 110, -31, -109, -77, -77};
};

/// 1x4x4x1 -> 1x5x5x1, filled with 127
struct case_5 {
  static constexpr tenon::encoding input_encoding{0.05f, 5};
  static constexpr std::array<int, 4> input_shape{1, 4, 4, 1};
  static constexpr std::array<std::int8_t, 16> input{
    112, 110, -101, -89, -128, 30, 38, -97, -29, -106, 127, -53, -31, 20, 107, 54};
  static constexpr tenon::encoding output_encoding{0.05f, 5};
  static constexpr std::array<int, 4> before{0, 0, 1, 0};
  static constexpr std::array<int, 4> after{0, 1, 0, 0};
  static constexpr int value = 127;
  static constexpr std::array<int, 4> output_shape{1, 5, 5, 1};
  static constexpr std::array<std::int8_t, 25> expected{
    127, 112, 110, -101, -89, 127, -128, 30, 38, -97, 127, -29, -106, 127, -53, 127, -31, 20, 107, 54, 127,
    127, 127, 127, 127};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4, case_5>;

}  // namespace tenon_golden::pad
