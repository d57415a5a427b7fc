// SPDX-License-Identifier: Apache-2.0
// The network of the digits example, in float and int8.
#include "../../examples/digits/models.hpp"
#include "model/measure.hpp"

namespace {

const bool registered = [] {
  bench::add_model<digits::float_model, 28 * 28, 10>("digits/float");
  bench::add_model<digits::int8_model, 28 * 28, 10>("digits/int8");
  return true;
}();

}  // namespace
