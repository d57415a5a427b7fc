// SPDX-License-Identifier: Apache-2.0
// A network as a program for a device, in plain values: its text, its launches, and where every tensor lies.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/core/element.hpp>

namespace tenon {

/// The memories of a device: the arena, each input and each output, the packed parameters, and textures of
/// weights.
enum class device_memory : std::uint8_t { arena, input, output, numbers, image };

/// A place in one of them.
struct device_place {
  device_memory memory = device_memory::arena;
  std::size_t index = 0;   ///< which input, output or texture
  std::size_t offset = 0;  ///< in bytes

  friend bool operator==(const device_place&, const device_place&) = default;
};

/// One launch of a kernel, with its arguments in order: each is memory and an offset, or a texture.
struct device_launch {
  std::string_view node{};
  std::string_view kernel{};
  adreno_kernels::launch size{};
  std::array<device_place, 4> arguments{};
  std::size_t argument_count = 0;
};

/// Bytes of the program that go into the device's memory of parameters.
struct device_numbers {
  const void* data = nullptr;
  std::size_t bytes = 0;
  std::size_t offset = 0;
  std::size_t skipped = 0;  ///< bytes at the start of `data` that lie elsewhere, in a texture
};

/// Weights as a texture of four float32 or halves a texel.
struct device_image {
  const void* data = nullptr;
  adreno_kernels::weight_image size{};
};

/// An input or output: elements, and whether the device stores float32 as halves.
struct device_port {
  element type = f32;
  std::size_t size = 0;
  bool halved = false;

  constexpr std::size_t bytes() const noexcept { return size * bytes_of(type) / (halved ? 2 : 1); }
};

/// All that a host must know to run a network on a device.
struct device_program {
  std::string_view text{};
  std::span<const device_launch> launches{};
  std::span<const device_numbers> numbers{};
  std::span<const device_image> images{};
  std::span<const device_port> inputs{};
  std::span<const device_port> outputs{};
  std::size_t arena_bytes = 0;
  std::size_t number_bytes = 0;
};

}  // namespace tenon
