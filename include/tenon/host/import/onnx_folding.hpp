// SPDX-License-Identifier: Apache-2.0
// Computes what an .onnx file computes of constants alone, as exporters write arithmetic on shapes.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <tenon/host/import/onnx_call.hpp>
#include <tenon/host/import/onnx_tensor.hpp>
#include <tenon/host/transposed.hpp>

namespace tenon::host {

namespace detail {

/// A constant while it is computed with.
struct folded {
  onnx_type type = onnx_type::none;
  std::vector<std::int64_t> extents{};
  std::vector<double> numbers{};

  int rank() const noexcept { return static_cast<int>(extents.size()); }
  std::int64_t count() const { return count_of(extents); }
};
using folded_list = std::vector<folded>;

/// The most elements that a folded tensor may have, as files of few bytes can ask for any number: what is computed with
/// takes eight bytes an element, and has few, those of shapes, or some millions, those of weights. Tensors of one value
/// stand for the weights of the largest layers.
inline constexpr int log2_of_most_folded = 26, log2_of_most_filled = 27;

/// The elements of a tensor that has at most 2^`power` of them.
inline std::size_t bounded_count(const std::vector<std::int64_t>& extents, int power) {
  const std::int64_t most = std::int64_t{1} << power;
  std::int64_t count = 1;
  for (const std::int64_t extent : extents)
    if (extent < 0 || extent > most || (count *= extent) > most)
      throw not_importable{"it makes a constant of no size or of more than 2^" + std::to_string(power) +
                           " elements; make it smaller"};
  return static_cast<std::size_t>(count);
}

inline folded sized(onnx_type type, std::vector<std::int64_t> extents) {
  const std::size_t count = bounded_count(extents, log2_of_most_folded);
  return {type, std::move(extents), std::vector<double>(count)};
}

inline const folded& input_of(const folded_list& inputs, std::size_t at) {
  if (at >= inputs.size() || inputs[at].type == onnx_type::none)
    throw not_importable{"an input is missing; the file is damaged, get it again"};
  return inputs[at];
}
inline bool has_input(const folded_list& inputs, std::size_t at) {
  return at < inputs.size() && inputs[at].type != onnx_type::none;
}
inline std::vector<std::int64_t> as_integers(const folded& given) {
  std::vector<std::int64_t> made;
  for (const double number : given.numbers) made.push_back(cut_to<std::int64_t>(number));
  return made;
}
/// Axes from an attribute, or of newer operator sets from an input.
inline std::vector<std::int64_t> axes_of(const onnx_call& call, const folded_list& inputs, std::size_t at) {
  return has_input(inputs, at) ? as_integers(inputs[at]) : call.integers("axes");
}

inline std::vector<std::int64_t> broadcast_extents(const folded& a, const folded& b) {
  std::vector<std::int64_t> extents(std::max(a.extents.size(), b.extents.size()), 1);
  for (const folded* each : {&a, &b})
    for (std::size_t i = 0; i < each->extents.size(); ++i) {
      auto& wide = extents[extents.size() - each->extents.size() + i];
      if (each->extents[i] != 1 && wide != 1 && wide != each->extents[i])
        throw not_importable{"its constants have shapes that do not go together; the file is damaged, get it again"};
      if (each->extents[i] != 1) wide = each->extents[i];
    }
  return extents;
}

/// The element of a tensor that stands at element `index` of one that it is repeated to.
inline double repeated_at(const folded& given, const std::vector<std::int64_t>& extents, std::int64_t index) {
  std::int64_t from = 0, step = 1;
  for (std::size_t i = 0; i < extents.size(); ++i) {
    const std::int64_t at = index % extents[extents.size() - 1 - i];
    index /= extents[extents.size() - 1 - i];
    if (i >= given.extents.size()) continue;
    const std::int64_t own = given.extents[given.extents.size() - 1 - i];
    from += (own == 1 ? 0 : at) * step;
    step *= own;
  }
  return given.numbers[static_cast<std::size_t>(from)];
}

template <class Function>
folded pairwise_fold(const folded& a, const folded& b, onnx_type type, const Function& function) {
  folded made = sized(type, broadcast_extents(a, b));
  for (std::size_t i = 0; i < made.numbers.size(); ++i) {
    const auto at = static_cast<std::int64_t>(i);
    made.numbers[i] = function(repeated_at(a, made.extents, at), repeated_at(b, made.extents, at));
  }
  return made;
}

template <class Function>
auto fold_pair(const Function& function) {
  return [function](const onnx_call&, const folded_list& inputs) {
    folded made = input_of(inputs, 0);
    for (std::size_t i = 1; i < inputs.size(); ++i) made = pairwise_fold(made, inputs[i], made.type, function);
    return made;
  };
}
template <class Function>
auto fold_comparison(const Function& function) {
  return [function](const onnx_call&, const folded_list& inputs) {
    return pairwise_fold(input_of(inputs, 0), input_of(inputs, 1), onnx_type::boolean, function);
  };
}
template <class Function>
auto fold_each(const Function& function) {
  return [function](const onnx_call&, const folded_list& inputs) {
    folded made = input_of(inputs, 0);
    for (double& number : made.numbers) number = function(number);
    return made;
  };
}

inline folded fold_divide(const onnx_call&, const folded_list& inputs) {
  const folded& a = input_of(inputs, 0);
  const bool whole = !is_real(a.type);
  return pairwise_fold(a, input_of(inputs, 1), a.type, [&](double x, double y) {
    if (whole && y == 0.0) throw not_importable{"it divides a constant by 0; the file is damaged, get it again"};
    return whole ? std::trunc(x / y) : x / y;
  });
}

inline folded fold_where(const onnx_call&, const folded_list& inputs) {
  const folded& condition = input_of(inputs, 0);
  const folded chosen =
      pairwise_fold(condition, input_of(inputs, 1), inputs[1].type, [](double, double x) { return x; });
  const folded other = pairwise_fold(chosen, input_of(inputs, 2), inputs[1].type, [](double, double y) { return y; });
  folded made = sized(inputs[1].type, other.extents);
  for (std::size_t i = 0; i < made.numbers.size(); ++i) {
    const auto at = static_cast<std::int64_t>(i);
    made.numbers[i] =
        repeated_at(condition, made.extents, at) != 0.0 ? repeated_at(chosen, made.extents, at) : other.numbers[i];
  }
  return made;
}

inline folded fold_expand(const onnx_call&, const folded_list& inputs) {
  const folded wanted = sized(onnx_type::int64, as_integers(input_of(inputs, 1)));
  return pairwise_fold(input_of(inputs, 0), wanted, inputs[0].type, [](double x, double) { return x; });
}

inline folded fold_cast(const onnx_call& call, const folded_list& inputs) {
  folded made = input_of(inputs, 0);
  made.type = static_cast<onnx_type>(call.integer("to", 1));
  call.ignore({"saturate"});
  for (double& number : made.numbers) {
    if (made.type == onnx_type::boolean)
      number = number != 0.0 ? 1.0 : 0.0;
    else
      number = is_real(made.type) ? static_cast<double>(static_cast<float>(number)) : std::trunc(number);
  }
  return made;
}

inline folded fold_constant(const onnx_call& call, const folded_list&) {
  const auto made = [](onnx_type type, bool is_list, const auto& numbers) {
    folded constant{type, {}, {numbers.begin(), numbers.end()}};
    if (is_list) constant.extents = {static_cast<std::int64_t>(constant.numbers.size())};
    return constant;
  };
  if (call.has("value_float")) return made(onnx_type::float32, false, std::vector<float>{call.real("value_float", 0)});
  if (call.has("value_floats")) return made(onnx_type::float32, true, call.attribute("value_floats").reals);
  if (call.has("value_int"))
    return made(onnx_type::int64, false, std::vector<std::int64_t>{call.integer("value_int", 0)});
  if (call.has("value_ints")) return made(onnx_type::int64, true, call.integers("value_ints"));
  throw not_importable{"its value is text or sparse; make it dense numbers"};
}

/// A tensor of one value, which takes no more memory than its own bytes.
inline onnx_tensor fill_constant_of_shape(const onnx_call& call, const std::vector<const onnx_tensor*>& inputs) {
  if (inputs.empty() || inputs[0] == nullptr)
    throw not_importable{"an input is missing; the file is damaged, get it again"};
  onnx_tensor value{onnx_type::float32, {1}, std::string(4, '\0')};
  if (call.has("value")) value = call.attribute("value").tensor;
  const auto number = numbers_of(value);
  if (number.size() != 1) throw not_importable{"its value is not one number; the file is damaged, get it again"};
  onnx_tensor made = tensor_of(value.type, {}, number);
  made.extents = integers_of(*inputs[0]);
  const std::string one = std::exchange(made.bytes, {});
  const std::size_t size = bounded_count(made.extents, log2_of_most_filled) * one.size();
  made.bytes.reserve(size);
  while (made.bytes.size() < size) made.bytes += one;
  return made;
}

inline folded fold_range(const onnx_call&, const folded_list& inputs) {
  const double start = input_of(inputs, 0).numbers.at(0), end = input_of(inputs, 1).numbers.at(0);
  const double step = input_of(inputs, 2).numbers.at(0);
  const double count = std::ceil((end - start) / step);
  if (step == 0.0 || !(count < static_cast<double>(std::int64_t{1} << log2_of_most_folded)))
    throw not_importable{"it makes a constant of no size; make it smaller"};
  folded made = sized(inputs[0].type, {count > 0.0 ? static_cast<std::int64_t>(count) : 0});
  for (std::size_t i = 0; i < made.numbers.size(); ++i) made.numbers[i] = start + static_cast<double>(i) * step;
  return made;
}

}  // namespace detail
}  // namespace tenon::host
