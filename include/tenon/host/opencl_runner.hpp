// SPDX-License-Identifier: Apache-2.0
// Runs an engine whose steps are all on adreno on an OpenCL device.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

#include <tenon/backend/adreno/program.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/host/opencl_device.hpp>
#include <tenon/host/opencl_session.hpp>

namespace tenon::host {

/// An engine whose steps are all on adreno, on an OpenCL device:
/// `opencl_runner<engine<model, on<adreno<a740>>>> runner(device); runner.run(image, scores);`
template <class Engine>
class opencl_runner {
 public:
  static constexpr const device_program& table = program<Engine>::table;

  explicit opencl_runner(opencl_device& device, bool timed = false) : session_(device, table, timed) { reset(); }

  /// Gives every state its initial values: a new runner has them, call it wherever a new stream begins.
  void reset() {
    if constexpr (Engine::state_bytes != 0) {
      std::vector<std::byte> states(Engine::state_bytes);
      tenon::detail::reset_states<Engine>(states.data());
      session_.write_states(places::halved ? halved(states) : states);
    }
  }

  /// Runs the network once: inputs in order, then outputs in order, each an array or span of exactly its
  /// elements.
  template <class... Buffers>
  void run(Buffers&&... buffers) {
    constexpr bool fit = tenon::detail::buffers_fit<Engine, Buffers...>;
    static_assert(
        fit,
        "tenon: run() has not the network's inputs and outputs as arguments; give arrays or spans of exactly "
        "their element types and sizes, inputs first");
    if constexpr (fit) {
      const std::array<std::span<const std::byte>, sizeof...(Buffers)> all{
          std::as_bytes(std::span{buffers})...};
      std::vector<std::span<std::byte>> outputs;
      std::size_t index = 0;
      ((index++ < Engine::input_count ? void() : outputs.push_back(writable(std::span{buffers}))), ...);
      session_.run(std::span{all}.first(Engine::input_count), outputs);
    }
  }

  std::vector<launch_time> times() const { return session_.times(); }

 private:
  using places = adreno_kernels::places<Engine>;

  /// States as they lie on a device that stores real numbers as halves.
  static std::vector<std::byte> halved(std::span<const std::byte> states) {
    std::vector<std::byte> made(states.size() / places::arena_divisor);
    for (std::size_t edge = 0; edge < places::nodes; ++edge) {
      if (!places::is_kept(edge)) continue;
      const tensor_type type = places::type_of(edge);
      const std::byte* from = states.data() + places::block_of(edge).offset + places::plan.offset_in_block[edge];
      std::byte* to = made.data() + places::of(edge, {}).offset;
      if (type.type != f32) std::copy_n(from, type.bytes(), to);
      else
        for (int i = 0; i < type.size(); ++i, from += sizeof(float), to += sizeof(std::uint16_t)) {
          float value = 0;
          std::memcpy(&value, from, sizeof value);
          const std::uint16_t half = adreno_kernels::to_half(value);
          std::memcpy(to, &half, sizeof half);
        }
    }
    return made;
  }

  template <class Type, std::size_t Size>
  static std::span<std::byte> writable(std::span<Type, Size> buffer) {
    if constexpr (std::is_const_v<Type>) return {};
    else return std::as_writable_bytes(buffer);
  }

  opencl_session session_;
};

}  // namespace tenon::host
