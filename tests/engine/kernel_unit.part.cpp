// SPDX-License-Identifier: Apache-2.0
// The unit that holds the kernels. Its engine knows of no packed numbers.
#include <tenon/engine/kernel_unit.hpp>

#include <engine/linked_network.hpp>

template struct tenon::kernel_unit<linked_network::unpacked_engine>;
