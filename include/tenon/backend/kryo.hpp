// SPDX-License-Identifier: Apache-2.0
// The kryo backend.
#pragma once

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/conv2d.hpp>
#include <tenon/backend/kryo/dense.hpp>
