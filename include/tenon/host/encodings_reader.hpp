// SPDX-License-Identifier: Apache-2.0
// Reads encodings from the JSON of Qualcomm's tools (quantization_overrides) and of AIMET (0.4.0 to 0.6.1, and 1.0.0).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <tenon/host/encodings_file.hpp>
#include <tenon/host/printable.hpp>
#include <tenon/host/read_file.hpp>
#include <tenon/host/stated_range.hpp>

namespace tenon::host {

namespace detail {

/// Parses JSON with bounds on depth and number of values, and without names that stand twice in one object.
class bounded_json {
 public:
  static constexpr int deepest = 8;
  static constexpr std::size_t most_values = 2'000'000;

  /// Throws std::runtime_error with a line that does not name the file.
  static nlohmann::json parse(std::string_view text) {
    bounded_json bounds;
    try {
      return nlohmann::json::parse(text, [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
        bounds.look(depth, event, value);
        return true;
      });
    } catch (const nlohmann::json::parse_error& wrong) {
      throw std::runtime_error{fmt::format("is no JSON from byte {} on; write it again", wrong.byte)};
    } catch (const nlohmann::json::exception&) {
      throw std::runtime_error{"holds a number that no double can hold; write it again"};
    }
  }

 private:
  void look(int depth, nlohmann::json::parse_event_t event, const nlohmann::json& parsed) {
    using event_type = nlohmann::json::parse_event_t;
    if (depth > deepest) throw std::runtime_error{"is nested deeper than any encodings are; write it again"};
    if (++values_ > most_values) throw std::runtime_error{"holds more values than any encodings have; split it"};
    if (event == event_type::object_start) keys_.emplace_back();
    if (event == event_type::object_end) keys_.pop_back();
    if (event != event_type::key) return;
    const auto key = parsed.get<std::string>();
    if (!keys_.back().insert(key).second)
      throw std::runtime_error{"names '" + printable(key) + "' twice in one object; keep one of them"};
  }

  std::size_t values_ = 0;
  std::vector<std::set<std::string>> keys_;
};

/// Reads the members of one entry.
class entry_object {
 public:
  explicit entry_object(const nlohmann::json& object) : object_(object) {
    if (!object.is_object()) throw bad_entry{"is no object; see the format's specification"};
  }

  bool has(const char* key) const { return object_.contains(key); }
  const nlohmann::json& at(const char* key) const {
    const auto found = object_.find(key);
    if (found == object_.end()) throw bad_entry{fmt::format("lacks '{}'; add it", key)};
    return *found;
  }
  double number(const char* key) const { return number_in(at(key), key); }
  std::string text(const char* key) const {
    if (!at(key).is_string()) throw bad_entry{fmt::format("has no text as '{}'; write a string", key)};
    return at(key).get<std::string>();
  }
  /// true, false, "True" or "False": AIMET writes strings.
  bool truth(const char* key) const {
    if (at(key).is_boolean()) return at(key).get<bool>();
    const std::string word = text(key);
    if (word == "True" || word == "true") return true;
    if (word == "False" || word == "false") return false;
    throw bad_entry{fmt::format("has neither True nor False as '{}'; write one of them", key)};
  }
  std::vector<double> numbers(const char* key) const {
    const nlohmann::json& list = at(key);
    if (!list.is_array()) return {number_in(list, key)};
    std::vector<double> made;
    for (const nlohmann::json& each : list) made.push_back(number_in(each, key));
    return made;
  }

 private:
  static double number_in(const nlohmann::json& value, const char* key) {
    if (!value.is_number()) throw bad_entry{fmt::format("has no number as '{}'; write one", key)};
    return value.get<double>();
  }

