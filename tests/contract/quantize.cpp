// SPDX-License-Identifier: Apache-2.0
// quantize: kryo against the reference, over shapes, encodings and values.
#include <tenon/op/quantize.hpp>

#include <tenon/backend/kryo/quantize.hpp>
#include <tenon/backend/reference/quantize.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("quantize is equal on kryo and the reference") {
  CHECK(differences_over_shapes<op::quantize_<>, f32, agreement::exact>() == 0);
}

TEST_CASE("quantize is equal on halves and their neighbours, under encodings of every kind") {
  constexpr tensor_type many = tensor<f32, 3 * 520>::value;
  for (const encoding out : {encoding{0.05f, -3}, encoding{0.1f, 127}, encoding{0x1p-30f, -128},
                             encoding{3e37f, 0}, encoding{1.0f, 5'000'000}, encoding{0.25f, -2'000'000'000},
                             encoding{0.0f, 9}, encoding{1e-45f, 1}, encoding{0.3f, 4'194'303}}) {
    std::array<float, 3 * 520> x{};
    for (std::size_t i = 0; i < 520; ++i) {
      const float half = (static_cast<float>(i) - 260.5f) * out.scale;
      x[3 * i] = half;
      x[3 * i + 1] = std::nextafter(half, 1e30f);
      x[3 * i + 2] = std::nextafter(half, -1e30f);
    }
    CAPTURE(out.scale);
    CHECK(run_one<kryo, op::quantize_<>, many>(x, {}, out) ==
          run_one<reference, op::quantize_<>, many>(x, {}, out));
  }
}

TEST_CASE("quantize is equal on infinities and what is not a number") {
  constexpr float infinite = std::numeric_limits<float>::infinity();
  constexpr float none = std::numeric_limits<float>::quiet_NaN();
  const std::array<float, 9> x{infinite, -infinite, none, -none, 3.4e38f, -3.4e38f, 1e-45f, infinite, none};
  for (const encoding out :
       {encoding{0.05f, -3}, encoding{1e-38f, 100}, encoding{0.0f, 7}, encoding{1e38f, 0}})
    CHECK(run_one<kryo, op::quantize_<>, tensor<f32, 9>::value>(x, {}, out) ==
          run_one<reference, op::quantize_<>, tensor<f32, 9>::value>(x, {}, out));
}
