// SPDX-License-Identifier: Apache-2.0
// Element types have ONNX's numbers, sizes and names.
#include <tenon/host/import/onnx_model.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

TEST_CASE("types tell their size and name") {
  CHECK(bytes_of(onnx_type::float16) == 2);
  CHECK(bytes_of(onnx_type::int64) == 8);
  CHECK(bytes_of(onnx_type::boolean) == 1);
  CHECK(bytes_of(onnx_type::string) == 0);
  CHECK(type_name(onnx_type::bfloat16) == "bfloat16");
  CHECK(type_name(static_cast<onnx_type>(23)) == "type 23");
}
