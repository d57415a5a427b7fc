// SPDX-License-Identifier: Apache-2.0
// The front door: networks, operators, passes, the engine and the reference backend. Other backends come by their own
// header, as <tenon/backend/kryo.hpp>.
#pragma once

#include <tenon/backend/reference.hpp>
#include <tenon/core/least_float.hpp>
#include <tenon/engine/engine.hpp>
#include <tenon/engine/segment.hpp>
#include <tenon/model/port_axes.hpp>
#include <tenon/op/operators.hpp>
