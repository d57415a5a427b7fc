// SPDX-License-Identifier: Apache-2.0
// Reads contact sheets of handwritten digits through stb_image.
#include "images.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <system_error>

#include <tenon/core/crc32.hpp>

// What a header of stb leaves unused is its own affair.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

namespace digits {
namespace {

constexpr int side = 28;
constexpr std::uintmax_t largest_file = std::uintmax_t{16} << 20;
constexpr const char* remedy = "; restore it or run train.py beside the example";

[[noreturn]] void refuse(const std::string& file, const std::string& problem) {
  throw std::runtime_error(file + ": " + problem);
}

std::string extent(int width, int height) {
  return std::to_string(width) + "x" + std::to_string(height);
}

std::vector<unsigned char> bytes_of(const std::string& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    refuse(file, "does not exist; check the path");
  }
  if (!std::filesystem::is_regular_file(file, ignored)) {
    refuse(file, "is not a file; name the file itself, not a folder or device");
  }
  if (std::filesystem::file_size(file, ignored) > largest_file) {
    refuse(file, "is larger than 16 MiB; a contact sheet is far smaller, check the path");
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    refuse(file, "cannot be opened; check that you may read it");
  }
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::uint32_t big_endian(const unsigned char* bytes) noexcept {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    value = value << 8 | bytes[i];
  }
  return value;
}

/// Whether every chunk of the PNG is whole, up to the closing one; stb_image does not compare checksums.
bool chunks_whole(const std::vector<unsigned char>& bytes) noexcept {
  constexpr std::size_t signature = 8;
  constexpr std::size_t frame = 12;  // length, type and checksum around the data
  constexpr std::uint32_t closing = 0x49454e44;  // "IEND"
  std::size_t at = signature;
  while (bytes.size() >= frame && at <= bytes.size() - frame) {
    const std::size_t length = big_endian(&bytes[at]);
    if (length > bytes.size() - frame - at) {
      return false;
    }
    if (tenon::crc32({&bytes[at + 4], length + 4}) != big_endian(&bytes[at + 8 + length])) {
      return false;
    }
    if (big_endian(&bytes[at + 4]) == closing) {
      return true;
    }
    at += frame + length;
  }
  return false;
}

struct release {
  void operator()(stbi_uc* pixels) const noexcept { stbi_image_free(pixels); }
};

struct picture {
  std::unique_ptr<stbi_uc, release> pixels;
  int width = 0;
  int height = 0;
};

/// Colour type and depth are in the header, so a wrong kind of picture is told apart from a damaged one.
void check_header(const std::string& file, const std::vector<unsigned char>& bytes) {
  int width = 0;
  int height = 0;
  int channels = 0;
  if (stbi_info_from_memory(bytes.data(), static_cast<int>(bytes.size()), &width, &height, &channels) == 0) {
    refuse(file, (bytes.empty() ? std::string("is empty") : std::string("is not a PNG picture")) + remedy);
  }
  if (!chunks_whole(bytes)) {
    refuse(file, std::string("is damaged: a part of it is missing or changed") + remedy);
  }
  if (channels != 1) {
    refuse(file, "has " + std::to_string(channels) + " channels; save it as greyscale without transparency");
  }
  if (bytes.size() <= 24 || bytes[24] != 8) {  // the depth byte of the PNG header chunk
    refuse(file, "is not 8 bits deep; save it as 8-bit greyscale");
  }
  if (width % side != 0 || height % side != 0) {
    refuse(file, "is " + extent(width, height) + " pixels; a contact sheet has a multiple of 28 each way");
  }
}

picture decode(const std::string& file, const std::vector<unsigned char>& bytes) {
  picture result;
  int channels = 0;
  result.pixels.reset(stbi_load_from_memory(bytes.data(), static_cast<int>(bytes.size()), &result.width,
                                            &result.height, &channels, 1));
  if (!result.pixels) {
    refuse(file, std::string("is damaged (") + stbi_failure_reason() +
                     ")" + remedy);
  }
  return result;
}

image cell(const picture& sheet, int column, int row) {
  image result{};
  for (int line = 0; line < side; ++line) {
    const std::ptrdiff_t start = std::ptrdiff_t{row * side + line} * sheet.width + column * side;
    std::copy_n(sheet.pixels.get() + start, side, result.begin() + line * side);
  }
  return result;
}

}  // namespace

std::vector<image> read_contact_sheet(const std::string& file) {
  const std::vector<unsigned char> bytes = bytes_of(file);
  check_header(file, bytes);
  const picture sheet = decode(file, bytes);
  std::vector<image> images;
  for (int row = 0; row < sheet.height / side; ++row) {
    for (int column = 0; column < sheet.width / side; ++column) {
      images.push_back(cell(sheet, column, row));
    }
  }
  return images;
}

std::vector<image> read_contact_sheet(const std::string& file, int columns, int rows) {
  std::vector<image> images = read_contact_sheet(file);
  if (images.size() != static_cast<std::size_t>(columns * rows)) {
    refuse(file, "holds " + std::to_string(images.size()) + " digits; there must be " + std::to_string(columns * rows) +
                     remedy);
  }
  return images;
}

std::vector<int> read_labels(const std::string& file, int count) {
  std::vector<int> labels;
  for (const unsigned char byte : bytes_of(file)) {
    if (byte == '\n' || byte == '\r') {
      continue;
    }
    if (byte < '0' || byte > '9') {
      refuse(file, "holds something that is no digit; write only 0 to 9 and line breaks");
    }
    labels.push_back(byte - '0');
  }
  if (labels.size() != static_cast<std::size_t>(count)) {
    refuse(file, "has " + std::to_string(labels.size()) + " labels; there must be " + std::to_string(count));
  }
  return labels;
}

std::array<float, 28 * 28> as_input(const image& pixels) noexcept {
  std::array<float, 28 * 28> input{};
  std::transform(pixels.begin(), pixels.end(), input.begin(),
                 [](std::uint8_t grey) { return static_cast<float>(grey) / 255.0f; });
  return input;
}

}  // namespace digits
