// SPDX-License-Identifier: Apache-2.0
// Constants of an .onnx file while it is read: given, folded, or integers that stand for real numbers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <tenon/host/import/attribute_text.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/import/onnx_call.hpp>
#include <tenon/host/import/onnx_tensor.hpp>
#include <tenon/host/import/onnx_value.hpp>
#include <tenon/host/transposed.hpp>

namespace tenon::host {

/// How integers stand for real numbers: (integer - zero point) * scale, with one scale, or one for each index of an
/// axis. Those of uint8 are counted from -128 on, so that they are int8.
struct onnx_codes {
  std::string source{};  ///< the constant that holds the integers
  std::vector<float> scales{};
  std::vector<std::int64_t> zero_points{};
  int axis = 0;
};

/// Constants by name.
class onnx_constants {
 public:
  explicit onnx_constants(const onnx_model& file) : file_(file) {}

  const onnx_model& file() const noexcept { return file_; }

  /// The constant of a name; none for what is computed.
  const onnx_tensor* constant(const std::string& name) const {
    if (const auto made = folded_.find(name); made != folded_.end()) return &made->second;
    const auto given = file_.constants.find(name);
    return given == file_.constants.end() ? nullptr : &given->second;
  }
  /// Throws for more than 2 GB in all, which files of few bytes can ask for.
  void set_constant(const std::string& name, onnx_tensor tensor) {
    folded_bytes_ += tensor.bytes.size();
    if (folded_bytes_ > (std::size_t{1} << 31))
      throw not_importable{"the file computes more than 2 GB of constants; make them smaller"};
    folded_[name] = std::move(tensor);
  }

  /// What the integers are that a constant of real numbers was made of; none for others.
  const onnx_codes* codes(const std::string& name) const {
    const auto found = codes_.find(name);
    return found == codes_.end() ? nullptr : &found->second;
  }
  void set_codes(const std::string& name, onnx_codes codes) { codes_[name] = std::move(codes); }

  /// A constant that an operator takes as an attribute, such as axes.
  const onnx_tensor& constant_input(const onnx_call& call, std::size_t at) const {
    if (const onnx_tensor* found = constant(call.input(at))) return *found;
    throw not_importable{"its input '" + plain_name(call.input(at)) +
                         "' is computed, where tenon needs a constant; fold it before converting, or give all inputs "
                         "fixed shapes (--input-shape)"};
  }

  /// The real numbers of a constant under some extents, with its axes in an order.
  imported_array array(const std::string& name, const std::vector<std::int64_t>& extents,
                       const std::vector<int>& order) const {
    imported_array made = described(name, extents, order);
    made.reals = transposed(finite_reals_of(*constant(name)), extents, order);
    return made;
  }

  /// The same as the int8 that the file holds, where it does so with zero as zero and one scale, or scales that follow
  /// an axis of its tensor.
  imported_array weights(const std::string& name, const std::vector<std::int64_t>& extents,
                         const std::vector<int>& order, int axis) const {
    const onnx_codes* known = codes(name);
    const auto is_zero = [](std::int64_t point) { return point == 0; };
    if (known == nullptr || (known->scales.size() > 1 && known->axis != axis) ||
        !std::all_of(known->zero_points.begin(), known->zero_points.end(), is_zero))
      return array(name, extents, order);
    return integers(name, extents, order);
  }

  /// The same of an operand, which may have a zero point but has one scale.
  imported_array operand(const std::string& name, const std::vector<std::int64_t>& extents,
                         const std::vector<int>& order) const {
    const onnx_codes* known = codes(name);
    return known == nullptr || known->scales.size() > 1 ? array(name, extents, order) : integers(name, extents, order);
  }

 private:
  static imported_array described(const std::string& name, const std::vector<std::int64_t>& extents,
                                  const std::vector<int>& order) {
    imported_array made{};
    made.source = name;
    made.order = extents_text(permuted(shape_of_extents(extents), order));
    return made;
  }

  imported_array integers(const std::string& name, const std::vector<std::int64_t>& extents,
                          const std::vector<int>& order) const {
    const onnx_codes& known = *codes(name);
    const onnx_tensor& source = *constant(known.source);
    const int shift = source.type == onnx_type::uint8 ? 128 : 0;
    std::vector<std::int8_t> bytes;
    for (const std::int64_t number : integers_of(source)) bytes.push_back(static_cast<std::int8_t>(number - shift));
    imported_array made = described(name, extents, order);
    made.bytes = transposed(bytes, extents, order);
    made.scales = known.scales;
    made.zero_point = static_cast<std::int32_t>(known.zero_points.front());
    return made;
  }

  const onnx_model& file_;
  std::map<std::string, onnx_tensor> folded_;
  std::map<std::string, onnx_codes> codes_;
  std::size_t folded_bytes_ = 0;
};

}  // namespace tenon::host
