// SPDX-License-Identifier: Apache-2.0
// Operators by number: those that the importer knows, both ends of the list, and numbers beyond it.
#include <tenon/host/import/tflite_names.hpp>

#include <doctest/doctest.h>

using tenon::host::tflite_operator_name;

TEST_CASE("numbers of the format have their words") {
  CHECK(tflite_operator_name(0) == "ADD");
  CHECK(tflite_operator_name(3) == "CONV_2D");
  CHECK(tflite_operator_name(9) == "FULLY_CONNECTED");
  CHECK(tflite_operator_name(25) == "SOFTMAX");
  CHECK(tflite_operator_name(56) == "ARG_MAX");
  CHECK(tflite_operator_name(97) == "RESIZE_NEAREST_NEIGHBOR");
  CHECK(tflite_operator_name(114) == "QUANTIZE");
  CHECK(tflite_operator_name(152) == "RELU_0_TO_1");
  CHECK(tflite_operator_name(153) == "operator 153");
  CHECK(tflite_operator_name(-1) == "operator -1");
}
