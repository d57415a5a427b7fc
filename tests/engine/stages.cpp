// SPDX-License-Identifier: Apache-2.0
// Faults of a model on a placement: the first stage that finds one, and which node it names.
#include <tenon/engine/stages.hpp>

#include <tenon/engine/engine.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace small_network;
using detail::stage_of_fault;

namespace {

struct nothing : tenon::weights<> {};
struct unnamed_edges : tenon::encodings<tenon::encode<"x", tenon::scale{0.02f}, tenon::zero_point{0}>> {};
struct wide {
  static consteval auto graph() {
    return op::input<"x", tensor<f16, 4>> | op::relu<"y">;
  }
};

using untrained = model<topology, nothing>;
using unencoded = model<topology, small_network::weights, unnamed_edges>;
using here = on<reference>;

static_assert(detail::find_stage<real_model, here>() == stage_of_fault::none);
static_assert(detail::find_stage<real_model, on<>>() == stage_of_fault::placement);
static_assert(detail::find_stage<untrained, here>() == stage_of_fault::model);
static_assert(detail::find_stage<unencoded, here>() == stage_of_fault::encodings);
static_assert(detail::find_stage<model<wide>, here>() == stage_of_fault::kernels);

static_assert(fault_of<engine<real_model, here>>.kind == fault_kind::none);
static_assert(fault_of<engine<real_model, on<>>>.kind == fault_kind::no_backend);
static_assert(fault_of<engine<real_model, here, pinned<"nowhere", reference>>>.kind == fault_kind::unknown_pin);
static_assert(fault_of<engine<real_model, here, pinned<"nowhere", reference>>>.detail == "nowhere");
static_assert(fault_of<engine<untrained, here>>.kind == fault_kind::missing_parameter);
static_assert(fault_of<engine<unencoded, here>>.kind == fault_kind::missing_encoding);
static_assert(fault_of<engine<model<wide>, here>>.kind == fault_kind::no_kernel);
static_assert(fault_of<engine<model<wide>, here>>.node == 1);
static_assert(refusals_of<engine<real_model, here>>.empty());
static_assert(refusals_of<engine<model<wide>, here>>.size() == 1 &&
              refusals_of<engine<model<wide>, here>>[0].backend == "reference" &&
              refusals_of<engine<model<wide>, here>>[0].reason == "has kernels for f32, i8, i16 only");

}  // namespace

TEST_CASE("a sound model passes every stage, and its kernels are found") {
  constexpr fault none = detail::kernel_fault_of<lowered<integer_model>, here>::value;
  CHECK(none.kind == fault_kind::none);
}
