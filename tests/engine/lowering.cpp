// SPDX-License-Identifier: Apache-2.0
// Lowering: what is fused and converted, one's own pipeline, and faults that stop it.
#include <tenon/engine/lowering.hpp>

#include <engine/small_network.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace tenon;
using namespace small_network;

namespace {

template <class Model>
std::string names_of_nodes() {
  std::string all;
  for_each_index<lowered<Model>::size>([&]<std::size_t Node>() {
    using graph_type = typename lowered<Model>::graph_type;
    all += std::string{name_at<graph_type>(Node)} + ":" + std::string{at<graph_type, Node>::op::word} + " ";
  });
  return all;
}

struct unfinished : tenon::encodings<encode<"x", tenon::scale{0.02f}>> {};
struct untrained : tenon::weights<> {};

static_assert(detail::lower_model<real_model, true>::sound &&
              detail::lower_model<integer_model, true>::sound);
static_assert(!detail::lower_model<model<topology, small_network::weights, unfinished>, true>::sound);
static_assert(lowered<model<topology, untrained>>::size == 0);
static_assert(lowered<model<topology, small_network::weights, tenon::encodings<>, pipeline<>>>::size == 5);

constexpr fault lacking =
    fault_of<engine<model<topology, small_network::weights, unfinished>, on<reference>>>;
static_assert(lacking.kind == fault_kind::missing_encoding && lacking.detail == "hidden.relu");

// An input stays in real numbers beside its integers, which have no name that an encoding could be bound to.
struct input_forgotten : tenon::encodings<encode<"hidden.relu", tenon::scale{0.02f}>,
                                          encode<"logits", tenon::scale{0.1f}>> {};
using without_input = model<topology, small_network::weights, input_forgotten>;
static_assert(fault_of<engine<without_input, on<reference>>>.detail == "x");
static_assert(detail::encoding_name("a.quantized") == "a" &&
              detail::encoding_name("quantized") == "quantized");
static_assert(fault_of<engine<model<topology, untrained>, on<reference>>>.kind ==
              fault_kind::missing_parameter);
static_assert(!fault_of<real_engine> && !fault_of<integer_engine>);

}  // namespace

TEST_CASE("a model in real numbers has its activation fused") {
  CHECK(names_of_nodes<real_model>() == "x:input hidden.relu:dense logits:dense scores:softmax ");
}

TEST_CASE("a quantized model is converted at its border") {
  CHECK(names_of_nodes<integer_model>() ==
        "x:input x.quantized:quantize hidden.relu:dense logits:dense scores.quantized:softmax "
        "scores:dequantize ");
}

TEST_CASE("without passes the network is what was written") {
  CHECK(names_of_nodes<model<topology, small_network::weights, tenon::encodings<>, pipeline<>>>() ==
        "x:input hidden:dense hidden.relu:relu logits:dense scores:softmax ");
}
