// SPDX-License-Identifier: Apache-2.0
// A model's policies in any order, and the faults of its arrays.
#include <tenon/model/model.hpp>

#include <tenon/op/dense.hpp>
#include <tenon/op/input.hpp>
#include <tenon/pass/pipeline.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

using namespace tenon;

namespace {

struct topology {
  static consteval auto graph() { return op::input<"x", tensor<f32, 3>> | op::dense<"fc", units{2}>; }
};
inline constexpr std::array<float, 6> six{};
inline constexpr std::array<float, 2> two{};
using whole = weights<bind<"fc.kernel", six>, bind<"fc.bias", two>>;
using codes = encodings<encode<"x", scale{1.0f}>, encode<"fc", scale{1.0f}>>;

using plain = model<topology, whole>;
static_assert(!plain::quantized && plain::border_type == f32 && std::is_void_v<plain::lowering>);
static_assert(std::is_same_v<plain::rounding, rounding::tflite> && plain::scheme.per_channel &&
              !plain::scheme.affine);

using rich =
    model<topology, whole, codes, border<i8>, keep<f32, "fc">,
          quantize_weights<weight_scheme{.affine = true}>, rounding::float32, keep<f32, "x">, pipeline<>>;
static_assert(rich::quantized && rich::border_type == i8 && rich::scheme.affine &&
              std::is_same_v<rich::lowering, pipeline<>>);
static_assert(std::is_same_v<rich::rounding, rounding::float32> && rich::keeps("fc") && rich::keeps("x") &&
              !rich::keeps("f"));
static_assert(!plain::keeps("fc"));

// Names that no node has would be policies and encodings of nothing.
struct shared_codes : encodings<encode<"x", scale{1.0f}>, encode<"fc", scale{1.0f}>, encode<"elsewhere", scale{1.0f}>> {
  static constexpr bool serves_other_networks = true;
};
using twice = encodings<encode<"x", scale{1.0f}>, encode<"fc", scale{1.0f}>, encode<"x", scale{2.0f}>>;
template <class... Parts>
constexpr bool misnames(std::string_view name) {
  constexpr fault found = fault_of<model<topology, whole, Parts...>>;
  return found.kind == fault_kind::unknown_name && found.node == -1 && found.detail == name;
}
static_assert(misnames<codes, keep<f32, "fc", "f">>("f") && misnames<codes, keep<f32, "fc">, keep<f32, "y">>("y"));
static_assert(misnames<encodings<encode<"elsewhere", scale{1.0f}>>>("elsewhere") && misnames<twice>("x"));
static_assert(well_formed<model<topology, whole, shared_codes>>);

template <class... Bindings>
constexpr bool fails(fault_kind kind, int index, std::string_view name) {
  constexpr fault found = fault_of<model<topology, weights<Bindings...>>>;
  return found.kind == kind && found.node == index && found.detail == name;
}
static_assert(well_formed<plain> && well_formed<rich>);
static_assert(fails<bind<"fc.kernel", six>>(fault_kind::none, -1, ""));  // the bias is optional
static_assert(fails<>(fault_kind::missing_parameter, 1, "kernel"));
static_assert(fails<bind<"fc.bias", two>>(fault_kind::missing_parameter, 1, "kernel"));
static_assert(fails<bind<"fc.kernel", two>>(fault_kind::wrong_parameter_size, 1, "kernel"));
static_assert(fails<bind<"fc.kernel", six>, bind<"fc.bias", six>>(fault_kind::wrong_parameter_size, 1,
                                                                  "bias"));

}  // namespace

TEST_CASE("the topology's fault comes before that of the weights") {
  using broken = graph<node<"x", op::input_<tensor<f32, 3>::value>>, node<"fc", op::dense_<units{0}>, "x">>;
  CHECK(fault_of<model<broken>>.kind == fault_kind::refused_inputs);
  CHECK(fault_of<model<graph<>>>.kind == fault_kind::no_node);
}

TEST_CASE_TEMPLATE("laws", Topology, topology) { tenon_laws::check_topology<Topology>(); }
