// SPDX-License-Identifier: Apache-2.0
// What all kernels of the adreno backend share: how they are launched, and the head of their text.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/backend/adreno/backend.hpp>
#include <tenon/backend/adreno/text.hpp>
#include <tenon/core/element.hpp>
#include <tenon/kernel/kernel.hpp>

namespace tenon::adreno_kernels {

/// Work items along the three dimensions, and those of a group (0: the driver chooses).
struct launch {
  std::array<int, 3> items{1, 1, 1};
  std::array<int, 3> group{};

  /// Items along a dimension, rounded up to whole groups.
  constexpr std::size_t global(std::size_t dimension) const noexcept {
    const int unit = group[dimension] == 0 ? 1 : group[dimension];
    return static_cast<std::size_t>((items[dimension] + unit - 1) / unit * unit);
  }
  friend bool operator==(const launch&, const launch&) = default;
};

/// Launches under a backend's policies. What a kernel does not look at, it must not have: along fewer
/// dimensions the items of a group stand in fewer.
template <class Backend>
constexpr launch launch_of(int x) noexcept {
  return {{x, 1, 1},
          {Backend::group.x * Backend::group.y * Backend::group.z, Backend::group.x == 0 ? 0 : 1,
           Backend::group.x == 0 ? 0 : 1}};
}
template <class Backend>
constexpr launch launch_of(int x, int y) noexcept {
  return {{x, y, 1}, {Backend::group.x, Backend::group.y * Backend::group.z, Backend::group.x == 0 ? 0 : 1}};
}
template <class Backend>
constexpr launch launch_of(int x, int y, int z) noexcept {
  return {{x, y, z}, {Backend::group.x, Backend::group.y, Backend::group.z}};
}

/// Weights that a kernel reads from a texture: they stand first in its `packed`, a texel of four after the
/// other. Devices take at least 8,192 texels along each side.
struct weight_image {
  static constexpr int largest = 8192;
  int width = 0;
  int height = 0;
  bool halved = false;

  constexpr bool used() const noexcept { return width > 0; }
  constexpr std::size_t bytes() const noexcept {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * (halved ? 8 : 16);
  }
};

/// The base of kernels: what an engine on a CPU would call is refused in one sentence.
///
/// A kernel of this backend has, besides `variant`, `scratch`, `packed` and `pack`:
///
///     static constexpr launch size;                          // its work items
///     static constexpr std::array helpers{...};              // texts of functions that it calls
///     static constexpr void write(text_writer& out) noexcept // its text, `$kernel` where its name goes
///
/// Its arguments are, for each input and then the result, memory and the bytes before the tensor in it, and
/// last, unless `packed` is empty, the same for its numbers; then, if it has an `image`, that. A kernel made
/// of several has `parts` instead.
struct on_device {
  static constexpr std::size_t scratch = 0;
  static constexpr weight_image image{};

  template <class... Anything>
  static constexpr void run(const Anything&...) noexcept {
    static_assert(
        sizeof...(Anything) == 0,
        "tenon: kernels of adreno are OpenCL text, which no CPU runs; give the engine to host::opencl_runner");
  }
};

/// A kernel's text, `$kernel` where its name goes.
template <class Kernel>
struct source_writer {
  constexpr void operator()(text_writer& out) const noexcept { Kernel::write(out); }
};
template <class Kernel>
inline constexpr auto source_of = render<source_writer<Kernel>>();

/// OpenCL C's word for a stored element.
template <class Backend>
constexpr std::string_view stored_type(element type) noexcept {
  switch (type) {
    case element::f32:
      return Backend::reals == real_storage::f16 ? "half" : "float";
    case element::i32:
      return "int";
    case element::f16:
    case element::bf16:
      return "ushort";
    case element::i16:
      return "short";
    case element::u8:
      return "uchar";
    case element::i8:
    case element::i4:
      break;
  }
  return "char";
}

/// The same for elements that are only moved.
template <class Backend>
constexpr std::string_view moved_type(element type) noexcept {
  const bool halved = type == f32 && Backend::reals == real_storage::f16;
  return halved || bytes_of(type) == 2 ? "ushort" : bytes_of(type) == 4 ? "uint" : "uchar";
}

/// The name of the functions that read and write vectors of an element type, without their lanes.
template <class Backend>
constexpr std::string_view load_word(element type) noexcept {
  return type == f32 && Backend::reals == real_storage::f16 ? "vload_half" : "vload";
}
template <class Backend>
constexpr std::string_view store_word(element type) noexcept {
  return type == f32 && Backend::reals == real_storage::f16 ? "vstore_half" : "vstore";
}

/// The widest vector of at most `wanted` lanes that `count` is a multiple of.
constexpr int lanes_for(int count, int wanted) noexcept {
  int lanes = wanted;
  while (count % lanes != 0) lanes /= 2;
  return lanes;
}

/// One lane of a vector value in OpenCL C: `acc.s3`, or `acc` where there is only one.
struct lane {
  char text[24]{};
  std::size_t size = 0;

