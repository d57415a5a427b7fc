// SPDX-License-Identifier: Apache-2.0
// The laws of form and of memory plans over the networks that other tests share, and that of the digits.
#include "laws/law.hpp"

#include <doctest/doctest.h>

#include "../../examples/digits/encodings.hpp"
#include "../../examples/digits/network.hpp"
#include "../../examples/digits/weights.hpp"
#include "backend/adreno/networks.hpp"
#include "engine/small_network.hpp"
#include "engine/streaming_networks.hpp"
#include "plan/limited.hpp"

namespace {

using namespace tenon_laws;

template <class Topology>
using made_up_real = tenon::model<Topology, made_up_weights<Topology>>;
template <class Topology>
using made_up_int8 = tenon::model<Topology, made_up_weights<Topology>, made_up_encodings>;

using digits_real = tenon::model<digits::network, digits::weights>;
using digits_int8 = tenon::model<digits::network, digits::weights, digits::encodings>;

}  // namespace

TEST_CASE_TEMPLATE("real numbers", Model, digits_real, limited::real, device_networks::real_model,
                   small_network::real_model, made_up_real<streaming_networks::window_of_three>,
                   made_up_real<streaming_networks::shift_register>, made_up_real<streaming_networks::delay_line>,
                   made_up_real<streaming_networks::running_sum>, made_up_real<streaming_networks::seen_state>) {
  // Some of them leave the passes nothing to do.
  static_assert(passes_that_change<Model, tenon::pipeline<>>(real_passes{}) >= 0);
  check_memory_of<Model>();
}

TEST_CASE_TEMPLATE("int8", Model, digits_int8, limited::integer, device_networks::integer_model,
                   small_network::integer_model, made_up_int8<streaming_networks::window_of_three>,
                   made_up_int8<streaming_networks::running_sum>) {
  static_assert(passes_that_change<Model, before_integers>(integer_passes{}) >= 0);
  check_memory_of<Model>();
}
