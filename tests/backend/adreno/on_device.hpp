// SPDX-License-Identifier: Apache-2.0
// Runs kernels of the adreno backend on this machine's OpenCL device, one call at a time, without a network
// around them.
#pragma once

#include "backend/adreno/run_program.hpp"

#include <tenon/backend/adreno/program.hpp>

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tenon_test {

/// A call on a backend.
template <class Backend, class Call>
struct device_call {
  using backend = Backend;
  using call = Call;
  using kernel_type = tenon::kernel<Backend, Call>;
  using parts = tenon::adreno_kernels::parts_of<kernel_type, Call>;
};

/// A program of several calls with the names of their kernels, in order.
struct calls_program {
  std::string text;
  std::vector<tenon::adreno_kernels::kernel_name> names;
};

/// One call of a program: the program's text, and the names of the call's own kernels.
struct kernels_of_call {
  std::string_view text;
  std::span<const tenon::adreno_kernels::kernel_name> names;
};

namespace detail {

template <class Part>
constexpr tenon::adreno_kernels::entry entry_of_part() {
  return tenon::adreno_kernels::entry_of<typename Part::kernel_type, typename Part::call_type>("case");
}

template <class... Part>
void add_entries(tenon::adreno_kernels::entry*& to, tenon::type_list<Part...>) {
  ((*to++ = entry_of_part<Part>()), ...);
}

template <std::size_t Count>
calls_program join(const std::array<tenon::adreno_kernels::entry, Count>& entries) {
  const auto named = tenon::adreno_kernels::name_kernels(entries);
  tenon::adreno_kernels::text_writer counter;
  tenon::adreno_kernels::put_program(counter, entries, named);
  calls_program made{std::string(counter.size(), ' '), {named.names.begin(), named.names.end()}};
  tenon::adreno_kernels::text_writer out(made.text.data());
  tenon::adreno_kernels::put_program(out, entries, named);
  return made;
}

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

template <class... Part, std::size_t... Index>
std::array<tenon::device_launch, sizeof...(Part)> launches_of(const kernels_of_call& kernels, tenon::type_list<Part...>,
                                                              std::index_sequence<Index...>) {
  return {launch_of_part<Part>(kernels.names[Index].view())...};
}

}  // namespace detail

/// The program of all calls of a test, as drivers take about as long for one kernel as for many.
template <class... Calls>
calls_program program_of() {
  std::array<tenon::adreno_kernels::entry, (Calls::parts::size + ...)> entries{};
  tenon::adreno_kernels::entry* at = entries.data();
  (detail::add_entries(at, typename Calls::parts{}), ...);
  return detail::join(entries);
}

/// Elements in the memory of a result, gaps between rows included.
template <class Call>
inline constexpr std::size_t result_size =
    Call::y.extents.rank == 0
        ? 1
        : static_cast<std::size_t>(Call::y.size() / Call::y.extents.from_end(0) * Call::result.row_pitch());

/// The result of one call of a program on the device; `inputs` are contiguous ranges of elements.
template <class Wanted, class Parameters, class... Inputs>
auto run_on_device(const kernels_of_call& kernels, const Parameters& numbers, const Inputs&... inputs) {
  using call = typename Wanted::call;
  using kernel_type = typename Wanted::kernel_type;
  using parts = typename Wanted::parts;
  constexpr bool halves = Wanted::backend::reals == tenon::real_storage::f16;
  const auto packed = std::make_unique<typename kernel_type::packed>(kernel_type::pack(numbers));
  constexpr tenon::adreno_kernels::weight_image image = kernel_type::image;
  const tenon::device_image images{packed.get(), image};
  const tenon::device_numbers pieces{packed.get(), sizeof *packed - image.bytes(), 0, image.bytes()};
  std::array<tenon::device_port, call::input_count> in{};
  for (std::size_t i = 0; i < in.size(); ++i) {
    const tenon::tensor_type type = call::operands[i].tensor;
    in[i] = {type.type, static_cast<std::size_t>(type.size()), halves && type.type == tenon::f32};
  }
  const tenon::device_port out{call::y.type, result_size<call>, halves && call::y.type == tenon::f32};
  const auto launches = detail::launches_of(kernels, parts{}, std::make_index_sequence<parts::size>{});
  std::vector<tenon::storage_t<call::y.type>> y(result_size<call>);
  const std::array<std::span<const std::byte>, sizeof...(Inputs)> given{
      std::as_bytes(std::span{inputs.data(), inputs.size()})...};
  const std::size_t image_count = image.used() ? 1 : 0;
  run_program({kernels.text, launches, {&pieces, 1}, {&images, image_count}, in, {&out, 1}, 0, sizeof *packed}, given,
              std::as_writable_bytes(std::span{y}));
  return y;
}

}  // namespace tenon_test
