// SPDX-License-Identifier: Apache-2.0
// average_pool on the kryo backend: golden vectors, padding counted or not, division by any count, rows with
// gaps.
#include <tenon/backend/kryo/average_pool.hpp>

#include "golden/average_pool.hpp"
#include "op/golden_pool.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

template <tensor_type Input, auto... Attributes>
using on_kryo = tenon_test::one_call<kryo, op::average_pool_<Attributes...>, rounding::tflite, Input>;

using plain = on_kryo<tensor<i8, 4, 4, 70>::value, window{2, 2}>;
static_assert(plain::kernel::variant == "channels" && plain::kernel::scratch == 0);
using of_words = tenon_test::one_call<kryo, op::average_pool_<window{2, 2}>, rounding::tflite,
                                      tensor<i32, 4, 4, 7>::value>;
static_assert(!has_kernel<kryo, of_words::call>);

// A zero of the padding is as many zero points, which packing keeps beside the bounds.
constexpr std::array<edge_type, 1> typed{edge_type{tensor<i8, 4, 4, 70>::value, {0.5f, -7}}};
constexpr auto packed =
    plain::kernel::pack(op::average_pool_<clamp{-1.0f, 2.0f}>::prepare<plain::call>({}, typed, typed[0]));
static_assert(packed.bounds.low == -9 && packed.bounds.high == -3 && packed.padded_with == -7);

TEST_CASE("LiteRT's int8 answers") {
  tenon_test::for_each_case<tenon_golden::average_pool::cases>([]<class Case>() {
    using pool = tenon_test::pool_of<op::average_pool_, Case>;
    CHECK(tenon_test::answer_of_move<kryo, pool, Case>() == Case::expected);
  });
}

constexpr tensor_type square = tensor<f32, 2, 2, 1>::value;
constexpr std::array<float, 4> four{4, -8, 12, 20};

TEST_CASE("Padding is left out of a mean unless it is counted") {
  CHECK(on_kryo<square, window{2, 2}, same_padding>::run({}, four) == std::array<float, 4>{7, 6, 16, 20});
  CHECK(on_kryo<square, window{2, 2}, same_padding, count_padding{true}>::run({}, four) ==
        std::array<float, 4>{7, 3, 8, 5});
  CHECK(on_kryo<square, window{2, 2}, same_padding, clamp{6.5f, 16.0f}>::run({}, four) ==
        std::array<float, 4>{7, 6.5f, 16, 16});
  // (127 - 128 + 2 * 100) / 4 = 49.75, and (127 + 0) / 2 goes away from zero.
  constexpr tensor_type pair = tensor<i8, 1, 2, 1>::value;
  constexpr std::array<std::int8_t, 2> ends{127, -128};
  using padded = on_kryo<pair, window{2, 2}, padding{1, 0, 0, 1}, stride{1, 2}, count_padding{true}>;
  CHECK(padded::run({encoding{0.1f, 100}}, ends) == std::array<std::int8_t, 1>{50});
  using uneven = on_kryo<pair, window{2, 1}, padding{1, 1, 0, 0}, count_padding{true}>;
  CHECK(uneven::run({encoding{0.1f, 0}}, ends) == std::array<std::int8_t, 4>{64, -64, 64, -64});
}

/// Means of 65 channels, one more than a block, over a row of `Taps` pixels; channel c holds c - 70 but for
/// one pixel.
template <int Taps>
int wrong_means() {
  constexpr std::size_t channels = 65;
  std::array<std::int8_t, std::size_t{Taps} * channels> x{};
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = static_cast<std::int8_t>(static_cast<int>(i % channels) - 70);
  for (std::size_t c = 0; c < channels; ++c) x[(c * 5 % Taps) * channels + c] = 127;
  constexpr tensor_type row = tensor<i8, 1, Taps, 65>::value;
  const auto y = on_kryo<row, window{1, Taps}>::run({encoding{1.0f, 3}}, x);
  int wrong = 0;
  for (std::size_t c = 0; c < channels; ++c) {
    const double mean = ((static_cast<int>(c) - 70) * (Taps - 1) + 127) / double{Taps};
    wrong += y[c] != static_cast<int>(mean < 0 ? mean - 0.5 : mean + 0.5);
  }
  return wrong;
}

TEST_CASE("Any count divides, whether as a product or not, in whole and broken blocks of channels") {
  static_assert(kryo_kernels::divide_by_count::most == 360);
  CHECK(wrong_means<1>() == 0);
  CHECK(wrong_means<6>() == 0);
  CHECK(wrong_means<359>() == 0);
  CHECK(wrong_means<360>() == 0);
  CHECK(wrong_means<361>() == 0);
  CHECK(wrong_means<1000>() == 0);
}

TEST_CASE("Results stand where the pitch says, and what lies between them stays") {
  constexpr std::array<std::int8_t, 8> x{1, -2, 4, -4, -128, 127, 5, 6};
  CHECK(tenon_test::with_gaps<kryo, op::average_pool_<window{1, 2}>, tensor<i8, 2, 1, 2, 2>::value, 3>(
            x, std::int8_t{99}) == std::array<std::int8_t, 6>{3, -3, 99, -62, 67, 99});
}

}  // namespace
