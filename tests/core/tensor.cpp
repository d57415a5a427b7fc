// SPDX-License-Identifier: Apache-2.0
// Tensor types: bytes, equality, and the words that name them.
#include <tenon/core/tensor.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

template <tensor_type Type>
struct carries {};
template <edge_type Type>
struct carries_edge {};
[[maybe_unused]] constexpr carries<tensor<f32, 2, 3>::value> usable_as_argument{};
[[maybe_unused]] constexpr carries_edge<edge_type{tensor<i8, 2>::value, {0.5f, 1}}> edge_usable_as_argument{};

static_assert(tensor<f32, 49, 10, 1>::value == tensor_type{f32, shape_of(49, 10, 1)});
static_assert(tensor<f32>::value.size() == 1 && tensor<f32>::value.bytes() == 4);
static_assert(tensor<i8, 3, 5>::value.bytes() == 15 && tensor<i16, 3, 5>::value.bytes() == 30);
static_assert(tensor<i8, 3>::value != tensor<u8, 3>::value &&
              tensor<i8, 3>::value != tensor<i8, 3, 1>::value);
static_assert(edge_type{tensor<i8, 3>::value, {0.5f, 1}} != edge_type{tensor<i8, 3>::value, {0.5f, 2}});

}  // namespace

TEST_CASE("bytes are counted beyond the range of int") {
  const tensor_type large{f32, shape_of(1 << 15, 1 << 15)};
  CHECK(large.bytes() == std::size_t{1} << 32);
}
