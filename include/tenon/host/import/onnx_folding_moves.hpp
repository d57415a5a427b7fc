// SPDX-License-Identifier: Apache-2.0
// Moves elements of constants in an .onnx file, and says which operators can be computed of constants at all.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include <tenon/host/import/onnx_extents.hpp>
#include <tenon/host/import/onnx_folding.hpp>

namespace tenon::host {

namespace detail {

inline folded fold_reshape(const onnx_call& call, const folded_list& inputs) {
  folded made = input_of(inputs, 0);
  made.extents = reshaped_extents(made.extents, as_integers(input_of(inputs, 1)), call.integer("allowzero", 0) != 0);
  return made;
}
inline folded fold_squeeze(const onnx_call& call, const folded_list& inputs) {
  folded made = input_of(inputs, 0);
  made.extents = squeezed_extents(made.extents, axes_of(call, inputs, 1));
  return made;
}
inline folded fold_unsqueeze(const onnx_call& call, const folded_list& inputs) {
  folded made = input_of(inputs, 0);
  made.extents = unsqueezed_extents(made.extents, axes_of(call, inputs, 1));
  return made;
}

inline folded fold_transpose(const onnx_call& call, const folded_list& inputs) {
  const folded& x = input_of(inputs, 0);
  std::vector<std::int64_t> order = call.integers("perm");
  if (order.empty())
    for (int axis = x.rank(); axis-- > 0;) order.push_back(axis);
  std::vector<int> axes;
  std::vector<std::int64_t> extents;
  for (const std::int64_t axis : order) {
    axes.push_back(axis_in(axis, x.rank()));
    extents.push_back(x.extents[static_cast<std::size_t>(axes.back())]);
  }
  if (axes.size() != x.extents.size() || count_of(extents) != x.count())
    throw not_importable{"its order names not each axis once; the file is damaged, get it again"};
  return {x.type, extents, transposed(x.numbers, x.extents, axes)};
}

/// Elements side by side along an axis, each found by a function of (place before, place on the axis, place behind).
template <class At>
folded along_axis(onnx_type type, std::vector<std::int64_t> extents, std::size_t axis, const At& at) {
  folded made = sized(type, std::move(extents));
  const auto middle = static_cast<std::size_t>(made.extents[axis]);
  std::size_t inner = 1;
  for (std::size_t i = axis + 1; i < made.extents.size(); ++i) inner *= static_cast<std::size_t>(made.extents[i]);
  for (std::size_t i = 0; i < made.numbers.size(); ++i)
    made.numbers[i] = at(i / inner / middle, i / inner % middle, i % inner, inner);
  return made;
}

inline folded fold_gather(const onnx_call& call, const folded_list& inputs) {
  const folded& x = input_of(inputs, 0);
  const folded& indices = input_of(inputs, 1);
  const auto axis = static_cast<std::size_t>(axis_in(call.integer("axis", 0), x.rank()));
  const std::int64_t extent = x.extents[axis];
  const auto wanted = as_integers(indices);
  for (const std::int64_t index : wanted)
    if (index < -extent || index >= extent)
      throw not_importable{"it takes an element that is not there; export it again"};
  auto flat = x.extents;
  flat[axis] = indices.count();
  folded made =
      along_axis(x.type, flat, axis, [&](std::size_t before, std::size_t at, std::size_t behind, std::size_t inner) {
        const std::int64_t from = wanted[at] < 0 ? wanted[at] + extent : wanted[at];
        return x.numbers[(before * static_cast<std::size_t>(extent) + static_cast<std::size_t>(from)) * inner + behind];
      });
  made.extents.erase(made.extents.begin() + static_cast<std::ptrdiff_t>(axis));
  made.extents.insert(made.extents.begin() + static_cast<std::ptrdiff_t>(axis), indices.extents.begin(),
                      indices.extents.end());
  return made;
}

inline folded fold_concat(const onnx_call& call, const folded_list& inputs) {
  const auto axis = static_cast<std::size_t>(axis_in(call.attribute("axis").integer, input_of(inputs, 0).rank()));
  auto extents = inputs[0].extents;
  std::vector<std::pair<const folded*, std::size_t>> source;
  extents[axis] = 0;
  for (const folded& each : inputs) {
    auto rest = each.extents;
    if (rest.size() != extents.size())
      throw not_importable{"its inputs have different numbers of axes; export it again"};
    for (std::int64_t i = 0; i < rest[axis]; ++i) source.emplace_back(&each, static_cast<std::size_t>(i));
    rest[axis] = extents[axis];
    if (rest != extents) throw not_importable{"its inputs differ on another axis than the joined one; export it again"};
    extents[axis] += each.extents[axis];
  }
  return along_axis(
      inputs[0].type, extents, axis, [&](std::size_t before, std::size_t at, std::size_t behind, std::size_t inner) {
        const auto& [from, place] = source[at];
        return from->numbers[(before * static_cast<std::size_t>(from->extents[axis]) + place) * inner + behind];
      });
}

inline folded fold_slice(const onnx_call& call, const folded_list& inputs) {
  folded made = input_of(inputs, 0);
  const bool old = call.opset() < 10;
  const auto starts = old ? call.integers("starts") : as_integers(input_of(inputs, 1));
  const auto ends = old ? call.integers("ends") : as_integers(input_of(inputs, 2));
  const auto axes = axes_of(call, inputs, 3);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto axis =
        static_cast<std::size_t>(axis_in(i < axes.size() ? axes[i] : static_cast<std::int64_t>(i), made.rank()));
    const std::int64_t step = has_input(inputs, 4) ? as_integers(inputs[4]).at(i) : 1;
    const taken_axis taken = taken_of(made.extents[axis], starts[i], ends.at(i), step);
    auto extents = made.extents;
    extents[axis] = taken.count;
    const folded from = made;
    made = along_axis(
        from.type, extents, axis, [&](std::size_t before, std::size_t at, std::size_t behind, std::size_t inner) {
          const auto place = static_cast<std::size_t>(taken.begin + static_cast<std::int64_t>(at) * taken.step);
          return from.numbers[(before * static_cast<std::size_t>(from.extents[axis]) + place) * inner + behind];
        });
  }
  return made;
}

/// Reduces all elements to one, as sizes are made of shapes.
template <class Function>
auto fold_all(double start, const Function& function) {
  return [start, function](const onnx_call& call, const folded_list& inputs) {
    const folded& x = input_of(inputs, 0);
    const auto axes = axes_of(call, inputs, 1);
    if (x.rank() > 1 || axes.size() > 1)
      throw not_importable{"it reduces a constant of more than one axis; fold it before converting"};
    const bool kept = call.integer("keepdims", 1) != 0 && x.rank() == 1;
    return folded{x.type,
                  kept ? std::vector<std::int64_t>{1} : std::vector<std::int64_t>{},
                  {std::accumulate(x.numbers.begin(), x.numbers.end(), start, function)}};
  };
}

using folding = std::function<folded(const onnx_call&, const folded_list&)>;

/// What computes each operator of constants.
inline const std::map<std::string, folding>& foldings() {
  static const std::map<std::string, folding> known{
      {"Abs", fold_each([](double x) { return std::abs(x); })},
      {"Add", fold_pair(std::plus<>{})},
      {"Cast", fold_cast},
      {"Ceil", fold_each([](double x) { return std::ceil(x); })},
      {"Concat", fold_concat},
      {"Constant", fold_constant},
      {"Div", fold_divide},
      {"Equal", fold_comparison(std::equal_to<>{})},
      {"Exp", fold_each([](double x) { return std::exp(x); })},
      {"Expand", fold_expand},
      {"Floor", fold_each([](double x) { return std::floor(x); })},
      {"Gather", fold_gather},
      {"Greater", fold_comparison(std::greater<>{})},
      {"Identity", fold_each([](double x) { return x; })},
      {"Less", fold_comparison(std::less<>{})},
      {"Max", fold_pair([](double x, double y) { return std::max(x, y); })},
      {"Min", fold_pair([](double x, double y) { return std::min(x, y); })},
      {"Mul", fold_pair(std::multiplies<>{})},
      {"Neg", fold_each(std::negate<>{})},
      {"Not", fold_each([](double x) { return x == 0.0 ? 1.0 : 0.0; })},
      {"Pow", fold_pair([](double x, double y) { return std::pow(x, y); })},
      {"Range", fold_range},
      {"ReduceProd", fold_all(1.0, std::multiplies<>{})},
      {"ReduceSum", fold_all(0.0, std::plus<>{})},
      {"Reshape", fold_reshape},
      {"Slice", fold_slice},
      {"Sqrt", fold_each([](double x) { return std::sqrt(x); })},
      {"Squeeze", fold_squeeze},
      {"Sub", fold_pair(std::minus<>{})},
      {"Transpose", fold_transpose},
      {"Unsqueeze", fold_unsqueeze},
      {"Where", fold_where}};
  return known;
}

}  // namespace detail

/// True if an operator can be computed of constants.
inline bool can_fold(const onnx_call& call) {
  return call.node().word == "ConstantOfShape" || detail::foldings().contains(call.node().word);
}

/// The result of a call of which all inputs are constants; null stands for one that is left out.
inline onnx_tensor fold(const onnx_call& call, const std::vector<const onnx_tensor*>& inputs) {
  if (call.node().word == "Constant" && call.has("value")) return call.attribute("value").tensor;
  if (call.node().word == "ConstantOfShape") return detail::fill_constant_of_shape(call, inputs);
  detail::folded_list numbers;
  for (const onnx_tensor* each : inputs)
    numbers.push_back(each == nullptr ? detail::folded{}
                                      : detail::folded{each->type, each->extents, numbers_of(*each)});
  const detail::folded made = detail::foldings().at(call.node().word)(call, numbers);
  return tensor_of(made.type, made.extents, made.numbers);
}

}  // namespace tenon::host
