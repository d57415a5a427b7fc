// SPDX-License-Identifier: Apache-2.0
// A node's arrays out of a model's weights, under the name that passes left, with a folded batch
// normalization.
#include <tenon/model/source.hpp>

#include <tenon/graph/graph.hpp>
#include <tenon/model/weights.hpp>
#include <tenon/op/dense.hpp>
#include <tenon/op/relu.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

inline constexpr std::array<float, 6> kernel_values{};
inline constexpr std::array<float, 2> variance{}, mean{};
using bound = weights<bind<"fc.kernel", kernel_values>, bind<"bn.variance", variance>, bind<"bn.mean", mean>>;
constexpr std::array<edge_type, 1> inputs{{{tensor<f32, 3>::value, {}}}};

using own = node<"fc", op::dense_<units{2}>, "x">;
using renamed = node<"out", op::dense_<units{2}, parameters_of<"fc">{}>, "x">;
using folded = node<"bn", op::dense_<units{2}, parameters_of<"fc">{}, affine_of<"bn">{0.5f}>, "x">;

}  // namespace

TEST_CASE("arrays are found under the node's own name, or the one it remembers") {
  CHECK(source_of<bound, own>(inputs).find("kernel").data() == kernel_values.data());
  CHECK(source_of<bound, renamed>(inputs).find("kernel").data() == kernel_values.data());
  CHECK(source_of<bound, node<"other", op::dense_<units{2}>, "x">>(inputs).find("kernel").empty());
  CHECK(source_of<bound, own>(inputs).find("bias").empty());
  CHECK(source_of<bound, own>(inputs).find("affine.variance").empty());
}

TEST_CASE("a folded batch normalization brings its arrays and its epsilon") {
  const parameter_source source = source_of<bound, folded>(inputs);
  CHECK(source.find("affine.variance").data() == variance.data());
  CHECK(source.find("affine.mean").data() == mean.data());
  CHECK(source.find("affine.gamma").empty());
  CHECK(source.affine_epsilon == 0.5f);
}

TEST_CASE("an operator without parameters has an empty source") {
  CHECK(source_of<bound, node<"r", op::relu_<>, "x">>(inputs).count == 0);
}
