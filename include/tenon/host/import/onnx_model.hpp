// SPDX-License-Identifier: Apache-2.0
// What an .onnx file says, in plain structures: nodes with attributes, constants, inputs, outputs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tenon::host {

/// Element types at ONNX's numbers.
enum class onnx_type : std::int32_t {
  none = 0,
  float32 = 1,
  uint8 = 2,
  int8 = 3,
  uint16 = 4,
  int16 = 5,
  int32 = 6,
  int64 = 7,
  string = 8,
  boolean = 9,
  float16 = 10,
  float64 = 11,
  uint32 = 12,
  uint64 = 13,
  bfloat16 = 16
};

/// A constant tensor: its elements lie in row-major order, little-endian.
struct onnx_tensor {
  onnx_type type = onnx_type::none;
  std::vector<std::int64_t> extents{};
  std::string bytes{};
};

/// An attribute; which of these is filled is the file's choice.
struct onnx_attribute {
  float real = 0.0f;
  std::int64_t integer = 0;
  std::string text{};
  onnx_tensor tensor{};
  std::vector<float> reals{};
  std::vector<std::int64_t> integers{};
  std::vector<std::string> texts{};
  bool is_graph = false;
};

/// A call of an operator. Inputs that are left out are empty names.
struct onnx_node {
  std::string name{};
  std::string word{};  ///< of the operator: "Conv"
  std::string domain{};
  std::vector<std::string> inputs{};
  std::vector<std::string> outputs{};
  std::map<std::string, onnx_attribute> attributes{};
};

/// An input or output of the network. An extent that the file leaves open is -1.
struct onnx_port {
  std::string name{};
  onnx_type type = onnx_type::none;
  std::vector<std::int64_t> extents{};
  bool has_extents = false;
};

/// A whole file.
struct onnx_model {
  std::string path{};  ///< for messages
  std::int64_t opset = 0;
  std::vector<onnx_node> nodes{};
  std::map<std::string, onnx_tensor> constants{};
  std::vector<onnx_port> inputs{};  ///< but for those that constants give
  std::vector<onnx_port> outputs{};
};

/// Bytes of an element; 0 for types that have no fixed size.
constexpr std::size_t bytes_of(onnx_type type) noexcept {
  switch (type) {
    case onnx_type::uint8:
    case onnx_type::int8:
    case onnx_type::boolean:
      return 1;
    case onnx_type::uint16:
    case onnx_type::int16:
    case onnx_type::float16:
    case onnx_type::bfloat16:
      return 2;
    case onnx_type::float32:
    case onnx_type::int32:
    case onnx_type::uint32:
      return 4;
    case onnx_type::int64:
    case onnx_type::uint64:
    case onnx_type::float64:
      return 8;
    case onnx_type::none:
    case onnx_type::string:
      break;
  }
  return 0;
}

/// The type's name in ONNX's documentation.
inline std::string type_name(onnx_type type) {
  switch (type) {
    case onnx_type::float32:
      return "float";
    case onnx_type::uint8:
      return "uint8";
    case onnx_type::int8:
      return "int8";
    case onnx_type::uint16:
      return "uint16";
    case onnx_type::int16:
      return "int16";
    case onnx_type::int32:
      return "int32";
    case onnx_type::int64:
      return "int64";
    case onnx_type::string:
      return "string";
    case onnx_type::boolean:
      return "bool";
    case onnx_type::float16:
      return "float16";
    case onnx_type::float64:
      return "double";
    case onnx_type::uint32:
      return "uint32";
    case onnx_type::uint64:
      return "uint64";
    case onnx_type::bfloat16:
      return "bfloat16";
    case onnx_type::none:
      break;
  }
  return "type " + std::to_string(static_cast<std::int32_t>(type));
}

}  // namespace tenon::host
