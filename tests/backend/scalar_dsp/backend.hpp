// SPDX-License-Identifier: Apache-2.0
// The tag of scalar_dsp, a backend of three kernels that shows how one is made: docs/guide/adding-a-backend.md.
#pragma once

#include <string_view>

/// A signal processor without vectors that is fastest where it multiplies one input by four weights in a row.
struct scalar_dsp {
  static constexpr std::string_view name = "scalar_dsp";
};
