// SPDX-License-Identifier: Apache-2.0
// global_max_pool on the kryo backend: the ends of both types, batches, whole and broken blocks of channels.
#include <tenon/backend/kryo/global_max_pool.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace {

using namespace tenon;

template <tensor_type Input, auto... Attributes>
using on_kryo = tenon_test::one_call<kryo, op::global_max_pool_<Attributes...>, rounding::tflite, Input>;

using plain = on_kryo<tensor<i8, 4, 4, 70>::value>;
static_assert(plain::kernel::variant == "channels" && plain::kernel::scratch == 0);
static_assert(!has_kernel<kryo, on_kryo<tensor<i32, 4, 4, 7>::value>::call>);

TEST_CASE("Each image of a batch has results of its own") {
  constexpr std::array<std::int8_t, 12> x{-128, -7, -128, -9, -128, -8, 127, 0, 1, 2, 3, 4};
  CHECK(on_kryo<tensor<i8, 2, 3, 1, 2>::value>::run({}, x) == std::array<std::int8_t, 4>{-128, -7, 127, 4});
  CHECK(on_kryo<tensor<i8, 2, 1, 3, 2>::value, keep_axes{true}>::run({}, x) ==
        std::array<std::int8_t, 4>{-128, -7, 127, 4});
}

TEST_CASE("Real numbers, the least of them and infinity too") {
  constexpr float least = std::numeric_limits<float>::lowest();
  constexpr float most = std::numeric_limits<float>::infinity();
  constexpr std::array<float, 9> x{-3, least, 1, -8, least, most, -0.5f, least, 2};
  CHECK(on_kryo<tensor<f32, 1, 3, 3>::value>::run({}, x) == std::array<float, 3>{-0.5f, least, most});
}

/// An image of seven pixels in which channel c has its largest value at pixel c % 7.
template <element Type, int Channels>
int wrong_channels() {
  using value = storage_t<Type>;
  constexpr auto channels = static_cast<std::size_t>(Channels);
  const auto largest = [](std::size_t c) { return static_cast<value>(static_cast<int>(c % 200) - 100); };
  std::array<value, 7 * channels> x{};
  for (value& each : x) each = -128;
  for (std::size_t c = 0; c < channels; ++c) x[c % 7 * channels + c] = largest(c);
  constexpr tensor_type column = tensor<Type, 7, 1, Channels>::value;
  const auto y = on_kryo<column>::run({}, x);
  int wrong = 0;
  for (std::size_t c = 0; c < channels; ++c) wrong += y[c] != largest(c);
  return wrong;
}

TEST_CASE("Whole and broken blocks of channels") {
  CHECK(wrong_channels<i8, 1>() == 0);
  CHECK(wrong_channels<i8, 63>() == 0);
  CHECK(wrong_channels<i8, 128>() == 0);
  CHECK(wrong_channels<i8, 201>() == 0);
  CHECK(wrong_channels<f32, 64>() == 0);
  CHECK(wrong_channels<f32, 67>() == 0);
}

}  // namespace
