// SPDX-License-Identifier: Apache-2.0
// Writes encodings as the JSON of AIMET (1.0.0 or 0.6.1) or of Qualcomm's tools (quantization_overrides).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include <tenon/host/encodings_file.hpp>
#include <tenon/host/write_file.hpp>

namespace tenon::host {

namespace detail {

/// An object of the forms up to 0.6.1: one for each code.
inline nlohmann::ordered_json range_json(const encodings_entry& entry, std::size_t index, bool has_types) {
  nlohmann::ordered_json made{{"bitwidth", entry.bits}};
  if (has_types || entry.is_real) made["dtype"] = entry.is_real ? "float" : "int";
  if (entry.is_real) return made;
  const stated_encoding& code = entry.codes[index];
  const double offset = static_cast<double>(code.offset);
  made["is_symmetric"] = entry.is_symmetric ? "True" : "False";
  made["max"] = (std::ldexp(1.0, entry.bits) - 1 + offset) * code.scale;
  made["min"] = offset * code.scale;
  made["offset"] = code.offset;
  made["scale"] = code.scale;
  return made;
}

/// An object of 1.0.0 with all scales and offsets.
inline nlohmann::ordered_json listed_json(const encodings_entry& entry) {
  nlohmann::ordered_json made{{"name", entry.name}, {"dtype", entry.is_real ? "FLOAT" : "INT"}, {"bw", entry.bits}};
  if (entry.is_real) return made;
  made["enc_type"] = entry.codes.size() > 1 ? "PER_CHANNEL" : "PER_TENSOR";
  made["is_sym"] = entry.is_symmetric;
  made["scale"] = nlohmann::ordered_json::array();
  made["offset"] = nlohmann::ordered_json::array();
  for (const stated_encoding& code : entry.codes) {
    made["scale"].push_back(code.scale);
    made["offset"].push_back(code.offset);
  }
  return made;
}

inline nlohmann::ordered_json section_json(const encodings_file& file, bool is_parameter) {
  const bool lists = file.form == encodings_form::aimet_1_0_0;
  nlohmann::ordered_json section = lists ? nlohmann::ordered_json::array() : nlohmann::ordered_json::object();
  for (const encodings_entry& entry : file.entries) {
    if (entry.is_parameter != is_parameter) continue;
    if (lists) {
      section.push_back(listed_json(entry));
      continue;
    }
    nlohmann::ordered_json codes = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < std::max<std::size_t>(entry.codes.size(), 1); ++i)
      codes.push_back(range_json(entry, i, file.form == encodings_form::aimet_0_6_1));
    section[entry.name] = std::move(codes);
  }
  return section;
}

/// What AIMET's files say of the quantizer that made them.
inline nlohmann::ordered_json quantizer_json(const encodings_file& file, const std::string& method) {
  const bool per_channel = std::any_of(file.entries.begin(), file.entries.end(),
                                       [](const encodings_entry& entry) { return entry.codes.size() > 1; });
  return {{"activation_bitwidth", 8},
          {"dtype", "int"},
          {"is_symmetric", true},
          {"param_bitwidth", 8},
          {"per_channel_quantization", per_channel},
          {"quant_scheme", method}};
}

}  // namespace detail

/// The text of a file of encodings. `method` says how ranges were chosen, for readers of AIMET's forms. What is written
/// and read again gives the same scales and offsets, bit for bit.
inline std::string encodings_text(const encodings_file& file, const std::string& method) {
  nlohmann::ordered_json root = nlohmann::ordered_json::object();
  if (file.form != encodings_form::qualcomm)
    root["version"] = file.form == encodings_form::aimet_1_0_0 ? "1.0.0" : "0.6.1";
  root["activation_encodings"] = detail::section_json(file, false);
  root["param_encodings"] = detail::section_json(file, true);
  if (file.form != encodings_form::qualcomm) root["quantizer_args"] = detail::quantizer_json(file, method);
  constexpr auto malformed = nlohmann::ordered_json::error_handler_t::replace;
  return root.dump(1, ' ', false, malformed) + "\n";
}

/// Writes a file of encodings, whole or not at all. Throws std::runtime_error with one line.
inline void write_encodings(const std::filesystem::path& path, const encodings_file& file, const std::string& method) {
  write_file(path, encodings_text(file, method));
}

}  // namespace tenon::host
