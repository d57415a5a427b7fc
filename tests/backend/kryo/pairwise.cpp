// SPDX-License-Identifier: Apache-2.0
// Two-input functions on kryo: golden vectors, results with gaps between rows, results over their first
// input.
#include <tenon/backend/kryo/pairwise.hpp>

#include <tenon/op/add.hpp>
#include <tenon/op/maximum.hpp>
#include <tenon/op/sub.hpp>

#include "golden/add.hpp"
#include "golden/maximum.hpp"
#include "golden/mul.hpp"
#include "golden/prelu.hpp"
#include "golden/sub.hpp"
#include "op/golden_pairs.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon;

template <template <auto...> class Operator, class Cases>
void check_golden() {
  tenon_test::for_each_case<Cases>(
      []<class Case>() { CHECK(tenon_test::answer_of_pair<kryo, Operator, Case>() == Case::expected); });
}

TEST_CASE("LiteRT's int8 answers") {
  check_golden<op::add_, tenon_golden::add::cases>();
  check_golden<op::sub_, tenon_golden::sub::cases>();
  check_golden<op::mul_, tenon_golden::mul::cases>();
  check_golden<op::maximum_, tenon_golden::maximum::cases>();
  check_golden<op::prelu_, tenon_golden::prelu::cases>();
}

constexpr operand half{tensor<f16, 4>::value};
static_assert(!has_kernel<kryo, call<op::add_<>, rounding::tflite, half, half, half>>);

template <class Operator, int Pitch>
using on_matrix = kernel<kryo, call<Operator, rounding::tflite, operand{tensor<f32, 2, 3>::value, Pitch},
                                    operand{tensor<f32, 2, 3>::value}, operand{tensor<f32, 2, 3>::value}>>;

TEST_CASE("Rows can have gaps between them, which stay as they are") {
  const std::array<float, 6> a{1, 2, 3, 4, 5, 6};
  std::array<float, 8> y;
  y.fill(-1);
  on_matrix<op::add_<>, 5>::run({-100, 100}, nullptr, y.data(), a.data(), a.data());
  CHECK(y == std::array<float, 8>{2, 4, 6, -1, -1, 8, 10, 12});
}

TEST_CASE("The result can replace the first input, over several blocks") {
  constexpr tensor_type line = tensor<i8, 300>::value;
  using called = tenon_test::one_call<kryo, op::sub_<encoded{{0.1f, 0}}>, rounding::tflite, line, line>;
  std::array<std::int8_t, 300> a{};
  std::array<std::int8_t, 300> b{};
  for (std::size_t i = 0; i < 300; ++i)
    a[i] = static_cast<std::int8_t>(i), b[i] = static_cast<std::int8_t>(7 * i);
  const auto wanted = called::run({encoding{0.1f, 3}, encoding{0.05f, -8}}, a, b);
  const std::array edges{edge_type{line, {0.1f, 3}}, edge_type{line, {0.05f, -8}}};
  using op_type = called::call::op;
  const auto w = called::kernel::pack(op_type::prepare<called::call>({}, edges, op_type::infer(edges).edge));
  called::kernel::run(w, nullptr, a.data(), a.data(), b.data());
  CHECK(a == wanted);
}

}  // namespace
