// SPDX-License-Identifier: Apache-2.0
// Which backend runs a node: the first that can, pins first, nowhere if none.
#include <tenon/plan/placement.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/model/network.hpp>
#include <tenon/op/input.hpp>
#include <tenon/op/relu.hpp>

#include <doctest/doctest.h>

namespace {

struct first {
  static constexpr std::string_view name = "first";
  static constexpr std::size_t alignment = 1;
};
struct second {
  static constexpr std::string_view name = "second";
  static constexpr std::size_t alignment = 1;
};
struct slow {};

struct runs_all {
  using packed = tenon::no_parameters;
  static constexpr std::string_view variant = "all";
  static constexpr std::size_t scratch = 0;
};

}  // namespace

/// The first backend has f32 only, the second everything; the second has a slow way too.
template <class Call>
requires tenon::all_elements<Call, tenon::f32>
struct tenon::kernel<first, Call> : runs_all {
};
template <class Call>
struct tenon::kernel<second, Call> : runs_all {};
template <class Call>
struct tenon::kernel<tenon::variant_of<second, slow>, Call> : runs_all {};

namespace {

using namespace tenon;

struct any_model {
  using rounding = tenon::rounding::tflite;
};
using mixed =
    graph<node<"x", op::input_<tensor<f32, 3>::value>>, node<"a", op::relu_<>, "x">,
          node<"y", op::input_<tensor<i8, 4>::value>>, node<"b", op::relu_<parameters_of<"old">{}>, "y">>;
using lowered_net = tenon::network<mixed, any_model>;

template <std::size_t Node, class Placement>
using chosen = backend_of<lowered_net, Node, Placement>;

// Layers that differ in names and scales only have one kernel; bounds belong to it.
template <class Operator>
using known = typename detail::kernel_operator<Operator>::type;
static_assert(std::is_same_v<known<op::relu_<parameters_of<"old">{}, encoded{{0.5f, 3}}>>, op::relu_<>>);
static_assert(std::is_same_v<known<op::relu_<clamp{0, 6}, residual{{0.5f, 3}, {0, 1}}>>,
                             op::relu_<clamp{0, 6}, residual{{}, {0, 1}}>>);

static_assert(first::name != second::name && first::alignment == second::alignment);
static_assert(std::is_same_v<chosen<1, on<first, second>>, first> &&
              std::is_same_v<chosen<3, on<first, second>>, second>);
static_assert(std::is_same_v<chosen<1, on<second, first>>, second> &&
              std::is_same_v<chosen<3, on<first>>, nowhere>);

using slowly = pinned<"a", variant_of<second, slow>>;
static_assert(std::is_same_v<chosen<1, placed_with<on<first>, slowly>>, variant_of<second, slow>>);
static_assert(std::is_same_v<chosen<3, placed_with<on<second>, slowly>>, second>);
// A node is pinned under its name, or under that of its parameters.
static_assert(std::is_same_v<chosen<3, placed_with<on<second>, pinned<"old", variant_of<second, slow>>>>,
                             variant_of<second, slow>>);
static_assert(std::is_same_v<chosen<3, placed_with<on<second>, pinned<"b", variant_of<second, slow>>>>,
                             variant_of<second, slow>>);
// A pin to a backend without a kernel leaves the node nowhere: no silent fallback.
static_assert(std::is_same_v<chosen<3, placed_with<on<second>, pinned<"b", first>>>, nowhere>);
// The first pin counts.
static_assert(std::is_same_v<chosen<1, placed_with<on<second>, pinned<"a", first>, slowly>>, first>);

using made = call_of<lowered_net, 1>;
static_assert(calls<made, op::relu_> && made::x == tensor<f32, 3>::value && made::result.pitch == 0);
static_assert(call_of<lowered_net, 1, 8>::result.pitch == 8 &&
              std::is_same_v<made::rounding, rounding::tflite>);

}  // namespace

TEST_CASE("a pin names whole names") {
  CHECK(slowly::names("a", "other"));
  CHECK(slowly::names("other", "a"));
  CHECK(!slowly::names("a.relu", ""));
}
