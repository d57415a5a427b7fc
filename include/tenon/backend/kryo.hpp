// SPDX-License-Identifier: Apache-2.0
// The kryo backend.
#pragma once

#include <tenon/backend/kryo/argmax.hpp>
#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/batches.hpp>
#include <tenon/backend/kryo/concat.hpp>
#include <tenon/backend/kryo/conv2d.hpp>
#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/kryo/dequantize.hpp>
#include <tenon/backend/kryo/elementwise.hpp>
#include <tenon/backend/kryo/formulas.hpp>
#include <tenon/backend/kryo/movement.hpp>
#include <tenon/backend/kryo/pad.hpp>
#include <tenon/backend/kryo/pairwise.hpp>
#include <tenon/backend/kryo/quantize.hpp>
#include <tenon/backend/kryo/rescale.hpp>
#include <tenon/backend/kryo/reshape.hpp>
#include <tenon/backend/kryo/resize.hpp>
#include <tenon/backend/kryo/rows.hpp>
#include <tenon/backend/kryo/softmax.hpp>
