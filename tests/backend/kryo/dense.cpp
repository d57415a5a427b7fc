// SPDX-License-Identifier: Apache-2.0
// dense on the kryo backend: golden vectors of both rounding policies, what packing lays where, its scratch
// memory.
#include <tenon/backend/kryo/dense.hpp>

#include "golden/dense.hpp"
#include "golden/float32_rounding.hpp"
#include "op/golden_linear.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon;

template <class Backend, int Units, tensor_type Input, class Rounding = rounding::tflite>
using on = tenon_test::one_call<Backend, op::dense_<units{Units}>, Rounding, Input>;

template <class Rounding, class Cases>
void check_cases() {
  tenon_test::for_each_case<Cases>([]<class Case>() {
    using op = tenon_test::dense_of<Case>;
    CHECK(tenon_test::answer_of_linear<kryo, op, Rounding, Case>() == Case::expected);
  });
}

TEST_CASE("LiteRT's reference kernels and rounding::tflite agree") {
  check_cases<rounding::tflite, tenon_golden::dense::cases>();
}

TEST_CASE("LiteRT's default resolver and rounding::float32 agree") {
  check_cases<rounding::float32, tenon_golden::float32_rounding::dense::cases>();
}

// Two units of three inputs in vectors of four columns: [input][unit], zeros for the units that there are
// not.
using portable = kryo_on<isa::scalar>;
using pair = on<portable, 2, tensor<i8, 3>::value, rounding::float32>;
constexpr auto numbers = [] {
  pair::kernel::parameters made{};
  made.kernel = {1, 2, 3, -4, 5, 6};
  made.bias = {100, -100};
  made.factors = {0.5f, 0.25f};
  made.input_zero_point = 10;
  made.output_zero_point = -1;
  made.low = -128;
  made.high = 50;
  return made;
}();
constexpr auto packed = pair::kernel::pack(numbers);
static_assert(packed.weights == std::array<std::int8_t, 16>{1, -4, 0, 0, 2, 5, 0, 0, 3, 6, 0, 0});
static_assert(packed.bias == std::array<std::int32_t, 4>{100 - 10 * 6, -100 - 10 * 7, 0, 0});
static_assert(packed.output.exact.factor[1] == 0.25f && packed.output.exact.factor[2] == 0.0f);
static_assert(packed.output.zero_point == -1 && packed.output.low == -128 && packed.output.high == 50);
static_assert(packed.input_zero_point == 10 && packed.kernel_zero_point == 0);
static_assert(sizeof packed == 3 * 4 * 4 + 6 * 4 + 4 * 4 + 16 + 2 * 4, "no byte of it is padding");

template <class Called>
auto run(const typename Called::kernel::parameters& w, const std::array<std::int8_t, 3>& x) {
  typename Called::array y{};
  std::byte borrowed[64];
  static_assert(Called::kernel::scratch <= sizeof borrowed);
  Called::kernel::run(Called::kernel::pack(w), borrowed, y.data(), x.data());
  return y;
}

TEST_CASE("An example by hand, with and without a kernel zero point") {
  // 100 + (1 * 10 - 2 * 20 + 3 * 0) = 70, and half of it; -100 + (-40 - 100) = -240, and a quarter of it.
  using native = on<kryo, 2, tensor<i8, 3>::value, rounding::float32>;
  constexpr std::array<std::int8_t, 3> x{20, -10, 10};
  CHECK(run<pair>(numbers, x) == std::array<std::int8_t, 2>{34, -61});
  auto moved = numbers;
  // One less for each weight takes off (10 - 20 + 0) = -10, so that sums grow by 10.
  moved.kernel_zero_point = 1;
  CHECK(run<pair>(moved, x) == std::array<std::int8_t, 2>{39, -59});
  CHECK(run<native>(moved, x) == std::array<std::int8_t, 2>{39, -59});
}

static_assert(pair::kernel::variant == "packed_gemm");
static_assert(pair::kernel::scratch == 0, "rows are read where they are");
static_assert(on<portable, 9, tensor<i8, 2, 5, 7>::value>::kernel::rows == 10);
static_assert(on<portable, 9, tensor<f32, 2, 5, 7>::value>::kernel::scratch == 0);
#if defined(__AVX2__) && defined(__FMA__)
// Three rows of seven bytes, as eight words.
static_assert(on<kryo_on<isa::avx2>, 5, tensor<i8, 3, 7>::value>::kernel::scratch == 3 * 8 * 2);
#endif
static_assert(!has_kernel<kryo, on<kryo, 2, tensor<u8, 3>::value>::call>);

TEST_CASE("Real numbers, row by row") {
  using reals = on<kryo, 2, tensor<f32, 2, 3>::value>;
  reals::kernel::parameters w{};
  w.kernel = {1, 2, 3, -1, 0.5f, 4};
  w.bias = {10, -1};
  w.low = -2;
  w.high = 40;
  constexpr std::array<float, 6> x{1, 1, 1, -8, 4, 16};
  reals::array y{};
  reals::kernel::run(reals::kernel::pack(w), nullptr, y.data(), x.data());
  CHECK(y == std::array<float, 4>{16, 2.5f, 40, 40});
}

}  // namespace
