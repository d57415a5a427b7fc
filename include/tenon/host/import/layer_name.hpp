// SPDX-License-Identifier: Apache-2.0
// Names for nodes out of the names in model files: short, readable, unique, and nothing that could be read as code.
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::host {

namespace detail {

inline std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(at, from), text.size());
    if (to > from) parts.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

inline std::string in_lower_case(std::string_view text) {
  std::string lower{text};
  for (char& letter : lower) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return lower;
}

/// True for the last part of "dense/MatMul", which says what a layer does and not which it is.
inline bool says_what_it_does(std::string_view part) {
  // clang-format off
  static const std::set<std::string, std::less<>> words{
      "Add", "AddV2", "AveragePool", "AvgPool", "BatchNormalization", "BiasAdd", "Clip", "Concat", "Constant",
      "Conv", "Conv2D", "DequantizeLinear", "Div", "Flatten", "FusedBatchNormV3", "Gather", "Gemm",
      "GlobalAveragePool", "GlobalMaxPool", "HardSigmoid", "HardSwish", "Identity", "Kernel", "Kernel_dequantize",
      "LeakyRelu", "MatMul", "MaxPool", "Mean", "Mul", "PRelu", "Pad", "QuantizeLinear", "ReadVariableOp",
      "ReduceMean", "Relu", "Relu6", "Reshape", "Resize", "Sigmoid", "Slice", "Softmax", "Split", "Squeeze", "Sub",
      "Tanh", "Transpose", "Unsqueeze", "add", "batchnorm", "concat", "convolution", "depthwise", "mul", "mul_1",
      "resource"};
  // clang-format on
  return words.contains(part);
}

}  // namespace detail

/// The longest name that a node gets; compilers print it in symbols and messages.
inline constexpr std::size_t longest_name = 60;

/// Keeps letters, digits and what file names hold; all else becomes '_', so that no name can end a string or a comment.
inline std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char letter : name.substr(0, longest_name)) {
    const bool kept = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '_' || letter == '.' || letter == ':' || letter == '-';
    plain += kept ? letter : letter == '/' ? '.' : '_';
  }
  return plain.empty() ? "unnamed" : plain;
}

/// The part of a source's name that says which layer it is: of "model/conv2d/BiasAdd;model/conv2d/Conv2D" and the keyword
/// "conv" it is "conv2d". `common` is how many leading parts all names of the file share.
inline std::string layer_name(std::string_view source, std::string_view keyword, std::size_t common = 0) {
  const auto names = detail::split(source, ';');
  if (names.empty()) return std::string{keyword};
  std::string_view chosen = names.front();
  for (const std::string_view name : names)
    if (detail::in_lower_case(name).find(keyword) != std::string::npos) {
      chosen = name;
      break;
    }
  auto parts = detail::split(chosen, '/');
  if (parts.size() > common) parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(common));
  while (parts.size() > 1 && detail::says_what_it_does(parts.back())) parts.pop_back();
  std::string joined;
  for (const std::string_view part : parts) joined += (joined.empty() ? "" : ".") + std::string{part};
  return plain_name(joined);
}

/// How many leading parts, as in "model/...", all names share; at least one part of each stays its own.
inline std::size_t common_parts(const std::vector<std::string>& sources) {
  std::vector<std::vector<std::string_view>> all;
  for (const std::string& source : sources)
    for (const std::string_view name : detail::split(source, ';')) all.push_back(detail::split(name, '/'));
  if (all.size() < 2) return 0;
  std::size_t shared = 0;
  const auto agree = [&](const auto& parts) { return parts.size() > shared + 1 && parts[shared] == all.front()[shared]; };
  while (std::all_of(all.begin(), all.end(), agree)) ++shared;
  return shared;
}

/// Hands out each name once: the second "conv2d" is "conv2d_2".
class name_list {
 public:
  std::string unique(const std::string& wanted) {
    std::string name = wanted;
    for (int i = 2; !taken_.insert(name).second; ++i) name = wanted + "_" + std::to_string(i);
    return name;
  }

 private:
  std::set<std::string> taken_;
};

}  // namespace tenon::host
