// SPDX-License-Identifier: Apache-2.0
// Patterns are filled, indented and copied; numbers and float literals read as they should.
#include <tenon/backend/adreno/text.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <string_view>

using namespace tenon::adreno_kernels;

namespace {

struct nested {
  constexpr void operator()(text_writer& out) const noexcept {
    out.fill(R"(
void $kernel(
const int size
) {
for (int $i = 0; $i < $count; ++$i) {
)",
             {{"kernel", "$kernel"}, {"i", "k"}, {"count", 12}});
    out.fill("y_$(name)_at = $number", {{"name", "a"}, {"number", -7}});
    out.put_line(";");
    out.put_line("}\n}");
  }
};
constexpr auto nested_text = render<nested>();
static_assert(nested_text.view() == R"(void $kernel(
  const int size
) {
  for (int k = 0; k < 12; ++k) {
    y_a_at = -7;
  }
}
)");

struct copied {
  constexpr void operator()(text_writer& out) const noexcept {
    out.copy("  $kernel* a, numbers_of_$kernel;\n", "add_1");
  }
};
static_assert(render<copied>().view() == "  add_1* a, numbers_of_add_1;\n");

struct numbers {
  constexpr void operator()(text_writer& out) const noexcept {
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{10}, std::numeric_limits<std::int64_t>::max(),
          std::numeric_limits<std::int64_t>::min()}) {
      out.put(number);
      out.put(" ");
    }
  }
};
static_assert(render<numbers>().view() == "0 10 9223372036854775807 -9223372036854775808 ");

static_assert(times(1).view().empty() && times(3).view() == " * 3" && times(-1).view() == " * -1" &&
              times(0).view() == " * 0");
static_assert(plus(0).view().empty() && plus(4).view() == " + 4" && minus(0).view().empty() &&
              minus(2).view() == " - 2");

static_assert(real_literal{1.0f}.view() == "0x1p+0f" && real_literal{-1.5f}.view() == "-0x1.8p+0f");
static_assert(real_literal{0.0f}.view() == "0x0p+0f" && real_literal{-0.0f}.view() == "-0x0p+0f");
static_assert(real_literal{std::numeric_limits<float>::infinity()}.view() == "INFINITY");
static_assert(real_literal{-std::numeric_limits<float>::infinity()}.view() == "-INFINITY");
static_assert(real_literal{std::numeric_limits<float>::quiet_NaN()}.view() == "NAN");

}  // namespace

TEST_CASE("a float literal is read back as the same float") {
  std::mt19937 random(1);
  for (int i = 0; i < 100'000; ++i) {
    const float value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
    if (std::isnan(value) || std::isinf(value)) continue;
    const std::string text(real_literal{value}.view().substr(0, real_literal{value}.size - 1));
    CHECK_MESSAGE(std::bit_cast<std::uint32_t>(std::strtof(text.c_str(), nullptr)) ==
                      std::bit_cast<std::uint32_t>(value),
                  text);
  }
}
