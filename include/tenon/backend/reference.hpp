// SPDX-License-Identifier: Apache-2.0
// The reference backend.
#pragma once

#include <tenon/backend/reference/argmax.hpp>
#include <tenon/backend/reference/assign.hpp>
#include <tenon/backend/reference/average_pool.hpp>
#include <tenon/backend/reference/backend.hpp>
#include <tenon/backend/reference/batch_matmul.hpp>
#include <tenon/backend/reference/batch_norm.hpp>
#include <tenon/backend/reference/concat.hpp>
#include <tenon/backend/reference/conv2d.hpp>
#include <tenon/backend/reference/dense.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>
#include <tenon/backend/reference/dequantize.hpp>
#include <tenon/backend/reference/elementwise.hpp>
#include <tenon/backend/reference/folding.hpp>
#include <tenon/backend/reference/global_max_pool.hpp>
#include <tenon/backend/reference/linear.hpp>
#include <tenon/backend/reference/local_response_norm.hpp>
#include <tenon/backend/reference/max_pool.hpp>
#include <tenon/backend/reference/mean.hpp>
#include <tenon/backend/reference/movement.hpp>
#include <tenon/backend/reference/pad.hpp>
#include <tenon/backend/reference/pairwise.hpp>
#include <tenon/backend/reference/quantize.hpp>
#include <tenon/backend/reference/reduction.hpp>
#include <tenon/backend/reference/reorder.hpp>
#include <tenon/backend/reference/reshape.hpp>
#include <tenon/backend/reference/resize.hpp>
#include <tenon/backend/reference/selection.hpp>
#include <tenon/backend/reference/softmax.hpp>
#include <tenon/backend/reference/transposed_conv2d.hpp>
