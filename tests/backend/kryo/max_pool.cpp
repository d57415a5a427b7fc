// SPDX-License-Identifier: Apache-2.0
// max_pool on the kryo backend: golden vectors, the ends of both types, broken blocks of channels, rows with
// gaps.
#include <tenon/backend/kryo/max_pool.hpp>

#include "golden/max_pool.hpp"
#include "op/golden_pool.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>

namespace {

using namespace tenon;

template <tensor_type Input, auto... Attributes>
using on_kryo = tenon_test::one_call<kryo, op::max_pool_<Attributes...>, rounding::tflite, Input>;

using plain = on_kryo<tensor<i8, 4, 4, 70>::value, window{2, 2}>;
static_assert(plain::kernel::variant == "channels" && plain::kernel::scratch == 0);
static_assert(!has_kernel<kryo, on_kryo<tensor<u8, 4, 4, 7>::value, window{2, 2}>::call>);

TEST_CASE("LiteRT's int8 answers") {
  tenon_test::for_each_case<tenon_golden::max_pool::cases>([]<class Case>() {
    using pool = tenon_test::pool_of<op::max_pool_, Case>;
    CHECK(tenon_test::answer_of_move<kryo, pool, Case>() == Case::expected);
  });
}

constexpr tensor_type square = tensor<f32, 3, 3, 1>::value;
constexpr std::array<float, 9> nine{-1, -2, -3, -4, -5, -6, -7, -8, -9};

TEST_CASE("What lies outside the image is no value") {
  CHECK(on_kryo<square, window{2, 2}>::run({}, nine) == std::array<float, 4>{-1, -2, -4, -5});
  CHECK(on_kryo<square, window{3, 1}, stride{2, 2}, same_padding>::run({}, nine) ==
        std::array<float, 4>{-1, -3, -4, -6});
  CHECK(on_kryo<square, window{2, 2}, dilation{2, 2}>::run({}, nine) == std::array<float, 1>{-1});
  CHECK(on_kryo<square, window{2, 2}, padding{1, 0, 0, 1}, clamp{-4.5f, -1.5f}>::run({}, nine) ==
        std::array<float, 9>{-1.5f, -2, -3, -1.5f, -2, -3, -4, -4.5f, -4.5f});
  constexpr std::array<std::int8_t, 2> lowest{-128, -128};
  CHECK(on_kryo<tensor<i8, 1, 2, 1>::value, window{3, 3}, same_padding>::run({encoding{0.1f, 50}}, lowest) ==
        lowest);
  constexpr float least = std::numeric_limits<float>::lowest();
  constexpr std::array<float, 2> leasts{least, least};
  CHECK(on_kryo<tensor<f32, 1, 2, 1>::value, window{3, 3}, same_padding>::run({}, leasts) == leasts);
}

/// `Channels` channels over a window of three pixels, the largest in a different one for each channel.
template <int Channels>
int wrong_channels() {
  constexpr auto channels = static_cast<std::size_t>(Channels);
  std::array<std::int8_t, 3 * channels> x{};
  x.fill(-128);
  for (std::size_t c = 0; c < channels; ++c) x[c % 3 * channels + c] = static_cast<std::int8_t>(c * 2 % 251);
  constexpr tensor_type column = tensor<i8, 3, 1, Channels>::value;
  const auto y = on_kryo<column, window{3, 1}>::run({encoding{1.0f, 0}}, x);
  int wrong = 0;
  for (std::size_t c = 0; c < channels; ++c) wrong += y[c] != static_cast<std::int8_t>(c * 2 % 251);
  return wrong;
}

TEST_CASE("Whole and broken blocks of channels") {
  CHECK(wrong_channels<1>() == 0);
  CHECK(wrong_channels<17>() == 0);
  CHECK(wrong_channels<64>() == 0);
  CHECK(wrong_channels<130>() == 0);
}

TEST_CASE("Integers are cut to the bounds of an activation") {
  constexpr std::array<std::int8_t, 4> x{-100, -3, 5, 90};
  constexpr tensor_type row = tensor<i8, 1, 4, 1>::value;
  CHECK(on_kryo<row, window{1, 1}, clamp{0.0f, 6.0f}>::run({encoding{0.1f, -4}}, x) ==
        std::array<std::int8_t, 4>{-4, -3, 5, 56});
}

TEST_CASE("Results stand where the pitch says, and what lies between them stays") {
  constexpr std::array<std::int8_t, 8> x{1, -2, 3, -4, -128, 127, 5, 6};
  CHECK(tenon_test::with_gaps<kryo, op::max_pool_<window{1, 2}>, tensor<i8, 2, 1, 2, 2>::value, 3>(
            x, std::int8_t{99}) == std::array<std::int8_t, 6>{3, -2, 99, 5, 127, 99});
}

}  // namespace
