// SPDX-License-Identifier: Apache-2.0
// A .tflite file in memory: nothing is read from it before its tables, and every number that points into it, were checked.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <flatbuffers/flatbuffers.h>

#include <tenon/host/import/tflite_format.h>

namespace tenon::host {

namespace tflite = tenon::tflite_format;

/// A verified file, looked at from one of its graphs. Accessors give only what lies inside it.
class tflite_file {
 public:
  /// Takes the bytes of a file; `name` is for messages. Throws std::runtime_error if they are no sound .tflite file.
  tflite_file(std::string name, std::vector<std::uint8_t> bytes)
      : name_(std::move(name)), bytes_(std::make_shared<const std::vector<std::uint8_t>>(std::move(bytes))) {
    check_tables();
    check_graph();
  }

  /// The same file, looked at from another of its graphs, as one that sets up variables. Throws if there is none.
  tflite_file from_graph(int index) const {
    tflite_file other = *this;
    if (index < 0 || static_cast<std::uint32_t>(index) >= model().subgraphs()->size())
      refuse(std::string{"calls a graph that it does not hold"} + remedy);
    other.graph_ = static_cast<std::uint32_t>(index);
    other.check_graph();
    return other;
  }

  const std::string& name() const noexcept { return name_; }
  const tflite::model& model() const { return *tflite::Getmodel(bytes_->data()); }
  const tflite::subgraph& graph() const { return *model().subgraphs()->Get(graph_); }

  std::size_t tensor_count() const { return graph().tensors()->size(); }
  const tflite::tensor& tensor(int index) const { return *graph().tensors()->Get(static_cast<std::uint32_t>(index)); }
  std::string tensor_name(int index) const {
    return tensor(index).name() == nullptr ? std::string{} : tensor(index).name()->str();
  }

  /// The bytes of a constant tensor; none for one that is computed.
  std::span<const std::uint8_t> data(int index) const {
    const auto* buffer = model().buffers()->Get(tensor(index).buffer());
    if (buffer == nullptr || buffer->data() == nullptr) return {};
    return {buffer->data()->data(), buffer->data()->size()};
  }

  /// The operator's number in TensorFlow Lite's list.
  int code(const tflite::operator_call& call) const {
    const auto* listed = model().operator_codes()->Get(call.code_index());
    return std::max(int{listed->short_code()}, listed->code());
  }
  std::string custom_name(const tflite::operator_call& call) const {
    const auto* text = model().operator_codes()->Get(call.code_index())->custom_name();
    return text == nullptr ? std::string{} : text->str();
  }

  [[noreturn]] void refuse(const std::string& why) const { throw std::runtime_error{name_ + ": " + why}; }

 private:
  static constexpr const char* remedy = "; it is damaged or no .tflite file, get it again";

  void check_tables() const {
    if (bytes_->size() < 8 || !tflite::modelBufferHasIdentifier(bytes_->data()))
      refuse("is no .tflite file (its first bytes lack the mark TFL3); name a TensorFlow Lite model");
    flatbuffers::Verifier verifier{bytes_->data(), bytes_->size(), 64, 10'000'000};
    if (!tflite::VerifymodelBuffer(verifier))
      refuse(std::string{"has tables that reach beyond its end or into each other"} + remedy);
    if (model().version() != 3)
      refuse("has schema version " + std::to_string(model().version()) + "; convert it to version 3");
    if (model().subgraphs() == nullptr || model().subgraphs()->size() == 0 || model().buffers() == nullptr ||
        model().operator_codes() == nullptr)
      refuse(std::string{"holds no graph"} + remedy);
    for (const auto* buffer : *model().buffers())
      if (buffer != nullptr && buffer->offset() > 1)
        refuse("keeps weights behind its tables, as files above 2 GB do; make it smaller");
  }

  void check_graph() const {
    const auto* subgraph = model().subgraphs()->Get(graph_);
    if (subgraph == nullptr || subgraph->tensors() == nullptr || subgraph->operators() == nullptr ||
        subgraph->inputs() == nullptr || subgraph->outputs() == nullptr)
      refuse(std::string{"has a graph without tensors, operators, inputs or outputs"} + remedy);
    for (const auto* each : *subgraph->tensors()) check_tensor(each);
    check_indices(subgraph->inputs(), false);
    check_indices(subgraph->outputs(), false);
    for (const auto* call : *subgraph->operators()) check_call(call);
  }

  void check_tensor(const tflite::tensor* each) const {
    if (each == nullptr || each->buffer() >= model().buffers()->size())
      refuse(std::string{"has a tensor without a buffer"} + remedy);
    const auto* code = each->encoding();
    if (code == nullptr || code->scale() == nullptr || code->zero_point() == nullptr) return;
    if (code->zero_point()->size() != code->scale()->size())
      refuse(std::string{"has a tensor with fewer zero points than scales"} + remedy);
  }

  void check_call(const tflite::operator_call* call) const {
    if (call == nullptr || call->code_index() >= model().operator_codes()->size() ||
        model().operator_codes()->Get(call->code_index()) == nullptr)
      refuse(std::string{"has an operator of no kind"} + remedy);
    check_indices(call->inputs(), true);
    check_indices(call->outputs(), false);
  }

  /// -1 stands for an input that is left out.
  void check_indices(const flatbuffers::Vector<std::int32_t>* indices, bool may_lack) const {
    if (indices == nullptr) return;
    const auto count = static_cast<std::int64_t>(graph().tensors()->size());
    for (const std::int32_t index : *indices)
      if (index >= count || index < (may_lack ? -1 : 0))
        refuse(std::string{"names a tensor that it does not hold"} + remedy);
  }

  std::string name_;
  std::shared_ptr<const std::vector<std::uint8_t>> bytes_;
  std::uint32_t graph_ = 0;
};

/// The file's word for an element type.
inline std::string type_name(tflite::tensor_type type) {
  const char* known = tflite::EnumNametensor_type(type);
  return *known == '\0' ? "type " + std::to_string(static_cast<int>(type)) : known;
}


}  // namespace tenon::host
