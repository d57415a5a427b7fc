// SPDX-License-Identifier: Apache-2.0
// Segments of an engine: run one after the other they give the bits of the whole.
#include <tenon/engine/segment.hpp>

#include <tenon/backend/reference.hpp>
#include <tenon/op/operators.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

namespace {

/// Computes what the reference computes, on a processor of its own.
struct coprocessor {
  static constexpr std::string_view name = "coprocessor";
};

}  // namespace

template <class Call>
  requires(tenon::all_elements<Call, tenon::i8> && !tenon::adds_residual<Call> &&
           tenon::has_kernel<tenon::reference, Call>)
struct tenon::kernel<coprocessor, Call> : tenon::kernel<tenon::reference, Call> {};

namespace {

using namespace tenon;

inline constexpr std::array<float, 16> stem_kernel{1, -1, 0.5f, 2, -3, 1, 1, 0.25f, 2, 2, -1, 0, 0.5f, 1, -2, 3};
inline constexpr std::array<float, 4> offset{0.5f, -0.5f, 1, 0};

struct topology {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto stem = input<"x", tensor<f32, 4>> | dense<"stem", units{4}>;
    const auto gate = mul<"scaled">(stem | sigmoid<"gate">, constant<"offset", tensor<f32, 4>>);
    return add<"mix">(stem, gate) | softmax<"scores">;
  }
};
struct arrays : tenon::weights<bind<"stem.kernel", stem_kernel>, bind<"offset.value", offset>> {};
struct codes : tenon::encodings<encode<"x", scale{0.01f}>, encode<"stem", scale{0.05f}, zero_point{3}>,
                                encode<"scaled", scale{0.01f}>, encode<"mix", scale{0.06f}, zero_point{-5}>> {};
using split = engine<model<topology, arrays, codes>, on<coprocessor, reference>, pinned<"gate", reference>>;

// The caller's f32 is quantized by the reference; gate is pinned there too.
constexpr const auto& table = split::placement;
static_assert(table.segments.size() == 5 && table.segments[0].processor == "cpu");
static_assert(table.segments[1].processor == "coprocessor" && table.segments[2].processor == "cpu");
static_assert(table.segments[4].processor == "cpu" && table.crossings.back().name == "scores");

// stem is read in its own segment's neighbours only, and again by mix two segments later.
static_assert(arrivals_of<split, 3>.size() == 2 && arrivals_of<split, 3>[0].name == "stem" &&
              arrivals_of<split, 3>[1].name == "gate");
static_assert(departures_of<split, 1>.size() == 1 && departures_of<split, 1>[0].bytes == 4 &&
              departures_of<split, 1>[0].code == encoding{0.05f, 3});

using first = segment<split, 0>;
using second = segment<split, 1>;
using third = segment<split, 2>;
using fourth = segment<split, 3>;
using fifth = segment<split, 4>;
static_assert(fault_of<fourth>.kind == fault_kind::none && fourth::steps[0].backend == "coprocessor");
static_assert(fourth::arena_bytes <= split::arena_bytes && fourth::placement.segments.size() == 1);

constexpr std::array<float, 4> sample{0.3f, -1.0f, 0.75f, 0.01f};
static_assert([] {
  const auto x = first::evaluate(sample);
  const auto stem = second::evaluate(x);
  const auto gate = third::evaluate(stem);
  return fifth::evaluate(fourth::evaluate(stem, gate)) == split::evaluate(sample);
}());

/// Both halves of this one read the edge between them.
struct shared_topology {
  static consteval auto graph() {
    using namespace tenon::op;
    constexpr encoded code{{0.01f, 0}};
    const auto a = input<"x", tensor<i8, 5>, encoded{{0.1f, 0}}> | sigmoid<"a", code>;
    return outputs(a | op::tanh<"here", code>, a | relu<"there", code>);
  }
};
using shared = engine<model<shared_topology>, on<coprocessor>, pinned<"there", reference>>;
static_assert(shared::placement.segments.size() == 2 && departures_of<shared, 0>.size() == 2);
static_assert(departures_of<shared, 0>[0].name == "here" && departures_of<shared, 0>[1].name == "a");

}  // namespace

TEST_CASE("an edge that a segment reads and gives is both") {
  static segment<shared, 0> left;
  static segment<shared, 1> right;
  static shared machine;
  const std::array<std::int8_t, 5> x{-128, -3, 0, 7, 127};
  std::array<std::int8_t, 5> here{}, a{}, there{}, wanted_here{}, wanted_there{};
  left.run(x, here, a);
  right.run(a, there);
  machine.run(x, wanted_here, wanted_there);
  CHECK(here == wanted_here);
  CHECK(there == wanted_there);
}

TEST_CASE("segments have the weights of their steps only") {
  CHECK(second::weight_bytes > 0);
  CHECK(first::weights_intact());
  CHECK(second::weight_bytes + third::weight_bytes + fourth::weight_bytes <= split::weight_bytes);
}

TEST_CASE_TEMPLATE("laws", Topology, topology, shared_topology) { tenon_laws::check_topology<Topology>(); }
