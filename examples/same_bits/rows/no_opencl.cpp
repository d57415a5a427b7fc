// SPDX-License-Identifier: Apache-2.0
// Stands in for the rows of adreno where the program cannot be built with OpenCL.
#include "../rows.hpp"

namespace same_bits {
namespace {

answers without_opencl() {
  answers made{"OpenCL"};
  made.skipped = "it needs the packages opencl-clhpp-headers, ocl-icd-opencl-dev";
  return made;
}

}  // namespace

answers digits_on_adreno(byte_view) { return without_opencl(); }
answers simple_model_on_adreno(byte_view) { return without_opencl(); }
answers residual_on_adreno(byte_view) { return without_opencl(); }

}  // namespace same_bits
