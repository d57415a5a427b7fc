// SPDX-License-Identifier: Apache-2.0
// A convolution with an addition on any backend: the same bits as on reference, with and without gaps between rows.
#include <tenon/kernel/residual.hpp>

#include <tenon/backend/kryo/conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/op/conv2d.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon;

constexpr tensor_type image = tensor<i8, 5, 4, 6>::value;
using convolution = op::conv2d_<filters{6}, window{3, 3}, padding{1, 1, 1, 1}, residual{{0.05f, 4}, {0.0f, 3.0f}},
                                encoded{{0.03f, -9}}, clamp{-2.0f, 2.5f}>;
constexpr std::array<edge_type, 2> inputs{edge_type{image, {0.02f, 3}}, edge_type{image, {0.04f, -20}}};
constexpr edge_type output = convolution::infer(inputs).edge;
using values = std::array<std::int8_t, 120>;

template <int Pitch>
using call_with = call<convolution, rounding::tflite, operand{image, Pitch}, operand{image, 0}, operand{image, 0}>;

constexpr auto weights = [] {
  std::array<float, 6 * 9 * 6> made{};
  for (std::size_t i = 0; i < made.size(); ++i) made[i] = static_cast<float>(i * 41 % 97) / 48.0f - 1.0f;
  return made;
}();

template <class Backend, int Pitch>
constexpr auto packed_numbers() {
  parameter_source source;
  source.add("kernel", weights);
  return kernel<Backend, call_with<Pitch>>::pack(convolution::prepare<call_with<Pitch>>(source, inputs, output));
}

values random_values(std::uint32_t state) {
  values made{};
  for (auto& value : made) {
    state = state * 1664525u + 1013904223u;
    value = static_cast<std::int8_t>(static_cast<int>(state >> 24) - 128);
  }
  return made;
}

template <class Backend, int Pitch = 0>
values result_of(const values& x, const values& second) {
  using chosen = kernel<Backend, call_with<Pitch>>;
  static constexpr auto numbers = packed_numbers<Backend, Pitch>();
  constexpr int pitch = Pitch == 0 ? 6 : Pitch;
  alignas(64) std::array<std::byte, chosen::scratch + 64> borrowed{};
  std::array<std::int8_t, static_cast<std::size_t>(20 * pitch)> y{};
  chosen::run(numbers, borrowed.data(), y.data(), x.data(), second.data());
  values dense{};
  for (std::size_t i = 0; i < dense.size(); ++i) {
    dense[i] = y[i / 6 * static_cast<std::size_t>(pitch) + i % 6];
  }
  return dense;
}

// The reference result is the two rules in a row.
values two_rules(const values& x, const values& second) {
  using inner = op::conv2d_<filters{6}, window{3, 3}, padding{1, 1, 1, 1}, clamp{0.0f, 3.0f}, encoded{{0.05f, 4}}>;
  using inner_call = call<inner, rounding::tflite, operand{image, 0}, operand{image, 0}>;
  using sum = op::add_<clamp{-2.0f, 2.5f}, encoded{{0.03f, -9}}>;
  using sum_call = call<sum, rounding::tflite, operand{image, 0}, operand{image, 0}, operand{image, 0}>;
  parameter_source source;
  source.add("kernel", weights);
  const std::array<edge_type, 1> first{inputs[0]};
  const edge_type between = inner::infer(first).edge;
  const std::array<edge_type, 2> terms{between, inputs[1]};
  values y{};
  values z{};
  kernel<reference, inner_call>::run(inner::prepare<inner_call>(source, first, between), nullptr, y.data(), x.data());
  kernel<reference, sum_call>::run(sum::prepare<sum_call>({}, terms, sum::infer(terms).edge), nullptr, z.data(),
                                   y.data(), second.data());
  return z;
}

static_assert(!calls<call_with<0>, op::conv2d_> && adds_residual<call_with<0>>);
static_assert(has_kernel<reference, call_with<0>> && has_kernel<kryo, call_with<0>>);

TEST_CASE("a fused sum is the two rules in a row on every backend") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    const values x = random_values(seed);
    const values second = random_values(seed + 1000);
    const values expected = two_rules(x, second);
    CHECK(result_of<reference>(x, second) == expected);
    CHECK(result_of<kryo>(x, second) == expected);
    CHECK(result_of<reference, 9>(x, second) == expected);
    CHECK(result_of<kryo, 9>(x, second) == expected);
  }
}

TEST_CASE("no byte of the packed numbers is padding") {
  constexpr auto numbers = packed_numbers<kryo, 0>();
  constexpr auto bytes = std::bit_cast<std::array<std::uint8_t, sizeof(numbers)>>(numbers);
  CHECK(bytes.size() == sizeof(numbers));
}

}  // namespace
