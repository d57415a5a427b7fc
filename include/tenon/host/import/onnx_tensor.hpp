// SPDX-License-Identifier: Apache-2.0
// Numbers of the constants of an .onnx file, and constants out of numbers.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include <tenon/core/shape.hpp>
#include <tenon/host/import/not_importable.hpp>
#include <tenon/host/import/number_bytes.hpp>
#include <tenon/host/import/onnx_model.hpp>

namespace tenon::host {

namespace detail {

inline std::span<const std::uint8_t> bytes_of(const onnx_tensor& tensor) {
  return {reinterpret_cast<const std::uint8_t*>(tensor.bytes.data()), tensor.bytes.size()};
}

template <class Number, class Made>
std::vector<Made> converted(const onnx_tensor& tensor) {
  const auto convert = [](Number number) { return static_cast<Made>(number); };
  return numbers_of<Number, Made>(bytes_of(tensor), tensor.bytes.size() / sizeof(Number), convert);
}

}  // namespace detail

inline bool is_real(onnx_type type) noexcept {
  return type == onnx_type::float32 || type == onnx_type::float16 || type == onnx_type::float64 ||
         type == onnx_type::bfloat16;
}

/// The integers of a constant; booleans are 0 and 1.
inline std::vector<std::int64_t> integers_of(const onnx_tensor& tensor) {
  using made = std::int64_t;
  switch (tensor.type) {
    case onnx_type::int64:
      return detail::converted<std::int64_t, made>(tensor);
    case onnx_type::int32:
      return detail::converted<std::int32_t, made>(tensor);
    case onnx_type::int16:
      return detail::converted<std::int16_t, made>(tensor);
    case onnx_type::int8:
      return detail::converted<std::int8_t, made>(tensor);
    case onnx_type::boolean:
    case onnx_type::uint8:
      return detail::converted<std::uint8_t, made>(tensor);
    case onnx_type::uint16:
      return detail::converted<std::uint16_t, made>(tensor);
    case onnx_type::uint32:
      return detail::converted<std::uint32_t, made>(tensor);
    case onnx_type::uint64:
      return detail::converted<std::uint64_t, made>(tensor);
    default:
      throw not_importable{"a constant that must hold integers holds " + type_name(tensor.type)};
  }
}

/// The real numbers of a constant, in float32.
inline std::vector<float> reals_of(const onnx_tensor& tensor) {
  const auto bytes = detail::bytes_of(tensor);
  switch (tensor.type) {
    case onnx_type::float32:
      return detail::converted<float, float>(tensor);
    case onnx_type::float64:
      return detail::converted<double, float>(tensor);
    case onnx_type::float16:
      return detail::numbers_of<std::uint16_t, float>(bytes, bytes.size() / 2, detail::from_half);
    case onnx_type::bfloat16:
      return detail::numbers_of<std::uint16_t, float>(
          bytes, bytes.size() / 2, [](std::uint16_t bits) { return std::bit_cast<float>(std::uint32_t{bits} << 16); });
    default:
      throw not_importable{"a constant that must hold real numbers holds " + type_name(tensor.type)};
  }
}

/// The same of weights, which must be finite.
inline std::vector<float> finite_reals_of(const onnx_tensor& tensor) {
  auto made = reals_of(tensor);
  for (const float number : made)
    if (!std::isfinite(number))
      throw not_importable{"a constant holds numbers that are not finite; train or export it again"};
  return made;
}

/// The numbers of a constant of any type, for arithmetic on shapes.
inline std::vector<double> numbers_of(const onnx_tensor& tensor) {
  if (tensor.type == onnx_type::float64) return detail::converted<double, double>(tensor);
  if (is_real(tensor.type)) {
    const auto reals = reals_of(tensor);
    return {reals.begin(), reals.end()};
  }
  std::vector<double> made;
  for (const std::int64_t number : integers_of(tensor)) made.push_back(static_cast<double>(number));
  return made;
}

namespace detail {

/// A number as an integer of a type: cut to its range, what stands behind the point cut off.
template <class Number>
Number cut_to(double number) {
  constexpr auto low = static_cast<double>(std::numeric_limits<Number>::min());
  constexpr auto high = static_cast<double>(std::numeric_limits<Number>::max());
  if (std::isnan(number)) return 0;
  if (number <= low) return std::numeric_limits<Number>::min();
  return number >= high ? std::numeric_limits<Number>::max() : static_cast<Number>(number);
}

template <class Number>
void append(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace detail

/// A constant out of numbers. 16-bit real numbers become float32, other types stay.
inline onnx_tensor tensor_of(onnx_type type, std::vector<std::int64_t> extents, const std::vector<double>& numbers) {
  if (type == onnx_type::float16 || type == onnx_type::bfloat16) type = onnx_type::float32;
  onnx_tensor made{type, std::move(extents), {}};
  made.bytes.reserve(numbers.size() * bytes_of(type));
  for (const double number : numbers) {
    switch (type) {
      case onnx_type::float32:
        detail::append(made.bytes, static_cast<float>(number));
        break;
      case onnx_type::float64:
        detail::append(made.bytes, number);
        break;
      case onnx_type::int64:
        detail::append(made.bytes, detail::cut_to<std::int64_t>(number));
        break;
      case onnx_type::int32:
        detail::append(made.bytes, detail::cut_to<std::int32_t>(number));
        break;
      case onnx_type::int16:
        detail::append(made.bytes, detail::cut_to<std::int16_t>(number));
        break;
      case onnx_type::int8:
        detail::append(made.bytes, detail::cut_to<std::int8_t>(number));
        break;
      case onnx_type::uint8:
        detail::append(made.bytes, detail::cut_to<std::uint8_t>(number));
        break;
      case onnx_type::uint16:
        detail::append(made.bytes, detail::cut_to<std::uint16_t>(number));
        break;
      case onnx_type::uint32:
        detail::append(made.bytes, detail::cut_to<std::uint32_t>(number));
        break;
      case onnx_type::uint64:
        detail::append(made.bytes, detail::cut_to<std::uint64_t>(number));
        break;
      case onnx_type::boolean:
        detail::append(made.bytes, static_cast<std::uint8_t>(number != 0.0));
        break;
      default:
        throw not_importable{"a constant holds " + type_name(type) + ", which tenon cannot compute with"};
    }
  }
  return made;
}

/// The elements of a constant, counted from its extents.
inline std::int64_t count_of(const std::vector<std::int64_t>& extents) {
  std::int64_t count = 1;
  for (const std::int64_t extent : extents) count *= extent;
  return count;
}

/// Extents as a shape: six axes at most, each positive, with a product that an int holds.
inline shape shape_of_extents(const std::vector<std::int64_t>& extents) {
  shape made;
  std::int64_t size = 1;
  for (const std::int64_t extent : extents) {
    if (made.rank == max_rank) throw not_importable{"a tensor has more than 6 axes; merge some of them"};
    if (extent <= 0) throw not_importable{"a tensor has an axis without elements; give inputs another shape"};
    if (extent > (std::int64_t{1} << 30) || (size *= extent) > (std::int64_t{1} << 30))
      throw not_importable{"a tensor has more than 2^30 elements; make it smaller"};
    made.push_back(static_cast<int>(extent));
  }
  return made;
}
inline std::vector<std::int64_t> extents_of(const shape& given) {
  return {given.extents.begin(), given.extents.begin() + given.rank};
}

/// An integer of the file as an int, cut to its range.
inline int narrow(std::int64_t number) {
  constexpr std::int64_t most = std::numeric_limits<int>::max();
  return static_cast<int>(std::clamp(number, -most - 1, most));
}

/// An axis counted from the first; throws if a tensor of this rank has no such axis.
inline int axis_in(std::int64_t axis, int rank) {
  const std::int64_t from_first = axis < 0 ? axis + rank : axis;
  if (from_first < 0 || from_first >= rank)
    throw not_importable{"it names an axis that its input lacks; export it again"};
  return static_cast<int>(from_first);
}

}  // namespace tenon::host
