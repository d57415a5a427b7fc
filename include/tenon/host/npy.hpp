// SPDX-License-Identifier: Apache-2.0
// Reads and writes arrays as NumPy's .npy files: little-endian, row-major.
#pragma once

#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <tenon/core/element.hpp>
#include <tenon/host/printable.hpp>
#include <tenon/host/write_file.hpp>

namespace tenon::host {

/// An array: its element type, its extents, and its bytes in row-major order.
struct npy_array {
  element type = f32;
  std::vector<std::size_t> extents{};
  std::vector<std::byte> bytes{};

  std::size_t size() const noexcept {
    std::size_t product = 1;
    for (const std::size_t extent : extents) product *= extent;
    return product;
  }
};

namespace detail {

/// NumPy's word for an element type; empty for those that it has none for.
inline std::string_view npy_descriptor(element type) noexcept {
  switch (type) {
    case f32: return "<f4";
    case f16: return "<f2";
    case i32: return "<i4";
    case i16: return "<i2";
    case i8: return "|i1";
    case u8: return "|u1";
    default: return "";
  }
}

/// What stands behind `'key':` in a header, up to the end of the value.
inline std::string_view npy_value(std::string_view header, std::string_view key) {
  const std::size_t at = header.find("'" + std::string{key} + "':");
  if (at == std::string_view::npos) return {};
  std::string_view rest = header.substr(at + key.size() + 3);
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  if (rest.empty()) return {};
  const std::size_t end = rest.front() == '(' ? rest.find(')') : rest.find_first_of(",}", 1);
  return rest.substr(0, end);
}

/// Reads the bytes of one file.
class npy_reader {
 public:
  /// `path` is for messages.
  npy_reader(std::string path, std::string_view text) : path_(std::move(path)), text_(text) {}

  npy_array read() const {
    constexpr std::string_view mark{"\x93NUMPY", 6};
    if (text_.size() < 12 || !text_.starts_with(mark)) refuse("is no .npy file; write it with numpy.save");
    const bool is_long = text_[6] != 1;
    const std::size_t start = is_long ? 12 : 10;
    const std::size_t length = byte(8) + (byte(9) << 8) + (is_long ? (byte(10) << 16) + (byte(11) << 24) : 0);
    if (length > text_.size() - start) refuse("ends within its header; write it again");
    const std::string_view header = text_.substr(start, length);
    npy_array made{type_in(header), extents_in(header), {}};
    if (npy_value(header, "fortran_order") != "False")
      refuse("is in column-major order; save numpy.ascontiguousarray of it");
    const std::string_view data = text_.substr(start + length);
    if (data.size() != made.size() * bytes_of(made.type))
      refuse("has not as much data as its shape asks for; write it again");
    const auto* first = reinterpret_cast<const std::byte*>(data.data());
    made.bytes.assign(first, first + data.size());
    return made;
  }

  [[noreturn]] void refuse(const std::string& why) const { throw std::runtime_error{path_ + ": " + why}; }

 private:
  std::size_t byte(std::size_t at) const { return static_cast<unsigned char>(text_[at]); }

  element type_in(std::string_view header) const {
    std::string_view word = npy_value(header, "descr");
    if (word.size() > 2) word = word.substr(1, word.size() - 2);
    for (const element type : {f32, f16, i32, i16, i8, u8})
      if (word == npy_descriptor(type)) return type;
    refuse("holds elements of type " + printable(word.substr(0, 20)) + "; save float32, int8 or int32");
  }

  std::vector<std::size_t> extents_in(std::string_view header) const {
    constexpr std::size_t most = std::size_t{1} << 40;
    const std::string_view tuple = npy_value(header, "shape");
    if (tuple.empty() || tuple.front() != '(') refuse("has no shape; write it again");
    std::vector<std::size_t> extents;
    std::size_t product = 1;
    for (std::size_t i = 1; i < tuple.size();) {
      if (std::isdigit(static_cast<unsigned char>(tuple[i])) == 0) {
        ++i;
        continue;
      }
      std::size_t extent = 0;
      for (; i < tuple.size() && std::isdigit(static_cast<unsigned char>(tuple[i])) != 0; ++i) {
        extent = extent * 10 + static_cast<std::size_t>(tuple[i] - '0');
        if (extent > most) refuse("has a shape that no array has; write it again");
      }
      extents.push_back(extent);
      if (extent != 0 && product > most / extent) refuse("has a shape that no array has; write it again");
      product *= extent;
      if (extents.size() > 32) refuse("has more than 32 axes, as no array has; write it again");
    }
    return extents;
  }

  std::string path_;
  std::string_view text_;
};

}  // namespace detail

/// The array in the bytes of a file; `path` is for messages. Throws std::runtime_error with one line.
inline npy_array parse_npy(const std::string& path, std::string_view text) {
  return detail::npy_reader{path, text}.read();
}

/// Reads an array. Throws std::runtime_error with one line that names the file.
inline npy_array read_npy(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!std::filesystem::is_regular_file(path) || !stream)
    throw std::runtime_error{path + ": cannot be read; check the path"};
  return parse_npy(path, std::string{std::istreambuf_iterator<char>(stream), {}});
}

/// Writes an array, whole or not at all.
inline void write_npy(const std::filesystem::path& path, const npy_array& array) {
  std::string shape;
  for (const std::size_t extent : array.extents) shape += std::to_string(extent) + ", ";
  if (array.extents.size() > 1) shape.resize(shape.size() - 2);
  else if (array.extents.size() == 1) shape.pop_back();
  std::string header = "{'descr': '" + std::string{detail::npy_descriptor(array.type)} +
                       "', 'fortran_order': False, 'shape': (" + shape + "), }";
  header.append(63 - (10 + header.size()) % 64, ' ');
  header += '\n';
  std::string text{"\x93NUMPY\x01\x00", 8};
  text += static_cast<char>(header.size() & 255);
  text += static_cast<char>(header.size() >> 8);
  text += header;
  text.append(reinterpret_cast<const char*>(array.bytes.data()), array.bytes.size());
  write_file(path, text);
}

}  // namespace tenon::host
