// SPDX-License-Identifier: Apache-2.0
// Joins the texts of kernels into one program: equal kernels once, functions that they call once, readable
// names.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/core/tensor.hpp>

namespace tenon::adreno_kernels {

/// One kernel of a program as its text needs it.
struct entry {
  std::string_view word{};    ///< its operator, which its name starts with
  std::string_view user{};    ///< the node that it runs
  std::string_view source{};  ///< `$kernel` where its name goes
  std::span<const std::string_view> helpers{};
  tensor_type x{};
  tensor_type y{};
  bool hints_waves = false;
};

/// The entry of a kernel type.
template <class Kernel, class Call>
constexpr entry entry_of(std::string_view user) noexcept {
  return {Call::op::word, user,    {source_of<Kernel>.text, source_of<Kernel>.size()}, Kernel::helpers,
          Call::x,        Call::y, Kernel::backend::hint != sub_group::device_default};
}

/// The name of a kernel: its operator and a number, "conv2d_2".
struct kernel_name {
  char text[48]{};
  std::size_t size = 0;

  constexpr kernel_name() noexcept = default;
  constexpr kernel_name(std::string_view word, int number) noexcept {
    text_writer out(text);
    out.put(word);
    out.put("_");
    out.put(std::int64_t{number});
    size = out.size();
  }
  constexpr std::string_view view() const noexcept { return {text, size}; }
};

/// Which entries share a text, and how each kernel is called.
template <std::size_t Count>
struct naming {
  std::array<std::size_t, Count> first{};  ///< the first entry with the same text
  std::array<kernel_name, Count> names{};
};

template <std::size_t Count>
constexpr naming<Count> name_kernels(const std::array<entry, Count>& entries) noexcept {
  naming<Count> made;
  for (std::size_t i = 0; i < Count; ++i) {
    int number = 1;
    std::size_t same = i;
    for (std::size_t k = 0; k < i && same == i; ++k) {
      const bool equal = entries[k].word == entries[i].word && entries[k].source == entries[i].source;
      if (equal) same = made.first[k];
      else if (made.first[k] == k && entries[k].word == entries[i].word) ++number;
    }
    made.first[i] = same;
    made.names[i] = same == i ? kernel_name{entries[i].word, number} : made.names[same];
  }
  return made;
}

constexpr void put_type(text_writer& out, const tensor_type& type) noexcept {
  out.put(name_of(type.type));
  for (int i = 0; i < type.extents.rank; ++i) {
    out.put(i == 0 ? " " : "x");
    out.put(std::int64_t{type.extents[i]});
  }
}

/// True if no kernel before this one calls a helper, nor this one twice.
constexpr bool is_first_use(std::span<const entry> entries, std::size_t kernel, std::size_t helper) noexcept {
  const std::string_view wanted = entries[kernel].helpers[helper];
  for (std::size_t i = 0; i <= kernel; ++i)
    for (std::size_t k = 0; k < (i == kernel ? helper : entries[i].helpers.size()); ++k)
      if (entries[i].helpers[k] == wanted) return false;
  return true;
}

/// Writes what kernels call before them, each once.
constexpr void put_helpers(text_writer& out, std::span<const entry> entries) noexcept {
  bool hints = false;
  for (const entry& one : entries) hints = hints || one.hints_waves;
  if (hints) {
    out.put("\n");
    out.put(wave_helper);
  }
  for (std::size_t i = 0; i < entries.size(); ++i)
    for (std::size_t k = 0; k < entries[i].helpers.size(); ++k)
      if (is_first_use(entries, i, k)) {
        out.put("\n");
        out.put(entries[i].helpers[k]);
      }
}

/// Says what a kernel computes, and for which nodes.
template <std::size_t Count>
constexpr void put_comment(text_writer& out, std::span<const entry> entries, const naming<Count>& named,
                           std::size_t kernel) noexcept {
  out.put("\n// ");
  out.put(entries[kernel].word);
  out.put(", ");
  put_type(out, entries[kernel].x);
  out.put(" -> ");
  put_type(out, entries[kernel].y);
  out.put(":");
  for (std::size_t i = kernel; i < Count; ++i) {
    if (named.first[i] != kernel) continue;
    out.put(i == kernel ? " " : ", ");
    out.put(entries[i].user);
  }
  out.put("\n");
}

/// Writes the program of entries that have their names.
template <std::size_t Count>
constexpr void put_program(text_writer& out, const std::array<entry, Count>& entries,
                           const naming<Count>& named) noexcept {
  out.put("// OpenCL C, made by tenon.\n");
  put_helpers(out, entries);
  for (std::size_t i = 0; i < Count; ++i) {
    if (named.first[i] != i) continue;
    put_comment(out, std::span<const entry>{entries}, named, i);
    out.copy(entries[i].source, named.names[i].view());
  }
}

/// The text of a program of `Entries`, a static constexpr array, with its kernels' names.
template <const auto& Entries>
struct joined {
  static constexpr auto names = name_kernels(Entries);

  struct writer {
    constexpr void operator()(text_writer& out) const noexcept { put_program(out, Entries, names); }
  };
  static constexpr auto text = render<writer>();
};

}  // namespace tenon::adreno_kernels