  const nlohmann::json& object_;
};

/// Checks bit width and element type. True if the tensor is to stay in real numbers.
inline bool read_type(const entry_object& object, const char* width, encodings_entry& entry) {
  const std::int64_t bits = whole_number(object.number(width), width);
  std::string type = object.has("dtype") ? object.text("dtype") : "int";
  std::transform(type.begin(), type.end(), type.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  if (type != "int" && type != "float")
    throw bad_entry{"has the dtype '" + printable(type) + "'; it must be int or float"};
  entry.is_real = type == "float";
  if (entry.is_real ? bits != 16 && bits != 32 : bits < 4 || bits > 32)
    throw bad_entry{fmt::format("has {} bits of {}; int has 4 to 32, float has 16 or 32", bits, type)};
  entry.bits = static_cast<int>(bits);
  return entry.is_real;
}

/// One object of the forms up to 0.6.1.
class range_reader {
 public:
  range_reader(encodings_form form, std::vector<std::string>& notes) : form_(form), notes_(notes) {}

  stated_encoding read(const entry_object& object, const encodings_entry& entry) const {
    const bool has_range = object.has("min") && object.has("max");
    const bool has_code = object.has("scale") && object.has("offset");
    if (!has_range && (form_ == encodings_form::qualcomm || !has_code))
      throw bad_entry{form_ == encodings_form::qualcomm ? "lacks 'min' or 'max', which overrides must have; add them"
                                                        : "has neither min and max nor scale and offset; add one pair"};
    if (!has_range) return checked_code(object.number("scale"), object.number("offset"), entry.bits);
    const double low = object.number("min"), high = object.number("max");
    const stated_encoding from_range = code_of_range(low, high, entry.bits);
    if (!has_code) return from_range;
    const double scale = object.number("scale"), offset = object.number("offset");
    check_scale(scale, low, high, entry.bits, entry.is_symmetric);
    return form_ == encodings_form::qualcomm ? range_decides(entry, from_range, offset)
                                             : code_decides(from_range, scale, offset, entry);
  }

 private:
  /// Qualcomm's converters compute scale and offset from the range, whatever the file says of them; some published
  /// samples hold offsets of the other sign.
  stated_encoding range_decides(const encodings_entry& entry, const stated_encoding& from_range, double offset) const {
    if (std::abs(offset - static_cast<double>(from_range.offset)) > 1)
      notes_.push_back(fmt::format("'{}': its offset {} is not that of its min and max; {} is taken",
                                   printable(entry.name), offset, from_range.offset));
    return from_range;
  }
  static stated_encoding code_decides(const stated_encoding& from_range, double scale, double offset,
                                      const encodings_entry& entry) {
    const stated_encoding code = checked_code(scale, offset, entry.bits);
    if (std::abs(code.offset - from_range.offset) > 1)
      throw bad_entry{fmt::format("says offset {}, but its min and max ask for {}; leave out the pair that is wrong",
                                  code.offset, from_range.offset)};
    return code;
  }

  encodings_form form_;
  std::vector<std::string>& notes_;
};

/// Reads a file that is parsed.
class encodings_reader {
 public:
  encodings_reader(std::string path, const nlohmann::json& root) : root_(root) { file_.path = std::move(path); }

  encodings_file read() {
    if (!root_.is_object()) refuse("is no object of encodings; write activation_encodings and param_encodings");
    file_.form = form();
    read_section("activation_encodings", false);
    read_section("param_encodings", true);
    return std::move(file_);
  }

 private:
  encodings_form form() const {
    const auto found = root_.find("version");
    if (found == root_.end()) return encodings_form::qualcomm;
    const std::string version = found->is_string() ? found->get<std::string>() : "";
    if (version == "1.0.0") return encodings_form::aimet_1_0_0;
    if (version == "0.4.0" || version == "0.5.0" || version == "0.6.1") return encodings_form::aimet_0_6_1;
    refuse("has the version '" + printable(version) + "'; export it as 0.6.1 or 1.0.0");
  }

  void read_section(const char* key, bool is_parameter) {
    const auto section = root_.find(key);
    if (section == root_.end()) refuse(fmt::format("lacks '{}'; add it, empty if there are none", key));
    const bool lists = file_.form == encodings_form::aimet_1_0_0;
    if (lists ? !section->is_array() : !section->is_object())
      refuse(fmt::format("has '{}' as {}, but its version {}; export it again", key, section->type_name(),
                         lists ? "1.0.0 has a list there" : "(none, or 0.x) has an object there"));
    std::set<std::string> names;
    for (const auto& [name, value] : section->items()) {
      encodings_entry entry{name, is_parameter};
      try {
        if (lists)
          read_listed(value, entry);
        else
          read_ranges(value, entry);
        if (!names.insert(entry.name).second) throw bad_entry{"stands in the list twice; keep one of them"};
      } catch (const bad_entry& wrong) {
        refuse(fmt::format("{} '{}' {}", is_parameter ? "the parameter" : "the activation", printable(entry.name),
                           wrong.why));
      }
      file_.entries.push_back(std::move(entry));
    }
  }

  /// Version 1.0.0: an object with its name, its scales and offsets.
  static void read_listed(const nlohmann::json& value, encodings_entry& entry) {
    const entry_object object{value};
    entry.name = object.text("name");
    if (read_type(object, "bw", entry)) return;
    const std::string kind = object.text("enc_type");
    if (kind != "PER_TENSOR" && kind != "PER_CHANNEL")
      throw bad_entry{"has the enc_type " + printable(kind) + "; tenon has PER_TENSOR and PER_CHANNEL"};
    entry.is_symmetric = object.has("is_sym") && object.truth("is_sym");
    const std::vector<double> scales = object.numbers("scale"), offsets = object.numbers("offset");
    if (scales.empty() || scales.size() != offsets.size() || (kind == "PER_TENSOR" && scales.size() != 1))
      throw bad_entry{fmt::format("has {} scales and {} offsets; {}", scales.size(), offsets.size(),
                                  kind == "PER_TENSOR" ? "PER_TENSOR has one of each" : "give as many of each")};
    for (std::size_t i = 0; i < scales.size(); ++i)
      entry.codes.push_back(checked_code(scales[i], offsets[i], entry.bits));
  }

  /// The forms before: a list of objects, one for each channel.
  void read_ranges(const nlohmann::json& list, encodings_entry& entry) {
    if (!list.is_array()) throw bad_entry{"is no list; write its object in square brackets"};
    if (list.empty()) throw bad_entry{"is empty; give one object, or one for each channel"};
    const range_reader reader{file_.form, file_.notes};
    for (const nlohmann::json& value : list) {
      const entry_object object{value};
      const encodings_entry before = entry;
      if (read_type(object, "bitwidth", entry) && list.size() > 1)
        throw bad_entry{"has channels in real numbers; give one object for the tensor"};
      if (entry.is_real) return;
      entry.is_symmetric = object.has("is_symmetric") && object.truth("is_symmetric");
      if (!entry.codes.empty() && (entry.bits != before.bits || entry.is_symmetric != before.is_symmetric))
        throw bad_entry{"has channels that differ in bitwidth or is_symmetric; make them the same"};
      entry.codes.push_back(reader.read(object, entry));
    }
  }

  [[noreturn]] void refuse(const std::string& why) const { throw std::runtime_error{file_.path + ": " + why}; }

  const nlohmann::json& root_;
  encodings_file file_;
};

}  // namespace detail

/// The encodings in a JSON text; `path` is for messages. Throws std::runtime_error with one line: file, entry, remedy.
inline encodings_file parse_encodings(const std::string& path, std::string_view text) {
  nlohmann::json root;
  try {
    root = detail::bounded_json::parse(text);
  } catch (const std::runtime_error& wrong) {
    throw std::runtime_error{path + ": " + wrong.what()};
  }
  return detail::encodings_reader{path, root}.read();
}

/// The encodings in a file of at most 64 MB.
inline encodings_file read_encodings(const std::string& path) {
  return parse_encodings(path, read_file(path, std::uintmax_t{64} << 20));
}

}  // namespace tenon::host
