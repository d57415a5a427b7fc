// SPDX-License-Identifier: Apache-2.0
// The header that binds the trained arrays of an imported network, with their numbers or with names that are linked.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/host/import/cpp_text.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/import/linked_arrays.hpp>
#include <tenon/host/linked_bytes.hpp>

namespace tenon::host {

/// What generated headers are called and where they come from.
struct header_names {
  std::string name_space{};
  std::string stem{};    ///< of the files: STEM.hpp, STEM_weights.hpp, STEM_encodings.hpp
  std::string source{};  ///< the model file, for comments
  bool links_weights = false;  ///< large kernels go to STEM_weights.cpp and the file of bytes that it links
};

namespace detail {

/// One array, and the line that binds it.
struct array_text {
  std::string definition{};
  std::string binding{};
};

inline array_text text_of_array(const imported_array& array, const std::string& variable) {
  array_text made;
  const std::string about = fmt::format("/// \"{}\": {}", array.name, array.order);
  made.binding = fmt::format("tenon::bind<\"{}\", {}", array.name, variable);
  if (!array.bytes.empty()) {
    made.definition = fmt::format("{}, int8, one character each.\ninline constexpr char {}[] ={};\n", about, variable,
                                  byte_strings(array.bytes));
    made.definition += fmt::format("inline constexpr std::array<float, {}> {}_scales{{{}}};\n", array.scales.size(),
                                   variable, float_list(array.scales));
    made.binding +=
        fmt::format(", {}_scales", variable) + (array.zero_point != 0 ? fmt::format(", {}", array.zero_point) : "");
  } else if (!array.words.empty()) {
    made.definition = fmt::format("{}, {}.\ninline constexpr std::array<std::int32_t, {}> {}{{{}}};\n", about,
                                  array.scales.empty() ? "int32" : "int16", array.words.size(), variable,
                                  integer_list(array.words));
    if (!array.scales.empty()) {
      made.definition += fmt::format("inline constexpr std::array<float, {}> {}_scales{{{}}};\n", array.scales.size(),
                                     variable, float_list(array.scales));
      made.binding += fmt::format(", {}_scales", variable);
    }
  } else if (!array.long_words.empty()) {
    made.definition = fmt::format("{}, int64.\ninline constexpr std::array<std::int64_t, {}> {}{{{}}};\n", about,
                                  array.long_words.size(), variable, integer_list(array.long_words));
  } else {
    made.definition = fmt::format("{}.\ninline constexpr std::array<float, {}> {}{{{}}};\n", about, array.reals.size(),
                                  variable, float_list(array.reals));
  }
  made.binding += ">";
  return made;
}

/// The line that declares a linked array, and the one that binds it; scales are known.
inline array_text text_of_linked(const imported_array& array, const std::string& variable, const std::string& symbol) {
  array_text made;
  const char* const type = !array.bytes.empty() ? "char" : !array.words.empty() ? "std::int32_t" : "float";
  made.definition = fmt::format("/// \"{}\": {}{}.\nextern \"C\" const {} {}[{}];\n", array.name, array.order,
                                array.bytes.empty() ? "" : ", int8", type, symbol, count_numbers(array));
  made.binding = fmt::format("tenon::bind_linked<\"{}\", {}", array.name, symbol);
  if (!array.bytes.empty()) {
    made.definition += fmt::format("inline constexpr std::array<float, {}> {}_scales{{{}}};\n", array.scales.size(),
                                   variable, float_list(array.scales));
    made.binding +=
        fmt::format(", {}_scales", variable) + (array.zero_point != 0 ? fmt::format(", {}", array.zero_point) : "");
  }
  made.binding += ">";
  return made;
}

/// The names of all arrays in C++, each once.
inline std::vector<std::string> variables_of(const imported_model& model) {
  name_list names;
  std::vector<std::string> variables;
  for (const imported_array& array : model.arrays) variables.push_back(names.unique(identifier(array.name)));
  return variables;
}

inline std::string weights_header_text(const header_names& names, const std::string& includes,
                                       const std::vector<array_text>& arrays, const std::string& members) {
  std::string text = fmt::format(
      "// Trained arrays of the network in {}, each under the name that its node asks for.\n#pragma once\n\n"
      "#include <array>\n#include <cstdint>\n\n{}#include <tenon/model/weights.hpp>\n\n"
      "// Arrays are longer than the strings that the standard promises to compile; g++ and clang compile them.\n"
      "#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n"
      "namespace {} {{\n\n", plain_name(names.source), includes, names.name_space);
  std::vector<std::string> bindings;
  for (const array_text& one : arrays) {
    text += one.definition + "\n";
    if (!one.binding.empty()) bindings.push_back(one.binding);
  }
  text += fmt::format("struct weights : tenon::weights<\n    {}> {{{}}};\n", fmt::join(bindings, ",\n    "), members);
  return text + fmt::format("\n}}  // namespace {}\n\n#pragma GCC diagnostic pop\n", names.name_space);
}

/// The bytes of all linked arrays. The checksum in the name keeps objects of other numbers out of a program.
inline std::string trained_symbol(const header_names& names, const linked_arrays& linked) {
  return fmt::format("{}_trained_{:08x}", names.name_space, linked.crc);
}
inline std::string linked_symbol(const header_names& names, const std::string& variable) {
  return names.name_space + "_trained_" + variable;
}

}  // namespace detail

/// The header of arrays whose numbers the compiler reads.
inline std::string weights_text(const imported_model& model, const header_names& names) {
  const std::vector<std::string> variables = detail::variables_of(model);
  std::vector<detail::array_text> arrays;
  for (std::size_t i = 0; i < variables.size(); ++i) arrays.push_back(detail::text_of_array(model.arrays[i], variables[i]));
  return detail::weights_header_text(names, "", arrays, "");
}

/// The same with kernels that are linked.
inline std::string linked_weights_text(const imported_model& model, const header_names& names,
                                       const linked_arrays& linked) {
  const std::vector<std::string> variables = detail::variables_of(model);
  const std::string symbol = detail::trained_symbol(names, linked);
  std::vector<detail::array_text> arrays{
      {fmt::format("/// The numbers of all kernels that are linked.\nextern \"C\" const unsigned char {}[{}];\n", symbol,
                   linked.bytes.size()),
       {}}};
  for (std::size_t i = 0; i < variables.size(); ++i)
    arrays.push_back(is_linked_array(model.arrays[i])
                         ? detail::text_of_linked(model.arrays[i], variables[i], detail::linked_symbol(names, variables[i]))
                         : detail::text_of_array(model.arrays[i], variables[i]));
  return detail::weights_header_text(
      names, "#include <tenon/model/packed_block.hpp>\n", arrays,
      fmt::format("\n  static constexpr tenon::trained_block trained_block{{{}, {}, 0x{:08x}u}};\n", symbol,
                  linked.bytes.size(), linked.crc));
}

/// The source file that links them: STEM_weights.cpp.
inline std::string linked_weights_source(const imported_model& model, const header_names& names,
                                         const linked_arrays& linked) {
  const std::vector<std::string> variables = detail::variables_of(model);
  linked_bytes text{detail::trained_symbol(names, linked), linked.bytes.size(), 64, "convert the model again", {}};
  for (std::size_t i = 0; i < variables.size(); ++i)
    if (is_linked_array(model.arrays[i]))
      text.parts.emplace_back(detail::linked_symbol(names, variables[i]), linked.offsets[i]);
  return linked_bytes_text(names.stem + "_weights.cpp", text);
}

}  // namespace tenon::host
