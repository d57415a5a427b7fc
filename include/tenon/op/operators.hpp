// SPDX-License-Identifier: Apache-2.0
// All operators.
#pragma once

#include <tenon/op/argmax.hpp>
#include <tenon/op/clip.hpp>
#include <tenon/op/conv2d.hpp>
#include <tenon/op/dequantize.hpp>
#include <tenon/op/hard_sigmoid.hpp>
#include <tenon/op/hard_swish.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/leaky_relu.hpp>
#include <tenon/op/quantize.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/relu6.hpp>
#include <tenon/op/requantize.hpp>
#include <tenon/op/sigmoid.hpp>
#include <tenon/op/softmax.hpp>
#include <tenon/op/tanh.hpp>
