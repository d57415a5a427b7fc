// SPDX-License-Identifier: Apache-2.0
// All operators.
#pragma once

#include <tenon/op/argmax.hpp>
#include <tenon/op/attribute.hpp>
#include <tenon/op/batch_norm.hpp>
#include <tenon/op/bounded.hpp>
#include <tenon/op/clip.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/conv2d.hpp>
#include <tenon/op/conversion.hpp>
#include <tenon/op/dense.hpp>
#include <tenon/op/dequantize.hpp>
#include <tenon/op/edges.hpp>
#include <tenon/op/flatten.hpp>
#include <tenon/op/hard_sigmoid.hpp>
#include <tenon/op/hard_swish.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/leaky_relu.hpp>
#include <tenon/op/linear.hpp>
#include <tenon/op/max_pool.hpp>
#include <tenon/op/origin.hpp>
#include <tenon/op/pooling.hpp>
#include <tenon/op/quantize.hpp>
#include <tenon/op/quantized.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/relu6.hpp>
#include <tenon/op/requantize.hpp>
#include <tenon/op/sigmoid.hpp>
#include <tenon/op/softmax.hpp>
#include <tenon/op/tabulated.hpp>
#include <tenon/op/tanh.hpp>
#include <tenon/op/verify.hpp>
