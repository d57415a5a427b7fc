// SPDX-License-Identifier: Apache-2.0
// The plain convolution network on the adreno backend.
#include "../simple_model_model.hpp"
#include "../on_opencl.hpp"
#include "../rows.hpp"

namespace same_bits {

answers simple_model_on_adreno(byte_view inputs) { return run_on_opencl<simple_model_model, simple_model_size>(inputs); }

}  // namespace same_bits
