// SPDX-License-Identifier: Apache-2.0
// kryo is a backend for an instruction set: what it computes does not depend on the set.
#include <tenon/backend/kryo/backend.hpp>

#include <tenon/backend/kryo/dense.hpp>

#include "golden/dense.hpp"
#include "instruction_sets.hpp"
#include "op/golden_linear.hpp"

#include <doctest/doctest.h>

#include <type_traits>

namespace {

using namespace tenon;

static_assert(std::is_same_v<kryo, kryo_on<isa::native>> && std::is_same_v<kryo::isa, isa::native>);
static_assert(std::is_empty_v<kryo> && std::is_empty_v<direct> && std::is_empty_v<packed_gemm>);
static_assert(!std::is_same_v<direct, packed_gemm>);

TEST_CASE("every kryo has the one name, and memory that its widest loads may want") {
  tenon_test::usable_sets::each([]<class Isa>() {
    CHECK(kryo_on<Isa>::name == "kryo");
    CHECK(kryo_on<Isa>::alignment % alignof(typename Isa::vector) == 0);
    CHECK(kryo_on<Isa>::alignment >= sizeof(typename Isa::vector));
  });
}

TEST_CASE("every instruction set of this build gives the golden results") {
  using example = tenon_golden::dense::case_0;
  using op = tenon_test::dense_of<example>;
  tenon_test::usable_sets::each([]<class Isa>() {
    CHECK(tenon_test::answer_of_linear<kryo_on<Isa>, op, rounding::tflite, example>() == example::expected);
  });
}

}  // namespace
