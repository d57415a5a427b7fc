// SPDX-License-Identifier: Apache-2.0
// Headers of trained arrays whose kernels are linked, letter by letter; headers that hold all numbers are tested with the
// whole network.
#include <tenon/host/import/weights_header.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

namespace {

imported_model two_arrays() {
  imported_model model;
  imported_array kernel{}, bias{};
  kernel.name = "stem/a.kernel";
  kernel.order = "2x128";
  kernel.bytes.assign(256, std::int8_t{1});
  kernel.scales = {0.5f};
  bias.name = "stem/a.bias";
  bias.order = "2";
  bias.words = {7, -8};
  model.arrays = {kernel, bias};
  return model;
}

constexpr const char* header = R"(// Trained arrays of the network in net.tflite, each under the name that its node asks for.
#pragma once

#include <array>
#include <cstdint>

#include <tenon/model/packed_block.hpp>
#include <tenon/model/weights.hpp>

// Arrays are longer than the strings that the standard promises to compile; g++ and clang compile them.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"

namespace net {

/// The numbers of all kernels that are linked.
extern "C" const unsigned char net_trained_CRC[256];

/// "stem/a.kernel": 2x128, int8.
extern "C" const char net_trained_stem_a_kernel[256];
inline constexpr std::array<float, 1> stem_a_kernel_scales{
    0.5f};

/// "stem/a.bias": 2, int32.
inline constexpr std::array<std::int32_t, 2> stem_a_bias{
    7, -8};

struct weights : tenon::weights<
    tenon::bind_linked<"stem/a.kernel", net_trained_stem_a_kernel, stem_a_kernel_scales>,
    tenon::bind<"stem/a.bias", stem_a_bias>> {
  static constexpr tenon::trained_block trained_block{net_trained_CRC, 256, 0xCRCu};
};

}  // namespace net

#pragma GCC diagnostic pop
)";

std::string with_crc(std::string text, std::uint32_t crc) {
  const std::string digits = fmt::format("{:08x}", crc);
  for (std::size_t at = text.find("CRC"); at != std::string::npos; at = text.find("CRC")) text.replace(at, 3, digits);
  return text;
}

}  // namespace

TEST_CASE("linked kernels are declared, with their scales; all else is as in other headers") {
  const imported_model model = two_arrays();
  const linked_arrays linked = gather_linked_arrays(model);
  const header_names names{"net", "my-net", "net.tflite", true};
  CHECK(linked_weights_text(model, names, linked) == with_crc(header, linked.crc));
  const std::string source = linked_weights_source(model, names, linked);
  CHECK(source.find("bytes of my-net_weights.cpp.bin beside it") != std::string::npos);
  CHECK(source.find(".set net_trained_stem_a_kernel, net_trained_") != std::string::npos);
  CHECK(source.find("stem_a_bias") == std::string::npos);
}
