// SPDX-License-Identifier: Apache-2.0
// Runs kernels of the adreno backend on this machine's OpenCL device, one call at a time, without a network around them.
#pragma once

#include <tenon/backend/adreno/program.hpp>
#include <tenon/host/opencl_runner.hpp>

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon_test {

/// The OpenCL device that tests run on. Without one the program ends as skipped, with a line that says why.
inline tenon::host::opencl_device& test_device() {
  static tenon::host::opencl_device device = [] {
    try {
      return tenon::host::opencl_device::open();
    } catch (const std::runtime_error& missing) {
      std::printf("skipped: %s\n", missing.what());
      std::exit(77);
    }
  }();
  return device;
}

/// The text and the launches of one call.
template <class Backend, class Call>
struct call_program {
  using kernel_type = tenon::kernel<Backend, Call>;
  using parts = tenon::adreno_kernels::parts_of<kernel_type, Call>;

  template <class... Part>
  static constexpr auto list_entries(tenon::type_list<Part...>) {
    return std::array{tenon::adreno_kernels::entry_of<typename Part::kernel_type, typename Part::call_type>("case")...};
  }
  static constexpr auto entries = list_entries(parts{});
  using joined = tenon::adreno_kernels::joined<entries>;
  static constexpr std::string_view text{joined::text.text, joined::text.size()};
};

/// A launch of a call whose inputs, result and numbers are memories of their own.
template <class Part>
tenon::device_launch launch_of_part(std::string_view kernel) {
  using tenon::device_memory;
  tenon::device_launch made{"case", kernel, Part::kernel_type::size, {}, 0};
  const auto argument = [&](tenon::device_place place) { made.arguments[made.argument_count++] = place; };
  for (const int input : Part::reads)
    argument(input < 0 ? tenon::device_place{device_memory::output, 0, 0}
                       : tenon::device_place{device_memory::input, static_cast<std::size_t>(input), 0});
  argument({device_memory::output, 0, 0});
  if (Part::has_numbers) argument({device_memory::numbers, 0, Part::numbers_offset});
  return made;
}

template <class Program, class... Part>
std::vector<tenon::device_launch> launches_of(tenon::type_list<Part...>) {
  std::size_t index = 0;
  return {launch_of_part<Part>(Program::joined::names.names[index++].view())...};
}

/// Elements in the memory of a result, gaps between rows included.
template <class Call>
inline constexpr std::size_t result_size =
    Call::y.extents.rank == 0 ? 1
                              : static_cast<std::size_t>(Call::y.size() / Call::y.extents.from_end(0) * Call::result.row_pitch());

/// The result of one call on the device; `inputs` are contiguous ranges of elements.
template <class Backend, class Call, class Parameters, class... Inputs>
std::vector<tenon::storage_t<Call::y.type>> run_on_device(const Parameters& numbers, const Inputs&... inputs) {
  using made = call_program<Backend, Call>;
  const auto packed = std::make_unique<typename made::kernel_type::packed>(made::kernel_type::pack(numbers));
  const auto launches = launches_of<made>(typename made::parts{});
  constexpr bool halves = Backend::reals == tenon::real_storage::f16;
  const std::array<tenon::device_numbers, 1> pieces{{{packed.get(), sizeof *packed, 0}}};
  std::array<tenon::device_port, Call::input_count> in{};
  for (std::size_t i = 0; i < in.size(); ++i) {
    const tenon::tensor_type type = Call::operands[i].tensor;
    in[i] = {type.type, static_cast<std::size_t>(type.size()), halves && type.type == tenon::f32};
  }
  const std::array<tenon::device_port, 1> out{{{Call::y.type, result_size<Call>, halves && Call::y.type == tenon::f32}}};
  tenon::host::opencl_session session(test_device(), {made::text, launches, pieces, in, out, 0, sizeof *packed});
  std::vector<tenon::storage_t<Call::y.type>> y(result_size<Call>);
  const std::array<std::span<const std::byte>, sizeof...(Inputs)> given{std::as_bytes(std::span{inputs.data(), inputs.size()})...};
  const std::array<std::span<std::byte>, 1> wanted{std::as_writable_bytes(std::span{y})};
  session.run(given, wanted);
  return y;
}

}  // namespace tenon_test
