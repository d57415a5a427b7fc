// SPDX-License-Identifier: Apache-2.0
// What the tensors of a .tflite file are: shapes, encodings, and the numbers of constants.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <tenon/core/encoding.hpp>
#include <tenon/core/shape.hpp>
#include <tenon/host/import/attribute_text.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/not_importable.hpp>
#include <tenon/host/import/number_bytes.hpp>
#include <tenon/host/import/tflite_file.hpp>

namespace tenon::host {

namespace detail {

inline std::size_t bytes_of(tflite::tensor_type type) {
  switch (type) {
    case tflite::tensor_type::float32:
    case tflite::tensor_type::int32: return 4;
    case tflite::tensor_type::float16:
    case tflite::tensor_type::int16: return 2;
    case tflite::tensor_type::int64: return 8;
    case tflite::tensor_type::int8:
    case tflite::tensor_type::uint8: return 1;
    default: return 0;
  }
}

}  // namespace detail

/// Asks a file about its tensors. Members throw not_importable for what tenon cannot take.
class tflite_tensors {
 public:
  explicit tflite_tensors(const tflite_file& file) : file_(file) {}

  tflite::tensor_type type(int tensor) const { return file_.tensor(tensor).type(); }
  bool is_real(int tensor) const { return type(tensor) == tflite::tensor_type::float32; }
  /// int8 or int16, or uint8, which tenon computes with as int8: 128 less, with a zero point 128 less.
  bool is_integer(int tensor) const {
    return type(tensor) == tflite::tensor_type::int8 || is_unsigned(tensor) || is_int16(tensor);
  }
  bool is_int16(int tensor) const { return type(tensor) == tflite::tensor_type::int16; }
  bool is_unsigned(int tensor) const { return type(tensor) == tflite::tensor_type::uint8; }
  bool is_constant(int tensor) const { return !file_.data(source_of(tensor)).empty(); }

  /// Makes `tensor` stand for the constant `source`, with another element type.
  void stands_for(int tensor, int source) { sources_[tensor] = source_of(source); }
  int source_of(int tensor) const {
    const auto found = sources_.find(tensor);
    return found == sources_.end() ? tensor : found->second;
  }

  /// Static extents, each positive, with a product that an int holds.
  shape extents(int tensor) const {
    shape made;
    const auto* given = file_.tensor(tensor).shape();
    const auto* signature = file_.tensor(tensor).shape_signature();
    std::int64_t size = 1;
    for (std::uint32_t axis = 0; given != nullptr && axis < given->size(); ++axis) {
      const bool open_batch = axis == 0 && given->Get(axis) == 1;
      if (signature != nullptr && axis < signature->size() && signature->Get(axis) < 0 && !open_batch)
        throw not_importable{"a tensor has an axis of no fixed extent; convert the model with static shapes"};
      if (made.rank == max_rank) throw not_importable{"a tensor has more than 6 axes; merge some of them"};
      if (given->Get(axis) <= 0)
        throw not_importable{"a tensor has an axis without elements; convert the model with static shapes"};
      made.push_back(given->Get(axis));
      size *= given->Get(axis);
      if (size > (std::int64_t{1} << 30)) throw not_importable{"a tensor has more than 2^30 elements; make it smaller"};
    }
    return made;
  }

  /// The encoding of a tensor of integers that has one for all its elements; of a uint8 one that of the int8 standing for it.
  encoding code(int tensor) const {
    const encoding given = code_as_given(tensor);
    return {given.scale, given.zero_point - (is_unsigned(tensor) ? 128 : 0)};
  }

  /// The same as it stands in the file.
  encoding code_as_given(int tensor) const {
    const auto* given = file_.tensor(tensor).encoding();
    if (given == nullptr || given->scale() == nullptr || given->zero_point() == nullptr || given->scale()->size() != 1 ||
        given->details_type() != 0)
      throw not_importable{"a tensor of integers has not one scale and zero point; quantize the model again"};
    return checked(given->scale()->Get(0), given->zero_point()->Get(0), type(tensor));
  }

  /// The int32 or int64 numbers of a constant, such as axes; they must fit an int.
  std::vector<int> integers(int tensor) const {
    const auto narrow = [](std::int64_t x) {
      constexpr std::int64_t most = std::int64_t{1} << 31;
      return static_cast<int>(x < -most ? -most : x >= most ? most - 1 : x);
    };
    if (!is_constant(tensor)) throw not_importable{"an input that must be constant is computed; fold it before converting"};
    const std::size_t count = count_of(tensor);
    if (type(tensor) == tflite::tensor_type::int64)
      return detail::numbers_of<std::int64_t, int>(file_.data(tensor), count, narrow);
    if (type(tensor) != tflite::tensor_type::int32)
      throw not_importable{"an input that must hold int32 holds " + type_name(type(tensor))};
    return detail::numbers_of<std::int32_t, int>(file_.data(tensor), count, narrow);
  }

