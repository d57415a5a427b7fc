// SPDX-License-Identifier: Apache-2.0
// quantize on an OpenCL device against the reference: the least number of each integer, ties, what is no
// number.
#include <tenon/backend/adreno/quantize.hpp>
#include <tenon/backend/reference/quantize.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

#include <cmath>
#include <limits>
#include <random>

namespace {

template <element Made>
using case_of = device_case<plain_adreno, op::quantize_<encoded{{0.1f, 3}}, Made>, rounding::tflite, 0,
                            tensor<f32, 1024>::value>;

float next_to(float x, int steps) {
  for (; steps > 0; --steps) x = std::nextafter(x, INFINITY);
  for (; steps < 0; ++steps) x = std::nextafter(x, -INFINITY);
  return x;
}

/// The ends of integers with their neighbours, then numbers of all sizes.
std::vector<float> ugly_numbers(const encoding& code, std::mt19937& random) {
  std::vector<float> x{0.0f, -0.0f, INFINITY, -INFINITY, NAN, 1e-40f, -1e-40f, 3e38f, -3e38f};
  for (int q = -140; q < 140; ++q)
    for (const int steps : {-1, 0, 1})
      x.push_back(next_to((static_cast<float>(q) + 0.5f) * code.scale, steps));
  while (x.size() < 1024) x.push_back(std::normal_distribution<float>{}(random)*code.scale * 100.0f);
  x.resize(1024);
  return x;
}

/// Whether ugly numbers become the reference's integers on the device.
template <element Made>
void check_ugly_numbers(std::mt19937& random, encoding code) {
  using Case = case_of<Made>;
  const auto x = ugly_numbers(code, random);
  const op::encoding_parameters numbers{code};
  std::vector<storage_t<Made>> wanted(x.size());
  kernel<reference, typename Case::type>::run(numbers, nullptr, wanted.data(), x.data());
  const calls_program program = program_of<typename Case::on_device>();
  CHECK(run_on_device<typename Case::on_device>({program.text, program.names}, numbers, x) == wanted);
}

}  // namespace

static_assert(adreno_kernels::least_of(1, {1.0f, 0}) == 0.5f);
static_assert(adreno_kernels::least_of(0, {1.0f, 0}) == -0x1.fffffep-2f);
static_assert(adreno_kernels::least_of(-127, {0.5f, 0}) == -0x1.fdfffep+5f);
static_assert(adreno_kernels::least_of(127, {3e38f, -128}) == std::numeric_limits<float>::infinity());
static_assert(adreno_kernels::rank_of(adreno_kernels::of_rank(-5)) == -5 &&
              adreno_kernels::rank_of(-0.0f) == 0);

TEST_CASE("The least number of an integer becomes it, and the number before does not") {
  for (const encoding code :
       {encoding{0.1f, 3}, encoding{0x1p-20f, -128}, encoding{1e3f, 127}, encoding{0.0078f, 0}}) {
    const auto made = adreno_kernels::pack_encoding(code);
    for (int q = -127; q < 128; ++q) {
      const float least = made.least[static_cast<std::size_t>(q + 128)];
      if (std::isinf(least)) continue;
      CHECK(quantize_value(least, code, -128, 127) >= q);
      CHECK(quantize_value(std::nextafter(least, -INFINITY), code, -128, 127) < q);
    }
  }
}

TEST_CASE("quantize has the reference's bits on all ugly numbers") {
  std::mt19937 random(3);
  for (int draw = 0; draw < 12; ++draw) {
    const encoding code = draw_code(random);
    check_ugly_numbers<i8>(random, code);
    check_ugly_numbers<u8>(random, {code.scale, code.zero_point + 128});
  }
}