  constexpr lane(std::string_view value, int index, int lanes) noexcept {
    for (const char letter : value) text[size++] = letter;
    if (lanes == 1) return;
    for (const char letter : {'.', 's', "0123456789abcdef"[index]}) text[size++] = letter;
  }
  constexpr std::string_view view() const noexcept { return {text, size}; }
};

/// The macro that holds a backend's hint on waves, with a space after it.
template <class Backend>
constexpr std::string_view hint_word() noexcept {
  if (Backend::hint == sub_group::half) return "HALF_WAVE ";
  return Backend::hint == sub_group::full ? "FULL_WAVE " : "";
}

/// A tensor among a kernel's arguments: its name in the text, and the type of its elements.
struct argument {
  std::string_view name;
  std::string_view type;
};

/// Whether a product and a sum may become one instruction with one rounding.
enum class contraction : unsigned char { allowed, off };

/// Writes a kernel's signature and its typed pointers: inputs, the result `y`, and its numbers `w` of the
/// type `numbers_of_$kernel` if it has any.
template <class Kernel>
constexpr void put_head(text_writer& out, std::span<const argument> inputs, std::string_view result,
                        bool has_numbers, contraction products = contraction::allowed) noexcept {
  constexpr std::array<int, 3> group = Kernel::size.group;
  const word words[]{{"kernel", "$kernel"}, {"hint", hint_word<typename Kernel::backend>()},
                     {"result", result},    {"x", group[0]},
                     {"y", group[1]},       {"z", group[2]}};
  if (group[0] != 0) out.fill("__attribute__((reqd_work_group_size($x, $y, $z)))\n", words);
  out.fill("__kernel $(hint)void $kernel(\n", words);
  for (const argument& input : inputs)
    out.fill("__global const uchar* $(name)_memory, const int $(name)_at,\n", {{"name", input.name}});
  out.put_line(has_numbers ? "__global uchar* y_memory, const int y_at,"
                           : "__global uchar* y_memory, const int y_at");
  if (has_numbers)
    out.put_line(Kernel::image.used() ? "__global const uchar* w_memory, const int w_at,"
                                      : "__global const uchar* w_memory, const int w_at");
  if (Kernel::image.used()) out.put_line("__read_only image2d_t weights");
  out.put_line(") {");
  if (products == contraction::off) out.put_line("#pragma OPENCL FP_CONTRACT OFF");
  for (const argument& input : inputs)
    out.fill("__global const $type* $name = (__global const $type*)($(name)_memory + $(name)_at);\n",
             {{"name", input.name}, {"type", input.type}});
  out.fill("__global $result* y = (__global $result*)(y_memory + y_at);\n", words);
  if (has_numbers)
    out.fill(
        "__global const numbers_of_$kernel* w = (__global const numbers_of_$kernel*)(w_memory + w_at);\n",
        words);
}

/// The same for one input, `x`.
template <class Kernel>
constexpr void put_head(text_writer& out, std::string_view input, std::string_view result, bool has_numbers,
                        contraction products = contraction::allowed) noexcept {
  const std::array<argument, 1> inputs{argument{"x", input}};
  put_head<Kernel>(out, inputs, result, has_numbers, products);
}

}  // namespace tenon::adreno_kernels
