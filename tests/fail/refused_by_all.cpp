// says: tenon: no backend in the policy has a kernel for a node
// says: "scores"
// says: has kernels for f32, i8 only
// says: no kernel for this operator
// SPDX-License-Identifier: Apache-2.0
// A node that two backends refuse, each for a reason of its own.
#include "../backend/scalar_dsp/scalar_dsp.hpp"

#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<i16, 4>, encoded{{0.1f, 0}}> | reduce_sum<"scores", axes{0}, encoded{{0.1f, 0}}>;
  }
};
engine<model<little_network>, on<scalar_dsp, reference>> refused;
