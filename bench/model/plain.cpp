// SPDX-License-Identifier: Apache-2.0
// The plain network of the examples, two convolutions of 3 to 32 to 64 channels over a picture, in float and int8.
#include <cstddef>

#include "../../examples/simple_model/encodings.hpp"
#include "../../examples/simple_model/network.hpp"
#include "model/measure.hpp"

namespace {

using namespace simple_model;

const bool registered = [] {
  constexpr std::size_t pixels = 224 * 224 * 3;
  bench::add_model<tenon::model<network, weights>, pixels, 10>("simple_model/float");
  bench::add_model<tenon::model<network, weights, encodings>, pixels, 10>("simple_model/int8");
  return true;
}();

}  // namespace
