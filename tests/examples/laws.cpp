// SPDX-License-Identifier: Apache-2.0
// The laws of passes and of memory plans over the networks of the examples, with their own weights and encodings.
#include "laws/law.hpp"

#include <doctest/doctest.h>

#include "../../examples/digits/models.hpp"
#include "../../examples/residual/network.hpp"
#include "../../examples/simple_model/encodings.hpp"
#include "../../examples/simple_model/network.hpp"
#include "logits_network.hpp"

namespace {

using namespace tenon_laws;
using residual_float = tenon::model<residual::network, residual::weights>;
using residual_int8 = tenon::model<residual::network, residual::weights, residual::encodings>;
using simple_float = tenon::model<simple_model::network, simple_model::weights>;
using simple_int8 = tenon::model<simple_model::network, simple_model::weights, simple_model::encodings>;

template <class Model>
constexpr std::size_t peak_bytes = tenon::memory_plan_of<tenon::lowered<Model>, tenon::on<tenon::reference>, 16>.peak_bytes;

}  // namespace

TEST_CASE_TEMPLATE("laws", Model, digits::float_model, digits::int8_model, digits::logits_model, residual_float,
                   residual_int8, simple_float, simple_int8) {
  check_model<Model>();
}

TEST_CASE("in int8, the sum of the residual block is formed by the convolution before it") {
  static_assert(keeps_form<residual_int8, before_integers, pass::fuse_residual>());
  static_assert(!keeps_form<simple_int8, before_integers, pass::fuse_residual>());
}

TEST_CASE("at its widest, a network holds both sides of its largest layer, in int8 a quarter of the bytes") {
  CHECK(peak_bytes<simple_float> == 224 * 224 * (32 + 64) * 4);
  CHECK(peak_bytes<simple_int8> == 224 * 224 * (32 + 64));
  CHECK(peak_bytes<residual_int8> < peak_bytes<residual_float> / 3);
}
