// says: tenon: a state is read in one segment and assigned in another; pin the nodes that use it to one backend
// SPDX-License-Identifier: Apache-2.0
// A placement that tears the nodes of a state apart.
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto held = state<"held", tensor<f32, 4>>;
    return add<"sum">(input<"x", tensor<f32, 4>>, held) | assign<"held">;
  }
};
segment<engine<model<little_network>, on<reference>, pinned<"sum", elsewhere<"dsp">>>, 0> refused;
