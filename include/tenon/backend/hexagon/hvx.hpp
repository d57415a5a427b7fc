// SPDX-License-Identifier: Apache-2.0
// The vector instructions that kernels use, one function each: the processor's own, or an emulation of them
// on a host.
#pragma once

#if defined(__HVX__)
#include <tenon/backend/hexagon/hvx/processor.hpp>
#else
#include <tenon/backend/hexagon/hvx/emulation.hpp>
#endif
