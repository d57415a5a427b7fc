// SPDX-License-Identifier: Apache-2.0
// Measures one kernel on one call, with weights, scales and values drawn at run time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <tenon/backend/kryo.hpp>
#include <tenon/tenon.hpp>

#include "kernel/peak.hpp"

namespace bench {

using namespace tenon;

template <class Type>
std::vector<Type> draw(std::size_t count, std::mt19937& random) {
  std::vector<Type> values(count);
  for (Type& value : values) {
    if constexpr (std::is_same_v<Type, float>) value = std::uniform_real_distribution<float>{-1.0f, 1.0f}(random);
    else value = static_cast<Type>(random());
  }
  return values;
}

/// The arrays that an operator asks for, with random numbers.
template <class Operator>
class drawn_parameters {
 public:
  drawn_parameters(std::span<const edge_type> inputs, std::mt19937& random) {
    if constexpr (has_parameters<Operator>)
      for (const parameter& wanted : Operator::parameters_for(inputs))
        arrays_.emplace_back(wanted.name, draw<float>(static_cast<std::size_t>(wanted.size), random));
    for (const auto& [name, values] : arrays_) source.add(name, values);
  }
  parameter_source source;

 private:
  std::vector<std::pair<std::string_view, std::vector<float>>> arrays_;
};

inline constexpr encoding input_code{0.03f, -5};
inline constexpr encoding output_code{0.06f, 7};

/// An operator with an encoding of its result where it wants one.
template <class Operator, element Type>
struct prepared_operator {
  using type = Operator;
};
template <class Operator>
  requires(encoding_rule_of<Operator>() == encoding_rule::calibrated)
struct prepared_operator<Operator, i8> {
  using type = with_attribute<Operator, encoded{output_code}>;
};

/// The most multiply-adds a cycle: for integers what the instruction set says, for real numbers two fused operations.
template <class Isa>
constexpr int peak_macs(element type) noexcept {
  return type == i8 ? Isa::macs_per_cycle : 2 * Isa::lanes;
}

template <class Backend>
struct isa_of {
  using type = void;
};
template <class Isa>
struct isa_of<kryo_on<Isa>> {
  using type = Isa;
};
template <class Isa, class Variant>
struct isa_of<variant_of<kryo_on<Isa>, Variant>> {
  using type = Isa;
};

template <class Backend, class Operator, tensor_type... Inputs>
void run_kernel(benchmark::State& state) {
  constexpr element type = std::array{Inputs...}[0].type;
  using op = typename prepared_operator<Operator, type>::type;
  constexpr std::array<edge_type, sizeof...(Inputs)> edges{edge_type{Inputs, type == i8 ? input_code : encoding{}}...};
  constexpr edge_type output = op::infer(edges).edge;
  using call_type = call<Operator, rounding::tflite, operand{output.tensor, 0}, operand{Inputs, 0}...>;
  using chosen = kernel<Backend, call_type>;
  std::mt19937 random{1};
  const drawn_parameters<op> arrays{edges, random};
  const auto packed = std::make_unique<const typename chosen::packed>(
      chosen::pack(op::template prepare<call_type>(arrays.source, edges, output)));
  const std::array inputs{draw<storage_t<type>>(static_cast<std::size_t>(Inputs.size()), random)...};
  std::vector<storage_t<output.tensor.type>> y(static_cast<std::size_t>(output.tensor.size()));
  alignas(64) static std::array<std::byte, chosen::scratch + 1> scratch;
  for (auto _ : state) {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      chosen::run(*packed, scratch.data(), y.data(), inputs[Index].data()...);
    }(std::make_index_sequence<sizeof...(Inputs)>{});
    benchmark::DoNotOptimize(y.data());
    benchmark::ClobberMemory();
  }
  const double macs = static_cast<double>(macs_of<op>(edges, output)) * static_cast<double>(state.iterations());
  if (macs <= 0) return;
  state.counters["gmac_per_second"] = benchmark::Counter(macs * 1e-9, benchmark::Counter::kIsRate);
  using isa = typename isa_of<Backend>::type;
  if constexpr (!std::is_void_v<isa>)
    state.counters["peak_share"] =
        benchmark::Counter(macs / (peak_macs<isa>(type) * frequency<isa>()), benchmark::Counter::kIsRate);
}

inline void add(const std::string& name, void (*function)(benchmark::State&)) {
  benchmark::RegisterBenchmark(("kernel/" + name).c_str(), function)
      ->Unit(benchmark::kMicrosecond)->MinTime(0.05)->Repetitions(5)->ReportAggregatesOnly();
}

/// Registers a call on the reference and on kryo's own choice.
template <class Operator, tensor_type... Inputs>
void add_backends(const std::string& name) {
  add(name + "/reference", run_kernel<reference, Operator, Inputs...>);
  add(name + "/kryo", run_kernel<kryo, Operator, Inputs...>);
}

}  // namespace bench
