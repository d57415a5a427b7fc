// SPDX-License-Identifier: Apache-2.0
// All passes.
#pragma once

#include <tenon/pass/assign_last.hpp>
#include <tenon/pass/fold_batch_norm.hpp>
#include <tenon/pass/fold_constants.hpp>
#include <tenon/pass/fuse_activation.hpp>
#include <tenon/pass/fuse_pad.hpp>
#include <tenon/pass/fuse_residual.hpp>
#include <tenon/pass/infer_shapes.hpp>
#include <tenon/pass/pipeline.hpp>
#include <tenon/pass/quantize.hpp>
#include <tenon/pass/remove_dead_channels.hpp>
#include <tenon/pass/remove_identities.hpp>
#include <tenon/pass/rewrite.hpp>
