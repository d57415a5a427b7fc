// SPDX-License-Identifier: Apache-2.0
// remove_identities: what goes, what stays, and whose name is kept.
#include <tenon/pass/remove_identities.hpp>

#include <tenon/tenon.hpp>

#include "laws/form.hpp"

#include <doctest/doctest.h>

#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::op;

template <class Graph, class... Codes>
using applied = tenon_laws::graph_after<pass::remove_identities, Graph, weights<>, encodings<Codes...>>;

using x = node<"x", input_<tensor<f32, 2, 2, 3>::value>>;
template <fixed_string Name, fixed_string Input>
using same_shape = node<Name, reshape_<extents{2, 2, 3}>, Input>;
template <fixed_string Name, fixed_string Input>
using other_shape = node<Name, reshape_<extents{12}>, Input>;
template <fixed_string Name, fixed_string Input>
using bounded_at_zero = node<Name, relu_<>, Input>;

using nothing_to_do = graph<x, bounded_at_zero<"a", "x">, other_shape<"b", "a">>;
static_assert(std::is_same_v<applied<nothing_to_do>, nothing_to_do>);

// Two in a row, with two readers.
static_assert(std::is_same_v<applied<graph<x, same_shape<"i", "x">, node<"p", pad_<padding{0, 0, 0, 0}>, "i">,
                                           bounded_at_zero<"a", "p">, node<"sum", add_<>, "a", "i">>>,
                             graph<x, bounded_at_zero<"a", "x">, node<"sum", add_<>, "a", "x">>>);

// An output gives its name to its producer, also past another identity, at its own place among the outputs.
static_assert(std::is_same_v<applied<graph<x, bounded_at_zero<"a", "x">, bounded_at_zero<"first", "x">,
                                           same_shape<"i", "a">, same_shape<"last", "i">>>,
                             graph<x, bounded_at_zero<"first", "x">, bounded_at_zero<"last", "x">>>);

// Nobody else can have the name: the producer is an input, or read by others.
using of_input = graph<x, same_shape<"out", "x">>;
static_assert(std::is_same_v<applied<of_input>, of_input>);
using of_shared = graph<x, bounded_at_zero<"a", "x">, same_shape<"out", "a">, other_shape<"flat", "a">>;
static_assert(std::is_same_v<applied<of_shared>, of_shared>);

// A renamed producer still finds its arrays and its encoding.
using convolved = graph<x, node<"c", conv2d_<filters{3}>, "x">, same_shape<"out", "c">>;
static_assert(std::is_same_v<applied<convolved>, graph<x, node<"out", conv2d_<filters{3}, parameters_of<"c">{}>, "x">>>);
static_assert(std::is_same_v<applied<convolved, encode<"c", scale{0.5f}>>,
                             graph<x, node<"out", conv2d_<filters{3}, parameters_of<"c">{}, encoded{{0.5f, 0}}>, "x">>>);

TEST_CASE("identities have no step") {
  CHECK(size_of<applied<convolved>> == 2);
}

}  // namespace
