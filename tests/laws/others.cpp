// SPDX-License-Identifier: Apache-2.0
// The laws of passes and of memory plans over networks that tests share.
#include "laws/law.hpp"

#include <doctest/doctest.h>

#include "backend/adreno/networks.hpp"
#include "cross/hexagon/networks.hpp"
#include "cross/hexagon/segments/network.hpp"
#include "engine/small_network.hpp"
#include "plan/limited.hpp"

TEST_CASE_TEMPLATE("laws of trained networks", Model, limited::real, limited::integer, device_networks::real_model,
                   device_networks::integer_model, small_network::real_model, small_network::integer_model,
                   hexagon_networks::two_branches, hexagon_networks::blocks, segments::trained) {
  tenon_laws::check_model<Model>();
}
