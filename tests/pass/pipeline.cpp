// SPDX-License-Identifier: Apache-2.0
// Pipelines named by a model: a pass of the user's own, and passes added, dropped and put in another order.
#include <tenon/pass/pipeline.hpp>

#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>
#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

struct net {
  static consteval auto graph() {
    return input<"x", tensor<f32, 2, 2, 1>> | conv2d<"a", filters{2}> | relu<"a.relu"> | conv2d<"b", filters{1}> |
           relu6<"b.relu">;
  }
};
inline constexpr std::array<float, 2> spread{1.5f, -2.0f};
inline constexpr std::array<float, 2> gather{0.25f, 0.5f};
using arrays = weights<bind<"a.kernel", spread>, bind<"b.kernel", gather>>;

template <class... Policies>
using engine_with = engine<model<net, arrays, encodings<>, Policies...>, on<reference>>;

/// A user's pass: every node that bounds its result becomes a relu6.
template <class Node>
struct capped {
  using type = Node;
};
template <fixed_string Name, fixed_string Input>
struct capped<node<Name, relu_<>, Input>> {
  using type = node<Name, relu6_<>, Input>;
};
struct cap_activations {
  template <class Nodes>
  struct rebuild;
  template <class... Nodes>
  struct rebuild<graph<Nodes...>> {
    using type = graph<typename capped<Nodes>::type...>;
  };
  template <class Network>
  using apply = network<typename rebuild<nodes_of<typename Network::graph_type>>::type, typename Network::model_type>;
};

constexpr std::array<float, 4> x{1, -1, 10, 0.5f};

// The default pipeline, all passes dropped, and one added at either end.
static_assert(engine_with<>::step_count == 2);
static_assert(engine_with<pipeline<>>::step_count == 4);
static_assert(engine_with<pipeline<pass::infer_shapes, pass::fuse_activation>>::step_count == 2);
static_assert(engine_with<default_lowering>::evaluate(x) == engine_with<>::evaluate(x));
static_assert(engine_with<pipeline<>>::evaluate(x) == engine_with<>::evaluate(x));
static_assert(engine_with<pipeline<>>::evaluate(x) == std::array<float, 4>{0.375f, 1.0f, 3.75f, 0.1875f});

// A user's pass before the others changes what is computed; behind fuse_activation it finds nothing to do.
using before_all = pipeline<cap_activations, default_lowering>;
using behind_all = default_lowering::then<cap_activations>;
static_assert(engine_with<before_all>::step_count == 2);
static_assert(engine_with<before_all>::graph_type::size == engine_with<behind_all>::graph_type::size);
constexpr std::array<float, 4> small{0.1f, 0.2f, -5.0f, 8.0f};
static_assert(engine_with<behind_all>::evaluate(small) == engine_with<>::evaluate(small));
static_assert(engine_with<before_all>::evaluate(small) != engine_with<>::evaluate(small));

// A pipeline is a pass, and passes that change nothing keep the network's type.
using model_of_net = model<net, arrays>;
using start = network<model_of_net::graph_type, model_of_net>;
static_assert(std::is_same_v<pipeline<>::apply<start>, start>);
static_assert(std::is_same_v<pipeline<pass::fuse_pad, pass::fold_constants>::apply<start>, start>);
static_assert(
    std::is_same_v<nodes_of<pipeline<pipeline<pass::infer_shapes>, pass::fuse_activation>::apply<start>::graph_type>,
                   nodes_of<pipeline<pass::infer_shapes, pass::fuse_activation>::apply<start>::graph_type>>);

TEST_CASE("a model's own pipeline runs") {
  static engine_with<before_all> engine;
  std::array<float, 4> y{};
  engine.run(small, y);
  CHECK(y == engine_with<before_all>::evaluate(small));
}

TEST_CASE_TEMPLATE("laws", Topology, net) { tenon_laws::check_topology<Topology>(); }

}  // namespace
