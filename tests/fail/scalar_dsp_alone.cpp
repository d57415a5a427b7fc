// says: tried_backends<scalar_dsp>
// SPDX-License-Identifier: Apache-2.0
// The message names the node that the only backend of the policy has no kernel for.
#include "../backend/scalar_dsp/scalar_dsp.hpp"

#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<i8, 4>, encoded{{0.1f, 0}}> | sigmoid<"gate"> | softmax<"scores">;
  }
};
engine<model<little_network>, on<scalar_dsp>> refused;
