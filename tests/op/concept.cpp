// SPDX-License-Identifier: Apache-2.0
// What operators say and offer: each offer is seen where it is made, and only there.
#include <tenon/op/concept.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

struct bare {
  static constexpr std::string_view word = "bare";
  static constexpr int arity = 1;
  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    return inputs[0].tensor.type == f32 ? accept(f32, inputs[0].tensor.extents)
                                        : refuse("tenon: bare takes f32; convert");
  }
};
struct wordless {
  static constexpr int arity = 1;
  static constexpr inferred infer(std::span<const edge_type>) noexcept { return {}; }
};
static_assert(operation<bare> && !operation<wordless> && !operation<int> && wordless::arity == 1);
static_assert(!has_parameters<bare> && !offers_clamp<bare> && !absorbs_clamp<bare> && !offers_affine<bare>);
static_assert(!absorbs_affine<bare> && !offers_padding<bare> && !absorbs_padding<bare> &&
              !offers_addition<bare>);
static_assert(!absorbs_addition<bare> && !may_be_identity<bare> && !only_reshapes<bare> &&
              !works_in_place<bare>);

/// Says "no" where a word is looked for: an offer must be true, not only there.
struct refuses_all : bare {
  static constexpr bool absorbs_clamp = false;
  static constexpr bool absorbs_affine = false;
  static constexpr bool only_reshapes = false;
  static constexpr bool works_in_place = false;
};
static_assert(!absorbs_clamp<refuses_all> && !absorbs_affine<refuses_all> && !only_reshapes<refuses_all> &&
              !works_in_place<refuses_all>);

struct generous : bare {
  static constexpr clamp bounds{0.0f, 1.0f};
  static constexpr bool absorbs_clamp = true;
  static constexpr float affine_epsilon = 0.1f;
  static constexpr bool absorbs_affine = true;
  static constexpr padding image_padding{1, 1, 1, 1};
  static constexpr bool works_in_place = true;
  static constexpr bool only_reshapes = true;
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;
  static constexpr parameter_list parameters_for(std::span<const edge_type>) noexcept {
    return {{{{"kernel", 3}, {"bias", 1, false}}}, 2};
  }
  static constexpr bool is_identity(std::span<const edge_type>) noexcept { return true; }
  static constexpr std::int64_t macs(std::span<const edge_type>, const edge_type& output) noexcept {
    return 5 * output.tensor.size();
  }
};
static_assert(offers_clamp<generous> && absorbs_clamp<generous> && offers_affine<generous> &&
              absorbs_affine<generous>);
static_assert(offers_padding<generous> && works_in_place<generous> && only_reshapes<generous> &&
              may_be_identity<generous>);
static_assert(has_parameters<generous>);

template <auto... Attributes>
struct coded_ : bare {};
template <auto... Attributes>
struct fixed_ : bare {
  static constexpr encoding_rule result_encoding = encoding_rule::fixed;
  static constexpr encoding fixed_encoding{0.5f, 7};
};
constexpr edge_type first{tensor<i8, 2>::value, {0.25f, 3}};
static_assert(encoding_rule_of<bare>() == encoding_rule::calibrated);
static_assert(result_encoding<coded_<encoded{{0.125f, 1}}>>(first) == encoding{0.125f, 1});
static_assert(!result_encoding<coded_<>>(first).known());
static_assert(result_encoding<fixed_<>>(first) == encoding{0.5f, 7});
static_assert(result_encoding<generous>(first) == encoding{0.25f, 3});
static_assert(macs_of<bare>({}, first) == 0 && macs_of<generous>({}, first) == 10);

}  // namespace

TEST_CASE("accepting and refusing") {
  const edge_type real{tensor<f32, 2>::value, {}};
  CHECK(bare::infer({&real, 1}).fault.empty());
  CHECK(bare::infer({&real, 1}).edge == real);
  CHECK(bare::infer({&first, 1}).fault == "tenon: bare takes f32; convert");
}

TEST_CASE("parameters are listed in order and found by name") {
  int count = 0;
  for (const parameter& each : generous::parameters_for({})) count += each.size + (each.required ? 10 : 0);
  CHECK(count == 14);
  const float kernel[]{1.0f, 2.0f, 3.0f};
  parameter_source source;
  source.add("kernel", kernel);
  source.add("bias", {});
  CHECK(source.find("kernel").data() == kernel);
  CHECK(source.find("kernel").size() == 3);
  CHECK(source.find("bias").empty());
  CHECK(source.find("kern").empty());
}
