// says: tenon: an operator refuses its inputs or attributes
// says: filters
// SPDX-License-Identifier: Apache-2.0
// A second number of filters would be ignored.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4, 4, 2>> | conv2d<"a", filters{2}, filters{5}>;
  }
};
engine<model<little_network>, on<reference>> refused;
