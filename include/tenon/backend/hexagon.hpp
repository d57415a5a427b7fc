// SPDX-License-Identifier: Apache-2.0
// The Hexagon backend with all its kernels.
#pragma once

#include <tenon/backend/hexagon/argmax.hpp>
#include <tenon/backend/hexagon/average_pool.hpp>
#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/concat.hpp>
#include <tenon/backend/hexagon/conv2d.hpp>
#include <tenon/backend/hexagon/convolution.hpp>
#include <tenon/backend/hexagon/dense.hpp>
#include <tenon/backend/hexagon/depthwise.hpp>
#include <tenon/backend/hexagon/depthwise_conv2d.hpp>
#include <tenon/backend/hexagon/depthwise_rows.hpp>
#include <tenon/backend/hexagon/dequantize.hpp>
#include <tenon/backend/hexagon/elementwise.hpp>
#include <tenon/backend/hexagon/global_max_pool.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/backend/hexagon/linear_sum.hpp>
#include <tenon/backend/hexagon/max_pool.hpp>
#include <tenon/backend/hexagon/mean.hpp>
#include <tenon/backend/hexagon/movement.hpp>
#include <tenon/backend/hexagon/pad.hpp>
#include <tenon/backend/hexagon/pairwise.hpp>
#include <tenon/backend/hexagon/pooling.hpp>
#include <tenon/backend/hexagon/packed_product.hpp>
#include <tenon/backend/hexagon/product.hpp>
#include <tenon/backend/hexagon/quantize.hpp>
#include <tenon/backend/hexagon/reduction.hpp>
#include <tenon/backend/hexagon/requantize.hpp>
#include <tenon/backend/hexagon/reshape.hpp>
#include <tenon/backend/hexagon/resize.hpp>
#include <tenon/backend/hexagon/softmax.hpp>
#include <tenon/backend/hexagon/sums.hpp>
#include <tenon/backend/hexagon/tables.hpp>
#include <tenon/backend/hexagon/words.hpp>
