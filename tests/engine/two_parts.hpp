// SPDX-License-Identifier: Apache-2.0
// The linked network as it runs in one translation unit, with its kernels in another.
#pragma once

#include <engine/linked_network.hpp>

#include <array>

/// In the unit without kernels.
std::array<float, 2> run_with_kernels_elsewhere(const std::array<float, 4>& x);
