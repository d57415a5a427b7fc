// SPDX-License-Identifier: Apache-2.0
// Functions of int16: LiteRT's answers for all 65,536 integers, told by their checksums; rescalings on their own.
#include <tenon/op/int16_functions.hpp>

#include <tenon/core/crc32.hpp>
#include <tenon/op/exp.hpp>
#include <tenon/op/log.hpp>
#include <tenon/op/sigmoid.hpp>
#include <tenon/op/softmax.hpp>
#include <tenon/op/tanh.hpp>

#include <tenon/backend/reference/softmax.hpp>

#include <op/call_on.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

using namespace tenon;

namespace {

// Made by ai-edge-litert 2.3.0, BUILTIN_REF: the CRC-32 (zlib) of the results in the order of the inputs,
// little-endian.
struct golden {
  float input_scale;
  std::uint32_t crc;
  float output_scale = 1.0f / 32768.0f;
};
constexpr std::array sigmoids{golden{0x1p-12f, 0x928f0a46}, golden{0x1p-11f, 0xb68dba64}, golden{0.0021f, 0xa8016bb4},
                              golden{3e-06f, 0xf96c71ca},   golden{0.01f, 0xeba21560},    golden{0.0003f, 0x771ce0fa},
                              golden{20.0f, 0x1be3330f}};
constexpr std::array tanhs{golden{0x1p-12f, 0xabdd53cc}, golden{0x1p-11f, 0x20f0f708}, golden{0.0021f, 0x14038d23},
                           golden{3e-06f, 0xd48364f4},   golden{0.01f, 0x3f149fbf},    golden{0.0003f, 0x1222ac94},
                           golden{20.0f, 0x822f7f5d}};
constexpr std::array exponentials{golden{0.0003f, 0xa987c82b, 0.4f}, golden{0.00005f, 0xd78d882d, 0.0002f},
                                  golden{0.001f, 0x72dcee7b, 0.001f}};

std::uint32_t crc_of(std::span<const std::int16_t> values) {
  std::vector<std::uint8_t> bytes(values.size_bytes());
  std::memcpy(bytes.data(), values.data(), bytes.size());
  return crc32(bytes);
}

template <class Function>
std::uint32_t crc_of_all(const Function& function) {
  std::vector<std::int16_t> results;
  for (std::int32_t q = -32768; q < 32768; ++q)
    results.push_back(static_cast<std::int16_t>(function(static_cast<std::int16_t>(q))));
  return crc_of(results);
}

template <class Operator>
void check(std::span<const golden> cases) {
  for (const golden& one : cases) {
    INFO(one.input_scale);
    const edge_type output{{i16, shape_of(1)}, {one.output_scale, 0}};
    CHECK(crc_of_all(Operator::template prepare_int16<rounding::tflite>({one.input_scale, 0}, output)) == one.crc);
  }
}

/// A softmax over rows of the numbers 40503 * i modulo 2^16, which are all int16 in a scattered order.
template <int Row>
std::uint32_t crc_of_softmax(float scale, float beta) {
  using call = tenon_test::one_call<reference, op::softmax_<>, rounding::tflite, tensor_type{i16, shape_of(Row)}>::call;
  const op::int16_softmax_parameters<std::int16_t> w{to_q31(double{scale * beta} / (10.0 / 65535.0))};
  std::vector<std::int16_t> x, y(65536);
  for (std::int64_t i = 0; i < 65536; ++i) x.push_back(static_cast<std::int16_t>(i * 40503 % 65536 - 32768));
  for (std::size_t row = 0; row < x.size(); row += Row) kernel<reference, call>::run(w, nullptr, &y[row], &x[row]);
  return crc_of(y);
}

constexpr edge_type coarse{{i16, shape_of(1)}, {0.5f, 0}};
static_assert(op::prepare_rescaling<q31_rule>(0.5, {0.25f, 0}, coarse)(5) == 3);
static_assert(op::prepare_rescaling<q31_rule>(0.5, {0.25f, 0}, coarse, clamp{0.0f, 1.0f})(-5) == 0);
static_assert(op::prepare_rescaling<q31_rule>(0.5, {0.25f, 0}, coarse, clamp{0.0f, 1.0f})(500) == 2);
static_assert(op::rescaling_of_size<q31_rule>{op::prepare_rescaling<q31_rule>(0.5, {0.25f, 0}, coarse)}(-32768) ==
              16384);
static_assert(op::rescaling_by_sign<q31_rule>{op::prepare_rescaling<q31_rule>(1.0, {0.5f, 0}, coarse), to_q31(0.25), 1}(
                  -400) == 100);

}  // namespace

TEST_CASE("sigmoid, tanh and exp equal LiteRT on all integers of 16 bits") {
  check<op::sigmoid_<>>(sigmoids);
  check<op::tanh_<>>(tanhs);
  check<op::exp_<>>(exponentials);
}

TEST_CASE("softmax equals LiteRT on all integers of 16 bits, in rows of one to all of them") {
  CHECK(crc_of_softmax<16>(0.0003f, 1.0f) == 0xfe6d1e3c);
  CHECK(crc_of_softmax<256>(0.002f, 0.7f) == 0x2bc493fc);
  CHECK(crc_of_softmax<4096>(1e-5f, 1.0f) == 0x374033d2);
  CHECK(crc_of_softmax<1>(0.1f, 2.0f) == 0xcc4aba47);
  CHECK(crc_of_softmax<65536>(0.0001f, 1.0f) == 0x7ffecf7d);
}

TEST_CASE("Where a function has no number, or an infinite one, its table has the nearest integer") {
  constexpr auto logarithm = op::interpolate<float>(op::log_<>::real, 0.001f, 0, 0.001f);
  CHECK(logarithm(-20000) == 0);
  CHECK((logarithm(1000) >= -1 && logarithm(1000) <= 1));
  CHECK(logarithm(2000) == doctest::Approx(693).epsilon(0.002));
  constexpr auto huge = op::interpolate<float>(op::exp_<>::real, 1.0f, 0, 1.0f);
  CHECK(huge(-32768) == 0);
  CHECK(huge(32767) == 32767);
}

TEST_CASE("A straight line comes out of its table as it is, but for a step, and ends at the ends of int16") {
  const auto table = op::interpolate<double>([](double x) { return 2.0 * x; }, 1.0, 0, 1.0);
  int wrong = 0;
  for (std::int32_t q = -16383; q < 16384; ++q) wrong += table(q) < 2 * q - 1 || table(q) > 2 * q + 1;
  CHECK(wrong == 0);
  CHECK(table(-32768) == -32768);
  CHECK(table(32767) == 32767);
}
