// SPDX-License-Identifier: Apache-2.0
// concat on kryo: golden vectors, and what is packed of each input.
#include <tenon/backend/kryo/concat.hpp>

#include "golden/concat.hpp"
#include "op/golden_concat.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstddef>

namespace {

using namespace tenon;

TEST_CASE("LiteRT's int8 answers") {
  tenon_test::for_each_case<tenon_golden::concat::cases>(
      []<class Case>() { CHECK(tenon_test::answer_of_concat<kryo, Case>() == Case::expected); });
}

TEST_CASE("Inputs in the result's encoding are known as such") {
  op::concat_parameters<q31_rule, 3> given;
  given.zero_point = 5;
  given.changes = {{{to_q31(1.0), 5}, {to_q31(1.0), 4}, {to_q31(0.5), 5}}};
  constexpr auto bytes = sizeof(kryo_kernels::packed_concat<isa::native, q31_rule, 3>);
  const auto packed = kryo_kernels::pack_concat<isa::native>(given);
  CHECK(packed.changes[0].same == 1);
  CHECK(packed.changes[1].same == 0);
  CHECK(packed.changes[2].same == 0);
  CHECK(std::bit_cast<std::array<std::byte, bytes>>(packed)[bytes - 1] == std::byte{0});
}

}  // namespace
