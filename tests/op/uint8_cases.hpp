// SPDX-License-Identifier: Apache-2.0
// Conversions from and to uint8 as LiteRT answers them, for every backend that has them.
#pragma once

#include <tenon/op/dequantize.hpp>
#include <tenon/op/quantize.hpp>
#include <tenon/op/requantize.hpp>

#include <golden/uint8.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

namespace tenon_test {

template <class Backend>
void check_quantize_to_uint8() {
  for_each_case<tenon_golden::uint8::quantize::cases>([]<class Case>() {
    constexpr tenon::tensor_type input{tenon::f32, shape_from(Case::input_shape)};
    CHECK(run_one<Backend, tenon::op::quantize_<tenon::u8>, input>(Case::input, {}, Case::output_encoding) ==
          Case::expected);
  });
}

template <class Backend>
void check_dequantize_of_uint8() {
  for_each_case<tenon_golden::uint8::dequantize::cases>([]<class Case>() {
    constexpr tenon::tensor_type input = tenon::tensor<tenon::u8, 256>::value;
    CHECK(run_one<Backend, tenon::op::dequantize_<>, input>(Case::input, Case::input_encoding) == Case::expected);
  });
}

template <class Backend, tenon::element From, tenon::element To, class Cases>
void check_requantize() {
  for_each_case<Cases>([]<class Case>() {
    constexpr tenon::tensor_type input = tenon::tensor<From, 256>::value;
    CHECK(run_one<Backend, tenon::op::requantize_<To>, input>(Case::input, Case::input_encoding,
                                                              Case::output_encoding) == Case::expected);
  });
}

template <class Backend>
void check_requantize_uint8() {
  check_requantize<Backend, tenon::i8, tenon::u8, tenon_golden::uint8::to_uint8::cases>();
  check_requantize<Backend, tenon::u8, tenon::i8, tenon_golden::uint8::to_int8::cases>();
  // From uint8 to itself there is nothing to do where the encoding stays.
  std::array<std::uint8_t, 256> all{};
  for (std::size_t q = 0; q < all.size(); ++q) all[q] = static_cast<std::uint8_t>(q);
  CHECK(run_one<Backend, tenon::op::requantize_<>, tenon::tensor<tenon::u8, 256>::value>(all, {0.1f, 7}, {0.1f, 7}) ==
        all);
}

}  // namespace tenon_test
