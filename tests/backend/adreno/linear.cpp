// SPDX-License-Identifier: Apache-2.0
// Numbers of layers: the order of weights, whole words, halves; and the text of products and stores.
#include <tenon/backend/adreno/linear.hpp>

#include <doctest/doctest.h>

#include <array>
#include <bit>

using namespace tenon;
using namespace tenon::adreno_kernels;

namespace {

using plain = adreno<a640>;
using halved = adreno<a640, real_storage::f16>;
using integer_parameters = op::linear_parameters<i8, q31_rule, 4, 3>;
using real_parameters = op::linear_parameters<f32, q31_rule, 3, 1>;
using integer_layer = layer<plain, integer_parameters>;

constexpr integer_parameters numbered = [] {
  integer_parameters made;
  for (std::size_t i = 0; i < 12; ++i) made.kernel[i] = static_cast<std::int8_t>(i);
  made.bias = {1, 2, 3, 4};
  made.high = 5;
  return made;
}();

constexpr auto by_twos = pack_by_lanes<integer_layer, 2>(numbered);
static_assert(by_twos.kernel == std::array<std::int8_t, 12>{0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11});
static_assert(by_twos.bias[3] == 4 && by_twos.high == 5);
static_assert(pack_as_they_are<integer_layer>(numbered).kernel[7] == 7);
static_assert(pack_by_lanes<integer_layer, 1>(numbered).kernel ==
              std::array<std::int8_t, 12>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});

constexpr auto halves =
    pack_as_they_are<layer<halved, real_parameters>>({{1.0f, 0.5f, -2.0f}, {7.0f, 8.0f, 9.0f}, 0.0f, 6.0f});
static_assert(halves.kernel == std::array<std::uint16_t, 4>{0x3c00, 0x3800, 0xc000, 0} &&
              halves.bias[2] == 9.0f && halves.high == 6.0f);

// Without padding, every byte is a number.
static_assert(sizeof(by_twos) == 12 + 4 * 4 + 4 * 8 + 5 * 4 && sizeof(halves) == 4 * 2 + 3 * 4 + 2 * 4);

template <class Layer, int Depth, int Lanes>
struct products_writer {
  constexpr void operator()(text_writer& out) const noexcept {
    put_start<Layer>(out, Lanes);
    put_products<plain, Layer>(out, Depth, Lanes);
    put_store<plain, Layer>(out, Lanes);
  }
};

}  // namespace

TEST_CASE("products of real numbers, four values at a time") {
  constexpr auto text = render<products_writer<layer<plain, real_parameters>, 8, 2>>();
  CHECK(text.view() == R"(float2 sum = vload2(0, w->bias + o);
for (int k = 0; k < 8; k += 4) {
  const float4 value = vload4(0, x + from + k);
  sum += value.s0 * vload2(tap + k, weights);
  sum += value.s1 * vload2(tap + k + 1, weights);
  sum += value.s2 * vload2(tap + k + 2, weights);
  sum += value.s3 * vload2(tap + k + 3, weights);
}
vstore2(clamp(sum, w->low, w->high), 0, y + to);
)");
}

TEST_CASE("products of int8, one value, one lane") {
  constexpr auto text = render<products_writer<integer_layer, 1, 1>>();
  CHECK(text.view() == R"(uint1 sum = as_uint1(vload1(0, w->bias + o));
const int1 value = convert_int1(vload1(0, x + from)) - w->input_zero_point;
sum += as_uint1(value * (convert_int1(vload1(tap, weights)) - w->kernel_zero_point));
const char1 result = (char1)(
  store_int8(scale_q31(as_int(sum), w->factors[o]), w->output_zero_point, w->low, w->high)
);
vstore1(result, 0, y + to);
)");
}
