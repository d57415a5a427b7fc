// SPDX-License-Identifier: Apache-2.0
// Reads the bytes of an .onnx file: nothing is built of them before their size and nesting were checked.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <google/protobuf/io/coded_stream.h>

#include <tenon/host/import/onnx_format.pb.h>
#include <tenon/host/import/external_data.hpp>
#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/import/onnx_model.hpp>

namespace tenon::host {

namespace detail {

namespace format = tenon::onnx_format;

/// Fields of a message that are messages themselves, at their numbers; the rest is skipped.
struct message_fields {
  struct inner {
    std::uint32_t number;
    const message_fields* fields;
  };
  std::array<inner, 4> messages{};
};
inline constexpr message_fields no_fields{};
inline constexpr message_fields tensor_fields{{{{13, &no_fields}}}};
inline constexpr message_fields attribute_fields{{{{5, &tensor_fields}}}};
inline constexpr message_fields node_fields{{{{5, &attribute_fields}}}};
inline constexpr message_fields shape_fields{{{{1, &no_fields}}}};
inline constexpr message_fields type_fields{{{{2, &shape_fields}}}};
inline constexpr message_fields value_fields{{{{1, &type_fields}}}};
inline constexpr message_fields port_fields{{{{2, &value_fields}}}};
inline constexpr message_fields graph_fields{
    {{{1, &node_fields}, {5, &tensor_fields}, {11, &port_fields}, {12, &port_fields}}}};
inline constexpr message_fields model_fields{{{{7, &graph_fields}, {8, &no_fields}}}};

/// Counts fields before any memory is given to them: a message of two bytes takes hundreds once it is read. Throws
/// std::out_of_range for more than `left`, false for bytes that are no message. Nests as deep as `fields` does.
inline bool count_fields(google::protobuf::io::CodedInputStream& stream, const message_fields& fields,
                         std::size_t& left) {
  while (const std::uint32_t tag = stream.ReadTag()) {
    if (left-- == 0) throw std::out_of_range{"fields"};
    std::uint64_t number = 0;
    std::uint32_t size = 0;
    switch (tag & 7) {
      case 0:
        if (!stream.ReadVarint64(&number)) return false;
        break;
      case 1:
        if (!stream.Skip(8)) return false;
        break;
      case 5:
        if (!stream.Skip(4)) return false;
        break;
      case 2: {
        if (!stream.ReadVarint32(&size) || size > 0x7fffffff) return false;
        const auto* inner = std::find_if(fields.messages.begin(), fields.messages.end(), [&](const auto& each) {
          return each.fields != nullptr && each.number == tag >> 3;
        });
        if (inner == fields.messages.end()) {
          if (!stream.Skip(static_cast<int>(size))) return false;
          break;
        }
        const auto outer = stream.PushLimit(static_cast<int>(size));
        if (!count_fields(stream, *inner->fields, left) || stream.BytesUntilLimit() != 0) return false;
        stream.PopLimit(outer);
        break;
      }
      default:
        return false;
    }
  }
  return stream.ConsumedEntireMessage();
}

/// Turns the messages of a file into plain structures.
class onnx_parser {
 public:
  onnx_parser(std::string path, std::span<const std::uint8_t> bytes) : path_(std::move(path)) {
    made_.path = path_;
    check_fields(bytes);
    format::model file;
    if (!file.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) || !file.has_main())
      refuse("is no .onnx file; name an ONNX model");
    read(*file.mutable_main(), file);
  }
  onnx_model take() { return std::move(made_); }

 private:
  static constexpr const char* remedy = "; it is damaged or no .onnx file, get it again";

  [[noreturn]] void refuse(const std::string& why) const { throw std::runtime_error{path_ + ": " + why}; }

  void check_fields(std::span<const std::uint8_t> bytes) const {
    if (bytes.size() > 0x7fffffff)
      refuse("is larger than 2 GB; keep its weights in a file of their own (external data)");
    google::protobuf::io::CodedInputStream stream(bytes.data(), static_cast<int>(bytes.size()));
    std::size_t left = 4'000'000;
    try {
      if (!count_fields(stream, model_fields, left)) refuse(std::string{"is no ONNX model or ends too early"} + remedy);
    } catch (const std::out_of_range&) {
      refuse("has more than 4,000,000 fields, which no such network needs; make it smaller");
    }
  }

  void read(format::graph& graph, const format::model& file) {
    for (const auto& set : file.operator_sets())
      if (set.domain().empty() || set.domain() == "ai.onnx") made_.opset = set.version();
    if (made_.opset < 6 || made_.opset > 25)
      refuse("uses operator set " + std::to_string(made_.opset) + "; convert it to one from 7 to 21");
    if (graph.sparse_constants_size() != 0) refuse("stores constants sparsely; make them dense");
    for (auto& each : *graph.mutable_constants()) {
      const std::string name = each.name();
      made_.constants[name] = tensor_of(each, "the constant '" + plain_name(name) + "'");
    }
    for (auto& each : *graph.mutable_nodes()) made_.nodes.push_back(node_of(each));
    for (const auto& each : graph.inputs())
      if (!made_.constants.contains(each.name())) made_.inputs.push_back(port_of(each));
    for (const auto& each : graph.outputs()) made_.outputs.push_back(port_of(each));
  }

