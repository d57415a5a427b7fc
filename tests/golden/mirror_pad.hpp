// SPDX-License-Identifier: Apache-2.0
// What LiteRT 2.3.0 answers for int8 mirror_pad; written by make_golden.py, do not edit.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cstdint>
#include <tuple>

namespace tenon_golden::mirror_pad {

/// 1x3x4x2 -> 1x5x6x2, reflect
struct case_0 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 3, 4, 2};
  static constexpr std::array<std::int8_t, 24> input{
    51, -59, 95, -68, -65, -85, -29, 5, -106, -128, -16, -36, 127, -11, 101, 81, -101, -63, -57, -119, 57,
    -17, 109, -128};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> before{0, 1, 1, 0};
  static constexpr std::array<int, 4> after{0, 1, 1, 0};
  static constexpr bool symmetric = false;
  static constexpr std::array<int, 4> output_shape{1, 5, 6, 2};
  static constexpr std::array<std::int8_t, 60> expected{
    -16, -36, -106, -128, -16, -36, 127, -11, 101, 81, 127, -11, 95, -68, 51, -59, 95, -68, -65, -85, -29,
    5, -65, -85, -16, -36, -106, -128, -16, -36, 127, -11, 101, 81, 127, -11, -57, -119, -101, -63, -57,
    -119, 57, -17, 109, -128, 57, -17, -16, -36, -106, -128, -16, -36, 127, -11, 101, 81, 127, -11};
};

/// 4x5 -> 9x9, reflect
struct case_1 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 2> input_shape{4, 5};
  static constexpr std::array<std::int8_t, 20> input{
    127, -120, -70, -123, 42, -42, -128, -31, 124, -73, 18, 42, -68, -126, 87, -38, 106, 124, 60, -100};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 2> before{2, 0};
  static constexpr std::array<int, 2> after{3, 4};
  static constexpr bool symmetric = false;
  static constexpr std::array<int, 2> output_shape{9, 9};
  static constexpr std::array<std::int8_t, 81> expected{
    18, 42, -68, -126, 87, -126, -68, 42, 18, -42, -128, -31, 124, -73, 124, -31, -128, -42, 127, -120, -70,
    -123, 42, -123, -70, -120, 127, -42, -128, -31, 124, -73, 124, -31, -128, -42, 18, 42, -68, -126, 87,
    -126, -68, 42, 18, -38, 106, 124, 60, -100, 60, 124, 106, -38, 18, 42, -68, -126, 87, -126, -68, 42, 18,
    -42, -128, -31, 124, -73, 124, -31, -128, -42, 127, -120, -70, -123, 42, -123, -70, -120, 127};
};

/// 4x5 -> 10x10, symmetric
struct case_2 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 2> input_shape{4, 5};
  static constexpr std::array<std::int8_t, 20> input{
    -94, 3, -21, -50, 127, 98, -128, -16, 31, -80, 60, 19, 7, 41, 21, 103, -39, -121, -17, 104};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 2> before{2, 0};
  static constexpr std::array<int, 2> after{4, 5};
  static constexpr bool symmetric = true;
  static constexpr std::array<int, 2> output_shape{10, 10};
  static constexpr std::array<std::int8_t, 100> expected{
    98, -128, -16, 31, -80, -80, 31, -16, -128, 98, -94, 3, -21, -50, 127, 127, -50, -21, 3, -94, -94, 3,
    -21, -50, 127, 127, -50, -21, 3, -94, 98, -128, -16, 31, -80, -80, 31, -16, -128, 98, 60, 19, 7, 41, 21,
    21, 41, 7, 19, 60, 103, -39, -121, -17, 104, 104, -17, -121, -39, 103, 103, -39, -121, -17, 104, 104,
    -17, -121, -39, 103, 60, 19, 7, 41, 21, 21, 41, 7, 19, 60, 98, -128, -16, 31, -80, -80, 31, -16, -128,
    98, -94, 3, -21, -50, 127, 127, -50, -21, 3, -94};
};

/// 1x2x3x3 -> 1x3x7x6, symmetric
struct case_3 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 4> input_shape{1, 2, 3, 3};
  static constexpr std::array<std::int8_t, 18> input{
    91, 57, 127, -107, -107, 115, 111, -111, -128, 121, 126, 0, -60, -117, -37, 105, -21, -123};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 4> before{0, 0, 2, 1};
  static constexpr std::array<int, 4> after{0, 1, 2, 2};
  static constexpr bool symmetric = true;
  static constexpr std::array<int, 4> output_shape{1, 3, 7, 6};
  static constexpr std::array<std::int8_t, 126> expected{
    -107, -107, -107, 115, 115, -107, 91, 91, 57, 127, 127, 57, 91, 91, 57, 127, 127, 57, -107, -107, -107,
    115, 115, -107, 111, 111, -111, -128, -128, -111, 111, 111, -111, -128, -128, -111, -107, -107, -107,
    115, 115, -107, -60, -60, -117, -37, -37, -117, 121, 121, 126, 0, 0, 126, 121, 121, 126, 0, 0, 126, -60,
    -60, -117, -37, -37, -117, 105, 105, -21, -123, -123, -21, 105, 105, -21, -123, -123, -21, -60, -60,
    -117, -37, -37, -117, -60, -60, -117, -37, -37, -117, 121, 121, 126, 0, 0, 126, 121, 121, 126, 0, 0,
    126, -60, -60, -117, -37, -37, -117, 105, 105, -21, -123, -123, -21, 105, 105, -21, -123, -123, -21,
    -60, -60, -117, -37, -37, -117};
};

/// 7 -> 14, reflect
struct case_4 {
  static constexpr tenon::encoding input_encoding{0.05f, -3};
  static constexpr std::array<int, 1> input_shape{7};
  static constexpr std::array<std::int8_t, 7> input{95, 29, -128, 127, -46, 93, 97};
  static constexpr tenon::encoding output_encoding{0.05f, -3};
  static constexpr std::array<int, 1> before{6};
  static constexpr std::array<int, 1> after{1};
  static constexpr bool symmetric = false;
  static constexpr std::array<int, 1> output_shape{14};
  static constexpr std::array<std::int8_t, 14> expected{
    97, 93, -46, 127, -128, 29, 95, 29, -128, 127, -46, 93, 97, 93};
};

using cases = std::tuple<case_0, case_1, case_2, case_3, case_4>;

}  // namespace tenon_golden::mirror_pad