  /// The numbers of a constant with what makes them real.
  imported_array array(int tensor) const {
    const int source = source_of(tensor);
    const auto data = file_.data(source);
    const std::size_t count = count_of(source);
    imported_array made;
    made.order = extents_text(extents(source));
    made.source = file_.tensor_name(source);
    const auto same = [](auto x) { return x; };
    switch (type(source)) {
      case tflite::tensor_type::float32: made.reals = detail::numbers_of<float, float>(data, count, same); break;
      case tflite::tensor_type::float16:
        made.reals = detail::numbers_of<std::uint16_t, float>(data, count, detail::from_half);
        break;
      case tflite::tensor_type::int32:
        made.words = detail::numbers_of<std::int32_t, std::int32_t>(data, count, same);
        break;
      case tflite::tensor_type::int64:
        made.long_words = detail::numbers_of<std::int64_t, std::int64_t>(data, count, same);
        break;
      case tflite::tensor_type::int16:
        made.words = detail::numbers_of<std::int16_t, std::int32_t>(data, count, same);
        add_scales(source, made);
        break;
      case tflite::tensor_type::int8:
        made.bytes = detail::numbers_of<std::int8_t, std::int8_t>(data, count, same);
        add_scales(source, made);
        break;
      case tflite::tensor_type::uint8:
        made.bytes = detail::numbers_of<std::uint8_t, std::int8_t>(
            data, count, [](std::uint8_t x) { return static_cast<std::int8_t>(x - 128); });
        add_scales(source, made);
        break;
      default:
        throw not_importable{"a constant holds " + type_name(type(source)) + "; use float32, float16 or int8 weights"};
    }
    for (const float number : made.reals)
      if (!std::isfinite(number))
        throw not_importable{"a constant holds numbers that are not finite; train or export it again"};
    return made;
  }

  /// The axis along which a constant's scales differ.
  int axis_of_scales(int tensor) const { return file_.tensor(source_of(tensor)).encoding()->axis(); }

 private:
  static encoding checked(float scale, std::int64_t zero_point, tflite::tensor_type type) {
    const std::int64_t low = type == tflite::tensor_type::uint8 ? 0 : -128;
    if (type == tflite::tensor_type::int16 && zero_point != 0)
      throw not_importable{"integers of 16 bits have a zero point that is not 0; quantize the model again"};
    if (!(scale > 0.0f) || !std::isfinite(scale)) throw not_importable{"a scale is not positive; quantize the model again"};
    if (zero_point < low || zero_point > low + 255)
      throw not_importable{"a zero point is beyond the integers of its tensor; quantize the model again"};
    return {scale, static_cast<std::int32_t>(zero_point)};
  }

  /// Elements of a constant; its data must be as many.
  std::size_t count_of(int tensor) const {
    const auto count = static_cast<std::size_t>(extents(tensor).size());
    if (file_.tensor(tensor).sparse() != nullptr) throw not_importable{"a constant is stored sparsely; make it dense"};
    if (file_.data(tensor).size() != count * detail::bytes_of(type(tensor)))
      throw not_importable{"a constant has not as much data as its shape asks for; the file is damaged, get it again"};
    return count;
  }

  void add_scales(int tensor, imported_array& made) const {
    const auto* given = file_.tensor(tensor).encoding();
    if (given == nullptr || given->scale() == nullptr || given->zero_point() == nullptr || given->scale()->size() == 0 ||
        given->details_type() != 0)
      throw not_importable{"int8 weights have no scales; quantize the model again"};
    for (std::uint32_t i = 0; i < given->scale()->size(); ++i) {
      const encoding code = checked(given->scale()->Get(i), given->zero_point()->Get(i), type(tensor));
      const std::int32_t zero_point = code.zero_point - (is_unsigned(tensor) ? 128 : 0);
      made.scales.push_back(code.scale);
      if (i == 0) made.zero_point = zero_point;
      else if (zero_point != 0)
        throw not_importable{"weights with a scale a channel have zero points; make them symmetric"};
    }
    if (made.scales.size() > 1 && made.zero_point != 0)
      throw not_importable{"weights with a scale a channel have zero points; make them symmetric"};
  }

  const tflite_file& file_;
  std::map<int, int> sources_;
};

}  // namespace tenon::host
