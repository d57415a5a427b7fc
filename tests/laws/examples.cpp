// SPDX-License-Identifier: Apache-2.0
// The laws of form and of memory plans over networks of the examples, with their own weights and encodings. They are too
// large to be run for each pass.
#include "laws/law.hpp"

#include <doctest/doctest.h>

#include "../../examples/residual/network.hpp"
#include "../../examples/simple_model/encodings.hpp"
#include "../../examples/simple_model/network.hpp"

namespace {

using namespace tenon_laws;
using residual_float = tenon::model<residual::network, residual::weights>;
using residual_int8 = tenon::model<residual::network, residual::weights, residual::encodings>;
using simple_float = tenon::model<simple_model::network, simple_model::weights>;
using simple_int8 = tenon::model<simple_model::network, simple_model::weights, simple_model::encodings>;

template <class Model>
constexpr std::size_t peak_bytes = tenon::memory_plan_of<tenon::lowered<Model>, tenon::on<tenon::reference>, 16>.peak_bytes;

}  // namespace

TEST_CASE_TEMPLATE("laws of form", Model, residual_float, simple_float) {
  static_assert(passes_that_change<Model, tenon::pipeline<>>(real_passes{}) > 0, "activations are fused");
}

TEST_CASE_TEMPLATE("laws of form in int8", Model, residual_int8, simple_int8) {
  static_assert(model_keeps_form<Model, tenon::pipeline<pass::infer_shapes>, pass::quantize>());
  static_assert(passes_that_change<Model, before_integers>(integer_passes{}) >= 0);
}

TEST_CASE("in int8, the sum of the residual block is formed by the convolution before it") {
  static_assert(model_keeps_form<residual_int8, before_integers, pass::fuse_residual>());
  static_assert(!model_keeps_form<simple_int8, before_integers, pass::fuse_residual>());
}

TEST_CASE_TEMPLATE("laws of memory", Model, residual_float, residual_int8, simple_float, simple_int8) {
  check_memory_of<Model>();
}

TEST_CASE("at its widest, a network holds both sides of its largest layer, in int8 a quarter of the bytes") {
  CHECK(peak_bytes<simple_float> == 224 * 224 * (32 + 64) * 4);
  CHECK(peak_bytes<simple_int8> == 224 * 224 * (32 + 64));
  CHECK(peak_bytes<residual_int8> < peak_bytes<residual_float> / 3);
}
