// SPDX-License-Identifier: Apache-2.0
// All operators.
#pragma once

#include <tenon/op/conv2d.hpp>
#include <tenon/op/dequantize.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/quantize.hpp>
#include <tenon/op/relu.hpp>
