// SPDX-License-Identifier: Apache-2.0
// One-input functions on batches: which have a formula of their own, and every lane gets its own result.
#include <tenon/backend/kryo/formulas.hpp>

#include <tenon/op/hard_swish.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>

using namespace tenon;
using namespace tenon::kryo_kernels;

namespace {

static_assert(has_batch_formula<op::sigmoid_<>> && has_batch_formula<op::tanh_<>> &&
              !has_batch_formula<op::hard_swish_<>>);
static_assert(has_batch_formula<op::exp_<>> && has_batch_formula<op::log_<>> && has_batch_formula<op::sqrt_<>> &&
              has_batch_formula<op::rsqrt_<>> && has_batch_formula<op::softplus_<>> && has_batch_formula<op::elu_<>>);

template <class Operator>
double largest_error() {
  double largest = 0.0;
  for (int start = -400; start < 400; ++start) {
    std::array<float, floats::size> x{};
    for (std::size_t i = 0; i < x.size(); ++i)
      x[i] = 0.11f * static_cast<float>(start) + 0.013f * static_cast<float>(i);
    std::array<float, floats::size> y{};
    apply_to_batch<Operator>(floats::load_unaligned(x.data())).store_unaligned(y.data());
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double exact = Operator::real(x[i]);
      largest = std::fmax(largest, std::fabs(y[i] - exact) / (std::fabs(exact) + 1e-30));
    }
  }
  return largest;
}

}  // namespace

TEST_CASE("batch formulas are within 1e-5 of those for one number") {
  CHECK(largest_error<op::sigmoid_<>>() < 1e-5);
  CHECK(largest_error<op::tanh_<>>() < 1e-5);
  CHECK(largest_error<op::exp_<>>() < 1e-5);
  CHECK(largest_error<op::softplus_<>>() < 1e-5);
  CHECK(largest_error<op::elu_<alpha{0.7f}>>() < 1e-5);
}

TEST_CASE("without a batch formula every lane is computed by the formula itself") {
  CHECK(largest_error<op::hard_swish_<>>() == 0.0);
}
