// SPDX-License-Identifier: Apache-2.0
// Runs kernels of the adreno backend on this machine's OpenCL device, one call at a time, without a network
// around them.
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
#include <string_view>
#include <type_traits>
#include <vector>

/// What drivers keep until the process ends is not for the leak sanitizer to tell; it asks this function.
extern "C" [[gnu::used]] inline const char* __lsan_default_suppressions() {
  return "leak:libpocl\nleak:libOpenCL\nleak:libLLVM\nleak:libclang-cpp\n";
}

namespace tenon_test {

/// The OpenCL device that tests run on. Without one the program ends as skipped, with a line that says why.
/// It is never closed, as some drivers are gone before static objects are.
inline tenon::host::opencl_device& test_device() {
  static auto* const device = [] {
    try {
      return new tenon::host::opencl_device(tenon::host::opencl_device::open());
    } catch (const std::runtime_error& missing) {
      std::printf("skipped: %s\n", missing.what());
      std::exit(77);
    }
  }();
  return *device;
}

/// A call on a backend.
template <class Backend, class Call>
struct device_call {
  using backend = Backend;
  using call = Call;
  using kernel_type = tenon::kernel<Backend, Call>;
  using parts = tenon::adreno_kernels::parts_of<kernel_type, Call>;
};

namespace detail {

template <std::size_t Size, class... Part>
constexpr void add_entries(std::array<tenon::adreno_kernels::entry, Size>& to, std::size_t& at,
                           tenon::type_list<Part...>) {
  ((to[at++] = tenon::adreno_kernels::entry_of<typename Part::kernel_type, typename Part::call_type>("case")),
   ...);
}

template <class... Calls>
inline constexpr auto entries_of = [] {
  std::array<tenon::adreno_kernels::entry, (Calls::parts::size + ...)> made{};
  std::size_t at = 0;
  (add_entries(made, at, typename Calls::parts{}), ...);
  return made;
}();

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
  if (Part::kernel_type::image.used()) argument({device_memory::image, 0, 0});
  return made;
}

template <class Joined, class... Part>
std::vector<tenon::device_launch> launches_of_parts(std::size_t first, tenon::type_list<Part...>) {
  return {launch_of_part<Part>(Joined::names.names[first++].view())...};
}

}  // namespace detail

/// The program of all calls of a test: drivers take about as long for one kernel as for many.
template <class... Calls>
struct calls_program {
  using joined = tenon::adreno_kernels::joined<detail::entries_of<Calls...>>;
  static constexpr std::string_view text{joined::text.text, joined::text.size()};

  template <class Wanted>
  static std::vector<tenon::device_launch> launches() {
    std::size_t first = 0;
    bool found = false;
    ((found = found || std::is_same_v<Wanted, Calls>, first += found ? 0 : Calls::parts::size), ...);
    return detail::launches_of_parts<joined>(first, typename Wanted::parts{});
  }
};

/// Elements in the memory of a result, gaps between rows included.
template <class Call>
inline constexpr std::size_t result_size =
    Call::y.extents.rank == 0
        ? 1
        : static_cast<std::size_t>(Call::y.size() / Call::y.extents.from_end(0) * Call::result.row_pitch());

/// The result of one call of a program on the device; `inputs` are contiguous ranges of elements.
template <class Program, class Wanted, class Parameters, class... Inputs>
auto run_on_device(const Parameters& numbers, const Inputs&... inputs) {
  using call = typename Wanted::call;
  using kernel_type = typename Wanted::kernel_type;
  constexpr bool halves = Wanted::backend::reals == tenon::real_storage::f16;
  const auto packed = std::make_unique<typename kernel_type::packed>(kernel_type::pack(numbers));
  constexpr tenon::adreno_kernels::weight_image image = kernel_type::image;
  const std::array<tenon::device_image, 1> images{{{packed.get(), image}}};
  const std::array<tenon::device_numbers, 1> pieces{
      {{packed.get(), sizeof *packed - image.bytes(), 0, image.bytes()}}};
  std::array<tenon::device_port, call::input_count> in{};
  for (std::size_t i = 0; i < in.size(); ++i) {
    const tenon::tensor_type type = call::operands[i].tensor;
    in[i] = {type.type, static_cast<std::size_t>(type.size()), halves && type.type == tenon::f32};
  }
  const std::array<tenon::device_port, 1> out{
      {{call::y.type, result_size<call>, halves && call::y.type == tenon::f32}}};
  const auto launches = Program::template launches<Wanted>();
  tenon::host::opencl_session session(
      test_device(), {Program::text, launches, pieces, std::span{images}.first(image.used() ? 1 : 0), in, out,
                      0, sizeof *packed});
  std::vector<tenon::storage_t<call::y.type>> y(result_size<call>);
  const std::array<std::span<const std::byte>, sizeof...(Inputs)> given{
      std::as_bytes(std::span{inputs.data(), inputs.size()})...};
  const std::array<std::span<std::byte>, 1> wanted{std::as_writable_bytes(std::span{y})};
  session.run(given, wanted);
  return y;
}

}  // namespace tenon_test
