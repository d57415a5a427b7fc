// SPDX-License-Identifier: Apache-2.0
// elu: LiteRT's answers for all 256 integers, and limits other than 1.
#include <tenon/op/elu.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/elu.hpp>
#include <op/one_input.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::elu_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
static_assert(word::real(3.0f) == 3.0f && word::real(0.0f) == 0.0f && word::real(-100.0f) == -1.0f);
static_assert(word::real(-1.0f) == -0.632120550f && word::real(-1e-20f) == -1e-20f);
static_assert(op::elu_<alpha{0.5f}>::real(-100.0f) == -0.5f && op::elu_<alpha{0.5f}>::limit == 0.5f);
static_assert(equals_golden<word, tenon_golden::elu::cases>());

}  // namespace
