// says: tenon: a step works on more bytes than its backend's fast memory holds, and cannot be cut into bands of rows
// says: "scores"
// says: works_on<
// says: allowed<256>
// SPDX-License-Identifier: Apache-2.0
// A softmax over more values than VTCM holds.
#include <tenon/backend/hexagon/softmax.hpp>
#include <tenon/tenon.hpp>

using namespace tenon;

struct little_network {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<i8, 1000>, encoded{{0.1f, 0}}> | softmax<"scores", encoded{{1.0f / 256.0f, -128}}>;
  }
};
engine<model<little_network>, on<hexagon<with_vtcm<v68, 256>>>> refused;
