// SPDX-License-Identifier: Apache-2.0
// Blocks of linked numbers: weights that have one, and models that get them in the place of others.
#include <tenon/model/packed_block.hpp>

#include <tenon/op/dense.hpp>
#include <tenon/op/input.hpp>

#include "laws/law.hpp"

#include <array>
#include <type_traits>

using namespace tenon;

namespace {

struct topology {
  static consteval auto graph() {
    using namespace tenon::op;
    return op::input<"x", tensor<f32, 2>> | op::dense<"y", units{1}>;
  }
};

extern const float kernel[2];
const float kernel[2]{1, 2};
unsigned char bytes[64];

struct trained : weights<bind_linked<"y.kernel", kernel>> {};
struct packed_weights : trained {
  static constexpr tenon::packed_block packed_block{bytes, 64, 1, 2};
};

using first = model<topology, trained, encodings<>, rounding::float32>;
using second = with_weights<first, packed_weights>;

static_assert(std::is_same_v<second, model<topology, packed_weights, encodings<>, rounding::float32>>);
static_assert(!has_packed_block<trained> && has_packed_block<packed_weights>);
static_assert(packed_block{}.bytes == nullptr && trained_block{}.size == 0);

TEST_CASE_TEMPLATE("laws", Topology, topology) { tenon_laws::check_topology<Topology>(); }

}  // namespace
