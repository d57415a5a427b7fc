// SPDX-License-Identifier: Apache-2.0
// kryo's kernels on layers like those of trained networks, each as a function of its own: its loops are looked at, it
// is never run.
#include <tenon/backend/kryo/conv2d.hpp>
#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/kryo/depthwise_conv2d.hpp>
#include <tenon/backend/kryo/pairwise.hpp>
#include <tenon/op/add.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

using namespace tenon;

namespace {

/// Factors near 2^-8 and output encodings as trained layers have them; `Relu`: nothing below the zero point is wanted.
template <bool Relu, class Parameters>
consteval Parameters trained_numbers() {
  Parameters w{};
  std::uint32_t state = 1;
  const auto next = [&] { return static_cast<std::int32_t>((state = state * 1664525u + 1013904223u) >> 8); };
  for (auto& weight : w.kernel) weight = static_cast<std::int8_t>(next() % 101 - 50);
  for (auto& factor : w.factors) factor = Parameters::rule::make_from_real(0.001 + next() * 1e-10);
  w.input_zero_point = -4;
  w.output_zero_point = Relu ? -128 : 3;
  w.low = -128;
  w.high = 127;
  return w;
}

template <class Backend, class Operator, shape... Inputs>
struct layer {
  static constexpr std::array<edge_type, sizeof...(Inputs)> edges{edge_type{{i8, Inputs}, {0.04f, -7}}...};
  static constexpr tensor_type result = Operator::infer(edges).edge.tensor;
  using type = call<Operator, rounding::tflite, operand{result, 0}, operand{{i8, Inputs}, 0}...>;
  using kernel_type = kernel<Backend, type>;

  template <bool Relu>
  static constexpr auto numbers =
      kernel_type::pack(trained_numbers<Relu, typename Operator::template parameters<type>>());
};

using pointwise = layer<kryo, op::conv2d_<filters{128}, window{1, 1}>, shape_of(56, 56, 64)>;
using in_place =
    layer<variant_of<kryo, direct>, op::conv2d_<filters{64}, window{3, 3}, same_padding>, shape_of(56, 56, 64)>;
using full = layer<kryo, op::dense_<units{64}>, shape_of(256)>;
using by_channel = layer<kryo, op::depthwise_conv2d_<window{3, 3}, same_padding>, shape_of(56, 56, 128)>;
using sum = layer<kryo, op::add_<>, shape_of(784, 128), shape_of(784, 128)>;
constexpr auto sum_numbers =
    sum::kernel_type::pack(op::prepare_sum<q31_rule>({}, sum::edges, {sum::result, {0.05f, -3}}));

/// Sixteen sums to int8 and the next: what every kernel of products does at the end of a tile.
template <bool Relu>
void requantize(const std::int32_t* sums, std::int8_t* y, long count) {
  static constexpr auto by = by_channel::numbers<Relu>.output;
  using namespace kryo_kernels;
  with_store_int8<isa::native>(by, y, 16, [&](const auto& epilogue) __attribute__((always_inline)) {
    for (long i = 0; i < count; ++i) {
      tile<isa::native, 1, 4> loaded;
      for (int v = 0; v < 4; ++v) loaded.at[v] = isa::native::load(sums + i * 16 + v * 4);
      epilogue.template store<16>(loaded, static_cast<int>(i), 0);
    }
  });
}

}  // namespace

extern "C" {

void conv2d_1x1(std::byte* scratch, std::int8_t* y, const std::int8_t* x) {
  pointwise::kernel_type::run(pointwise::numbers<true>, scratch, y, x);
}
void conv2d_3x3(std::byte* scratch, std::int8_t* y, const std::int8_t* x) {
  in_place::kernel_type::run(in_place::numbers<true>, scratch, y, x);
}
void dense(std::byte* scratch, std::int8_t* y, const std::int8_t* x) {
  full::kernel_type::run(full::numbers<false>, scratch, y, x);
}
void depthwise_3x3(std::byte* scratch, std::int8_t* y, const std::int8_t* x) {
  by_channel::kernel_type::run(by_channel::numbers<false>, scratch, y, x);
}
void depthwise_3x3_relu(std::byte* scratch, std::int8_t* y, const std::int8_t* x) {
  by_channel::kernel_type::run(by_channel::numbers<true>, scratch, y, x);
}
void add(std::byte* scratch, std::int8_t* y, const std::int8_t* a, const std::int8_t* b) {
  sum::kernel_type::run(sum_numbers, scratch, y, a, b);
}
void requantize_any(const std::int32_t* sums, std::int8_t* y, long count) { requantize<false>(sums, y, count); }
void requantize_relu(const std::int32_t* sums, std::int8_t* y, long count) { requantize<true>(sums, y, count); }
}
