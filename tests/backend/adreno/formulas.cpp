// SPDX-License-Identifier: Apache-2.0
// Every one-input function has its formula, with its own numbers in it.
#include <tenon/backend/adreno/formulas.hpp>

#include <doctest/doctest.h>

#include <string_view>

using namespace tenon;
using namespace tenon::adreno_kernels;

namespace {

template <class Operator>
struct formula_writer {
  constexpr void operator()(text_writer& out) const noexcept { formula<Operator>::put(out); }
};
template <class Operator>
constexpr auto text = render<formula_writer<Operator>>();

static_assert(text<op::relu_<>>.view() == "clamp(x, 0x0p+0f, INFINITY)");
static_assert(text<op::relu6_<>>.view() == "clamp(x, 0x0p+0f, 0x1.8p+2f)");
static_assert(text<op::clip_<clamp{-1.5f, 0.25f}>>.view() == "clamp(x, -0x1.8p+0f, 0x1p-2f)");
static_assert(text<op::leaky_relu_<slope{0.5f}>>.view() == "select(0x1p-1f * x, x, x >= 0.0f)");
static_assert(text<op::hard_sigmoid_<line{0.25f, 0.5f}>>.view() ==
              "clamp(0x1p-2f * x + 0x1p-1f, 0.0f, 1.0f)");
static_assert(text<op::tanh_<>>.view() == "tanh(x)" && text<op::requantize_<>>.view() == "x");
static_assert(text<op::elu_<alpha{0.5f}>>.view() == "select(0x1p-1f * expm1(x), x, x >= 0.0f)");
static_assert(text<op::exp_<>>.view() == "exp(x)" && text<op::log_<>>.view() == "log(x)");
static_assert(text<op::abs_<>>.view() == "fabs(x)" && text<op::neg_<>>.view() == "-x");
static_assert(text<op::sqrt_<>>.view() == "sqrt(x)" && text<op::rsqrt_<>>.view() == "1.0f / sqrt(x)");
static_assert(has_formula<op::softplus_<>> && has_formula<op::square_<>> && has_formula<op::erf_<>>);
static_assert(text<op::selu_<alpha{0.5f}, gain{2.0f}>>.view() == "0x1p+1f * select(0x1p-1f * expm1(x), x, x >= 0.0f)");
static_assert(text<op::celu_<alpha{2.0f}>>.view() == "select(0x1p+1f * expm1(x / 0x1p+1f), x, x >= 0.0f)");
static_assert(text<op::gelu_<>>.view() != text<op::gelu_<approximate{true}>>.view() && has_formula<op::mish_<>>);
static_assert(text<op::floor_<>>.view() == "floor(x)" && text<op::ceil_<>>.view() == "ceil(x)");
static_assert(text<op::round_<>>.view() == "rint(x)" && text<op::sign_<>>.view() == "sign(x)");
static_assert(text<op::thresholded_relu_<alpha{0.5f}>>.view() == "select(0.0f * x, x, x > 0x1p-1f)");
static_assert(has_formula<op::sigmoid_<>> && has_formula<op::hard_swish_<>> && !has_formula<int>);

}  // namespace

TEST_CASE("a formula is one expression over x") {
  for (const std::string_view each :
       {text<op::sigmoid_<>>.view(), text<op::hard_swish_<>>.view(), text<op::leaky_relu_<>>.view()}) {
    CHECK(each.find('x') != std::string_view::npos);
    CHECK(each.find(';') == std::string_view::npos);
  }
}
