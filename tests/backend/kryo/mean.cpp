// SPDX-License-Identifier: Apache-2.0
// mean and global_average_pool on the kryo backend: golden vectors, sums by rows and within them, saturation.
#include <tenon/backend/kryo/mean.hpp>

#include "golden/mean.hpp"
#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon;

template <class Operator, tensor_type Input, class Rounding = rounding::tflite>
using on_kryo = tenon_test::one_call<kryo, Operator, Rounding, Input>;

using pooled = on_kryo<op::global_average_pool_<>, tensor<i8, 4, 4, 70>::value>;
static_assert(pooled::kernel::variant == "channels" && pooled::kernel::scratch == 0);
static_assert(!has_kernel<kryo, on_kryo<op::mean_<axes{0}>, tensor<i32, 4, 4>::value>::call>);

TEST_CASE("LiteRT's int8 answers") {
  tenon_test::for_each_case<tenon_golden::mean::cases>([]<class Case>() {
    constexpr tensor_type input{i8, tenon_test::shape_from(Case::input_shape)};
    using mean = op::mean_<tenon_test::axes_from<axes, Case::axes>(), keep_axes{Case::keep_dims},
                           encoded{Case::output_encoding}>;
    CHECK(on_kryo<mean, input>::run({Case::input_encoding}, Case::input) == Case::expected);
  });
}

TEST_CASE("Means of rows, of columns, and of all") {
  constexpr tensor_type box = tensor<f32, 2, 2, 2>::value;
  constexpr std::array<float, 8> eight{1, 2, 3, 4, 5, 6, 7, 12};
  CHECK(on_kryo<op::mean_<axes{0, 1, 2}>, box>::run({}, eight) == std::array<float, 1>{5});
  CHECK(on_kryo<op::mean_<axes{-3}>, box>::run({}, eight) == std::array<float, 4>{3, 4, 5, 8});
  CHECK(on_kryo<op::mean_<axes{0, 2}>, box>::run({}, eight) == std::array<float, 2>{3.5f, 6.5f});
  CHECK(on_kryo<op::mean_<axes{2}>, box>::run({}, eight) == std::array<float, 4>{1.5f, 3.5f, 5.5f, 9.5f});
  CHECK(on_kryo<op::global_average_pool_<>, box>::run({}, eight) == std::array<float, 2>{4, 6});
}

/// `Pixels` rows of `Channels` values, averaged over the rows and within them. With scales 1 and 1/2 a result
/// is twice the mean of x - 3, moved to 10: the nearest integer, either one at a half.
template <int Pixels, int Channels>
int wrong_means() {
  constexpr tensor_type image = tensor<i8, Pixels, Channels>::value;
  std::array<std::int8_t, static_cast<std::size_t>(Pixels * Channels)> x{};
  std::array<int, std::size_t{Pixels}> rows{};
  std::array<int, std::size_t{Channels}> columns{};
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = static_cast<std::int8_t>(static_cast<int>(i * 89 % 101) - 60);
    rows[i / std::size_t{Channels}] += x[i] - 3;
    columns[i % std::size_t{Channels}] += x[i] - 3;
  }
  const auto is_near = [](int y, int sum, int count) {
    const double wanted = std::fmin(127.0, std::fmax(-128.0, 2.0 * sum / count + 10));
    return std::fabs(y - wanted) <= 0.5 + 1e-6;
  };
  const auto over_rows = on_kryo<op::mean_<axes{0}, encoded{{0.5f, 10}}>, image>::run({encoding{1.0f, 3}}, x);
  const auto in_rows = on_kryo<op::mean_<axes{1}, encoded{{0.5f, 10}}>, image>::run({encoding{1.0f, 3}}, x);
  int wrong = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) wrong += !is_near(over_rows[c], columns[c], Pixels);
  for (std::size_t row = 0; row < rows.size(); ++row) wrong += !is_near(in_rows[row], rows[row], Channels);
  return wrong;
}

TEST_CASE("Whole and broken blocks of channels, averaged either way") {
  CHECK(wrong_means<1, 1>() == 0);
  CHECK(wrong_means<7, 63>() == 0);
  CHECK(wrong_means<3, 64>() == 0);
  CHECK(wrong_means<5, 130>() == 0);
}

template <class Rounding>
void check_ends() {
  constexpr tensor_type row = tensor<i8, 3, 2>::value;
  constexpr std::array<std::int8_t, 6> ends{127, -128, 127, -128, 127, -128};
  using fine = on_kryo<op::mean_<axes{0}, encoded{{1e-3f, 5}}>, row, Rounding>;
  CHECK(fine::run({encoding{1.0f, 0}}, ends) == std::array<std::int8_t, 2>{127, -128});
  using coarse = on_kryo<op::mean_<axes{0}, encoded{{1e7f, 5}}>, row, Rounding>;
  CHECK(coarse::run({encoding{1.0f, 0}}, ends) == std::array<std::int8_t, 2>{5, 5});
}

TEST_CASE("Results saturate where a scale is much finer than its input's, and vanish where it is coarser") {
  check_ends<rounding::tflite>();
  check_ends<rounding::float32>();
}

}  // namespace
