// SPDX-License-Identifier: Apache-2.0
// Bound numbers as elements: real ones quantized, integers kept or moved to another encoding, nothing as 0.
#include <tenon/op/held_values.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

constexpr std::array<float, 3> reals{-1.5f, 0.0f, 2.5f};
constexpr char bytes[] = "\200\003\177";
constexpr std::array<float, 1> half{0.5f};

template <tensor_type Type>
constexpr auto held(const parameter_source& source, encoding code = {}) {
  return op::held_values<Type>(source, "initial", {Type, code});
}

constexpr parameter_source real_source() {
  parameter_source source;
  source.add("initial", reals);
  return source;
}
constexpr parameter_source integer_source() {
  parameter_source source;
  source.add("initial", {}, integer_array{bytes, nullptr, 3, half, 3});
  return source;
}

static_assert(held<tensor<f32, 3>::value>(real_source()) == reals);
static_assert(held<tensor<i8, 3>::value>(real_source(), {0.5f, 1}) == std::array<std::int8_t, 3>{-2, 1, 6});
static_assert(held<tensor<u8, 3>::value>(real_source(), {0.5f, 1}) == std::array<std::uint8_t, 3>{0, 1, 6});
static_assert(held<tensor<i8, 3>::value>(integer_source(), {0.5f, 3}) == std::array<std::int8_t, 3>{-128, 3, 127});
static_assert(held<tensor<i8, 3>::value>(integer_source(), {1.0f, 0}) == std::array<std::int8_t, 3>{-66, 0, 62});
static_assert(held<tensor<f32, 3>::value>(integer_source()) == std::array{-65.5f, 0.0f, 62.0f});
static_assert(held<tensor<i8, 3>::value>({}, {0.5f, 7}) == std::array<std::int8_t, 3>{});

}  // namespace
