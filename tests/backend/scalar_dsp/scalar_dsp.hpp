// SPDX-License-Identifier: Apache-2.0
// The scalar_dsp backend.
#pragma once

#include "add.hpp"
#include "backend.hpp"
#include "dense.hpp"
#include "tables.hpp"
