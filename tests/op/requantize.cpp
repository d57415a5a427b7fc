// SPDX-License-Identifier: Apache-2.0
// requantize: LiteRT's answers for all 256 integers, both roundings computed twice, when it does nothing.
#include <tenon/op/requantize.hpp>

#include <tenon/tenon.hpp>

#include <golden/requantize.hpp>
#include <op/one_input.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::requantize_<encoded{{0.25f, -1}}>;

static_assert(operation<word> && one_input_function<word> && may_be_identity<word> && works_in_place<word>);
static_assert(inferred_from<word>(tensor<i8, 3>::value, {0.5f, 0}).edge.code == encoding{0.25f, -1});

constexpr bool is_identity(tensor_type type, encoding code) {
  const std::array<edge_type, 1> inputs{{{type, code}}};
  return word::is_identity(inputs);
}
static_assert(is_identity(tensor<i8, 3>::value, {0.25f, -1}));
// Real numbers that pass by may become integers later.
static_assert(!is_identity(tensor<f32, 3>::value, {}));
constexpr std::array<edge_type, 1> real{{{tensor<f32, 3>::value, {}}}};
static_assert(op::requantize_<>::is_identity(real));
static_assert(!is_identity(tensor<i8, 3>::value, {0.25f, 0}) &&
              !is_identity(tensor<i8, 3>::value, {0.5f, -1}));

// Between int8 and uint8 the elements change too, where a node says so.
using to_unsigned = op::requantize_<u8, encoded{{0.25f, 127}}>;
static_assert(inferred_from<to_unsigned>(tensor<i8, 3>::value, {0.25f, -1}).edge ==
              edge_type{tensor<u8, 3>::value, {0.25f, 127}});
static_assert(inferred_from<to_unsigned>(tensor<f32, 3>::value).edge.tensor == tensor<f32, 3>::value);
static_assert(inferred_from<op::requantize_<f16>>(tensor<i8, 2>::value).fault ==
              "tenon: requantize names an element type that it cannot make; name i8, u8 or i16");
constexpr std::array<edge_type, 1> encoded_alike{{{tensor<i8, 3>::value, {0.25f, 127}}}};
static_assert(!to_unsigned::is_identity(encoded_alike) && !op::requantize_<u8>::is_identity(real));

// A network that is written in real numbers and quantized by its encodings keeps the change of encoding: 4 * 0.5 is 2,
// and so is (7 + 1) * 0.25.
struct changed {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 2>> | requantize<"y", encoded{{0.25f, -1}}>;
  }
};
struct changed_codes : encodings<encode<"x", tenon::scale{0.5f}>> {};
static_assert(engine<model<changed, weights<>, changed_codes, border<i8>>, on<reference>>::evaluate({4, -100}) ==
              std::array<std::int8_t, 2>{7, -128});

// The factor is formed in double: 2 * 0.7499... is below the half.
static_assert(run_all<reference, word>(just_below_numerator, just_below_denominator)[128 + 2] == 1);

template <class Rounding>
void check_against_second_computation() {
  for (const auto& [in, out] : encoding_pairs) {
    const auto y = run_all<reference, word, Rounding>(in, out);
    const double factor = double{in.scale} / double{out.scale};
    int wrong = 0;
    for (int q = -128; q < 128; ++q)
      wrong += y[static_cast<std::size_t>(q + 128)] !=
               within(out.zero_point + scaled_again<Rounding>(q - in.zero_point, factor), -128, 127);
    CHECK(wrong == 0);
  }
}

}  // namespace

TEST_CASE("requantize equals LiteRT on all 256 integers") {
  for_each_case<tenon_golden::requantize::cases>([]<class Case>() {
    CHECK(run_all<reference, word>(Case::input_encoding, Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("requantize equals a second computation under both roundings, and they differ on halves") {
  check_against_second_computation<rounding::tflite>();
  check_against_second_computation<rounding::float32>();
  CHECK(run_all<reference, word>({0.5f, 0}, {1.0f, 0}) !=
        run_all<reference, word, rounding::float32>({0.5f, 0}, {1.0f, 0}));
}

TEST_CASE("requantize to the same encoding changes nothing, and real numbers pass") {
  CHECK(run_all<reference, word>({0.037f, 19}, {0.037f, 19}) == all_int8());
  const std::array<float, 3> x{-4.0f, 0.1f, 10.0f};
  CHECK(run_one<reference, word, tensor<f32, 3>::value>(x) == x);
}

TEST_CASE_TEMPLATE("laws", Topology, changed) { tenon_laws::check_topology<Topology>(); }
