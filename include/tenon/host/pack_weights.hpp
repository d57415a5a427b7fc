// SPDX-License-Identifier: Apache-2.0
// Packs weights that are too large for the compiler: what a packing program has as its main function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include <tenon/core/crc32.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/host/deep_stack.hpp>
#include <tenon/host/import/cpp_text.hpp>
#include <tenon/host/linked_bytes.hpp>
#include <tenon/host/write_file.hpp>

namespace tenon::host {

/// What the header of a packed block says of the model that it belongs to.
struct packed_names {
  std::string header{};   ///< the model's own header, as an #include line names it: "kws.hpp"
  std::string model{};    ///< the model: "kws::model"
  std::string weights{};  ///< its weights: "kws::weights"
};

namespace detail {

/// The packed numbers of an engine, written to a file step by step.
class block_writer {
 public:
  explicit block_writer(const std::filesystem::path& path) : file_(path), out_(path, std::ios::binary | std::ios::trunc) {
    if (!out_) throw std::runtime_error{path.string() + ": cannot be written; check that its folder exists and is yours to write"};
  }

  void count(std::span<const std::uint8_t> bytes) noexcept { weight_crc_ = crc32(bytes, weight_crc_); }
  void write(std::size_t offset, std::span<const std::uint8_t> bytes) {
    count(bytes);
    for (; size_ < offset; ++size_) out_.put('\0');
    out_.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    size_ += bytes.size();
  }
  void close() {
    out_.close();
    if (!out_) throw std::runtime_error{file_.string() + ": was not written whole; check the space on its disk"};
  }
  std::uint32_t weight_crc() const noexcept { return weight_crc_; }

 private:
  std::filesystem::path file_;
  std::ofstream out_;
  std::size_t size_ = 0;
  std::uint32_t weight_crc_ = 0;
};

template <class Object>
std::span<const std::uint8_t> bytes_of_object(const Object& object) noexcept {
  if constexpr (std::is_empty_v<Object>) return {};
  else return {reinterpret_cast<const std::uint8_t*>(&object), sizeof object};
}

/// A function of its own, so that the stack holds the numbers of one step at a time.
template <class Engine, std::size_t Node>
[[gnu::noinline]] void pack_node(block_writer& to) {
  namespace inner = tenon::detail;
  if constexpr (inner::is_stored<Engine, Node>) {
    to.count(bytes_of_object(constant_data<Engine, Node>));
  } else if constexpr (inner::is_packed_later<Engine, Node>()) {
    const auto numbers = inner::placed_node<Engine, Node>::pack();
    to.write(inner::block_layout_of<Engine>.offset[Node], bytes_of_object(numbers));
  } else if constexpr (Engine::plan.has_step[Node] && inner::holder_of<Engine, Node> == Node) {
    to.count(bytes_of_object(packed<Engine, Node>));
  }
}

/// Bytes of the largest packed parameters of an engine.
template <class Engine>
consteval std::size_t largest_step() {
  std::size_t most = 0;
  for (const step_info& step : Engine::steps) most = most < step.weight_bytes ? step.weight_bytes : most;
  return most;
}

/// Throws unless the trained numbers that are linked into this program are those that its header tells of.
template <class Weights>
void check_trained_block() {
  if constexpr (requires { Weights::trained_block; }) {
    constexpr trained_block block = Weights::trained_block;
    if (crc32({block.bytes, block.size}) != block.crc)
      throw std::runtime_error{"the trained numbers linked into this program are not those of its header; convert the "
                               "model again and compile what comes of it"};
  }
}

inline std::string packed_header(const packed_names& names, const std::string& space, const std::string& symbol,
                                 const packed_block& block) {
  return fmt::format(
      "// Packed weights of {0}, as {1}.cpp links them; written by its packing program.\n"
      "#pragma once\n\n#include <tenon/model/packed_block.hpp>\n\n#include \"{2}\"\n\n"
      "extern \"C\" const unsigned char {3}[{4}];\n\n"
      "namespace {5} {{\n\n"
      "struct weights : {6} {{\n"
      "  static constexpr tenon::packed_block packed_block{{{3}, {4}, 0x{7:08x}u, 0x{8:016x}u}};\n}};\n\n"
      "/// {0} with its weights linked.\nusing model = tenon::with_weights<{0}, weights>;\n\n"
      "}}  // namespace {5}\n",
      names.model, space, names.header, symbol, block.size, space, names.weights, block.weight_crc, block.layout);
}

}  // namespace detail

/// Packs the linked weights of an engine into STEM.cpp.bin, and writes STEM.cpp, which links that file, and the header
/// STEM.hpp with the namespace STEM and in it `model`, the model that is to be run. Throws std::runtime_error with one
/// line.
template <class Engine>
void pack_weights(const packed_names& names, const std::filesystem::path& header) {
  using weights_type = typename Engine::network_type::model_type::weights_type;
  static_assert(has_linked_arrays<weights_type>,
                "tenon: there is nothing to pack, as the compiler knows all weights of this network; use its model");
  constexpr const auto& layout = tenon::detail::block_layout_of<Engine>;
  const std::string space = identifier(header.stem().string());
  const std::filesystem::path source = std::filesystem::path{header}.replace_extension(".cpp");
  detail::check_trained_block<weights_type>();
  detail::block_writer writer{bytes_beside(source)};
  on_deep_stack(6 * detail::largest_step<Engine>(), [&] {
    for_each_index<Engine::graph_type::size>([&]<std::size_t Node>() { detail::pack_node<Engine, Node>(writer); });
  });
  writer.close();
  // With its checksum in its name, an object of another time is no object for the linker.
  const std::string symbol = fmt::format("{}_{:08x}", space, writer.weight_crc());
  const packed_block block{nullptr, layout.size, writer.weight_crc(), layout.fingerprint};
  write_file(source, linked_bytes_text(source, {symbol, layout.size, layout.alignment, "run its packing program again"}));
  write_file(header, detail::packed_header(names, space, symbol, block));
}

/// The main function of a packing program, whose one argument is the header to write: status 0, or 1 with one line on
/// standard error.
template <class Engine>
int pack_main(const packed_names& names, int count, const char* const* arguments) {
  try {
    if (count != 2) throw std::runtime_error{"give one argument, the header to write"};
    pack_weights<Engine>(names, arguments[1]);
    return 0;
  } catch (const std::exception& wrong) {
    std::fprintf(stderr, "%s: %s\n", count > 0 ? arguments[0] : "pack", wrong.what());
    return 1;
  }
}

}  // namespace tenon::host