  onnx_node node_of(format::node& given) {
    onnx_node made{given.name(), given.op_type(), given.domain(), {}, {}, {}};
    made.inputs.assign(given.inputs().begin(), given.inputs().end());
    made.outputs.assign(given.outputs().begin(), given.outputs().end());
    for (auto& each : *given.mutable_attributes()) made.attributes[each.name()] = attribute_of(each, made);
    return made;
  }

  onnx_attribute attribute_of(format::attribute& given, const onnx_node& node) {
    onnx_attribute made{given.f(), given.i(), given.s(), {}, {}, {}, {}, given.has_g()};
    made.reals.assign(given.floats().begin(), given.floats().end());
    made.integers.assign(given.ints().begin(), given.ints().end());
    made.texts.assign(given.strings().begin(), given.strings().end());
    if (given.has_t()) made.tensor = tensor_of(*given.mutable_t(), "the node '" + plain_name(node.name) + "'");
    return made;
  }

  static onnx_port port_of(const format::value_info& given) {
    const auto& type = given.type().of_tensor();
    onnx_port made{given.name(), static_cast<onnx_type>(type.elem_type()), {}, type.has_shape()};
    for (const auto& each : type.shape().dim()) made.extents.push_back(each.has_dim_value() ? each.dim_value() : -1);
    return made;
  }

  onnx_tensor tensor_of(format::tensor& given, const std::string& place) {
    onnx_tensor made{static_cast<onnx_type>(given.data_type()), {given.dims().begin(), given.dims().end()}, {}};
    const std::size_t wanted = size_of(made, place);
    if (given.data_location() == 1)
      made.bytes = read_external(given, wanted, place);
    else if (given.has_raw_data())
      made.bytes = std::move(*given.mutable_raw_data());
    else
      made.bytes = bytes_of_numbers(given, made.type);
    if (made.bytes.size() != wanted && bytes_of(made.type) != 0)
      refuse(place + " has not as much data as its shape asks for" + remedy);
    return made;
  }

  std::size_t size_of(const onnx_tensor& made, const std::string& place) const {
    std::int64_t count = 1;
    for (const std::int64_t extent : made.extents) {
      if (extent < 0 || extent > (std::int64_t{1} << 30) || (count *= extent) > (std::int64_t{1} << 30))
        refuse(place + " has a shape that no tensor has" + remedy);
    }
    return static_cast<std::size_t>(count) * bytes_of(made.type);
  }

  template <class Number, class Numbers>
  static void append(std::string& bytes, const Numbers& numbers) {
    for (const auto each : numbers) {
      const auto number = static_cast<Number>(each);
      bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
  }

  std::string read_external(const format::tensor& given, std::size_t size, const std::string& place) const {
    std::string location, offset = "0";
    for (const auto& pair : given.external_data()) {
      if (pair.key() == "location") location = pair.value();
      if (pair.key() == "offset") offset = pair.value();
    }
    try {
      return read_external_data(std::filesystem::path{path_}.parent_path(), location, offset, size);
    } catch (const std::runtime_error& wrong) {
      refuse(place + " " + wrong.what());
    }
  }

  /// Numbers that stand in a list of their own, as ONNX's table of types says in which.
  static std::string bytes_of_numbers(const format::tensor& given, onnx_type type) {
    std::string bytes;
    switch (type) {
      case onnx_type::float32:
        append<float>(bytes, given.float_data());
        break;
      case onnx_type::float64:
        append<double>(bytes, given.double_data());
        break;
      case onnx_type::int64:
        append<std::int64_t>(bytes, given.int64_data());
        break;
      case onnx_type::uint32:
        append<std::uint32_t>(bytes, given.uint64_data());
        break;
      case onnx_type::uint64:
        append<std::uint64_t>(bytes, given.uint64_data());
        break;
      case onnx_type::int32:
        append<std::int32_t>(bytes, given.int32_data());
        break;
      default:
        if (bytes_of(type) == 1) append<std::uint8_t>(bytes, given.int32_data());
        if (bytes_of(type) == 2) append<std::uint16_t>(bytes, given.int32_data());
    }
    return bytes;
  }

  std::string path_;
  onnx_model made_;
};

}  // namespace detail

/// What an .onnx file says. `path` is for messages, and its folder holds the file's external data. Throws
/// std::runtime_error with one line if the bytes are no sound file.
inline onnx_model parse_onnx(const std::string& path, std::span<const std::uint8_t> bytes) {
  return detail::onnx_parser{path, bytes}.take();
}

}  // namespace tenon::host
