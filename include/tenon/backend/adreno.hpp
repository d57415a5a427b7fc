// SPDX-License-Identifier: Apache-2.0
// The adreno backend.
#pragma once

#include <tenon/backend/adreno/argmax.hpp>
#include <tenon/backend/adreno/average_pool.hpp>
#include <tenon/backend/adreno/backend.hpp>
#include <tenon/backend/adreno/batch_norm.hpp>
#include <tenon/backend/adreno/chip.hpp>
#include <tenon/backend/adreno/concat.hpp>
#include <tenon/backend/adreno/conv2d.hpp>
#include <tenon/backend/adreno/dense.hpp>
#include <tenon/backend/adreno/depthwise_conv2d.hpp>
#include <tenon/backend/adreno/dequantize.hpp>
#include <tenon/backend/adreno/dots.hpp>
#include <tenon/backend/adreno/elementwise.hpp>
#include <tenon/backend/adreno/formulas.hpp>
#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/global_max_pool.hpp>
#include <tenon/backend/adreno/half.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/backend/adreno/indexing.hpp>
#include <tenon/backend/adreno/join.hpp>
#include <tenon/backend/adreno/linear.hpp>
#include <tenon/backend/adreno/max_pool.hpp>
#include <tenon/backend/adreno/mean.hpp>
#include <tenon/backend/adreno/movement.hpp>
#include <tenon/backend/adreno/pad.hpp>
#include <tenon/backend/adreno/pairwise.hpp>
#include <tenon/backend/adreno/parts.hpp>
#include <tenon/backend/adreno/program.hpp>
#include <tenon/backend/adreno/quantize.hpp>
#include <tenon/backend/adreno/reduction.hpp>
#include <tenon/backend/adreno/reshape.hpp>
#include <tenon/backend/adreno/resize.hpp>
#include <tenon/backend/adreno/softmax.hpp>
#include <tenon/backend/adreno/text.hpp>
#include <tenon/backend/adreno/window.hpp>
