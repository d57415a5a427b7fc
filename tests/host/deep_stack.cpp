// SPDX-License-Identifier: Apache-2.0
// Deep stacks: values far larger than the usual stack, and exceptions that come through.
#include <tenon/host/deep_stack.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>

using tenon::host::on_deep_stack;

namespace {

constexpr std::size_t size = std::size_t{48} << 20;

/// Stands on the stack, wherever that is.
[[gnu::noinline]] int touch_table() {
  std::array<volatile char, size> table;
  table[0] = 1;
  for (std::size_t i = 4096; i < size; i += 4096) table[i] = static_cast<char>(table[i - 4096] + 1);
  return table[size - 4096];
}

}  // namespace

TEST_CASE("a stack is as deep as it is asked to be") {
  int last = 0;
  on_deep_stack(size, [&] { last = touch_table(); });
  CHECK(last == static_cast<signed char>(size / 4096));
}

TEST_CASE("what a function throws on a deep stack is thrown on the usual one") {
  CHECK(tenon_test::refusal([] { on_deep_stack(0, [] { throw std::runtime_error{"it is late"}; }); }) == "it is late");
}

TEST_CASE("a stack for which there is no room is told") {
  CHECK(tenon_test::refusal([] { on_deep_stack(std::size_t{1} << 60, [] {}); }).starts_with("there is no memory"));
}
