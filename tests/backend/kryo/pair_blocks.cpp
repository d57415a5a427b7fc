// SPDX-License-Identifier: Apache-2.0
// Blocks of two-input functions: every lane is what the operator's rule says.
#include <tenon/backend/kryo/pair_blocks.hpp>

#include <tenon/op/add.hpp>
#include <tenon/op/sub.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <random>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;
using native = isa::native;
constexpr int length = block_length<native>;
using bytes = std::array<std::int8_t, std::size_t{length}>;

constexpr std::array inputs{edge_type{tensor<i8, 4>::value, {0.1f, 3}}, edge_type{tensor<i8, 4>::value, {0.07f, -8}}};
constexpr edge_type output{tensor<i8, 4>::value, {0.15f, 5}};

template <class Operator, class Rule>
void check_against_rule() {
  const op::sum_parameters<Rule> w = op::prepare_sum<Rule>({}, inputs, output);
  const auto packed = pack_pairwise<native>(w);
  std::mt19937 random(3);
  int wrong = 0;
  for (int round = 0; round < 1000; ++round) {
    bytes a, b, y;
    for (std::int8_t& x : a) x = static_cast<std::int8_t>(random());
    for (std::int8_t& x : b) x = static_cast<std::int8_t>(random());
    int_block<native> x = widen<native, 1>(a.data(), length, inputs[0].code.zero_point);
    int_block<native> z = widen<native, 1>(b.data(), length, inputs[1].code.zero_point);
    combine<Operator>(packed, x, z);
    int8_store{w.store.zero_point, w.store.low, w.store.high}.write(x, y.data(), length);
    for (std::size_t i = 0; i < y.size(); ++i) wrong += y[i] != Operator::integer(w, a[i], b[i]);
  }
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("sums and differences by each rule") {
  check_against_rule<op::add_<>, q31_rule>();
  check_against_rule<op::sub_<>, q31_rule>();
  check_against_rule<op::add_<>, float32_rule>();
  check_against_rule<op::sub_<>, float32_rule>();
}

TEST_CASE("sums in one step, where that is proved") {
  const op::sum_parameters<q31_rule> w = op::prepare_sum<q31_rule>({}, inputs, output);
  const linear_sum linear = linear_search<24, true>(w, true).find();
  REQUIRE(linear.is_exact != 0);
  bytes a{}, b{}, y;
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = static_cast<std::int8_t>(7 * i), b[i] = static_cast<std::int8_t>(90 * i);
  int_block<native> x = widen<native, 1>(a.data(), length, 0);
  combine_linearly<native>(linear, x, widen<native, 1>(b.data(), length, 0));
  int8_store{0, w.store.low, w.store.high}.write(x, y.data(), length);
  for (std::size_t i = 0; i < y.size(); ++i) CHECK(y[i] == op::add_<>::integer(w, a[i], b[i]));
}
