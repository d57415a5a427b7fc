// SPDX-License-Identifier: Apache-2.0
// The same convolutions and dense layers by oneDNN, on one thread, where it is installed.
#if __has_include(<oneapi/dnnl/dnnl.hpp>)

#include <string>
#include <unordered_map>
#include <vector>

#include <benchmark/benchmark.h>
#include <oneapi/dnnl/dnnl.hpp>

#include "kernel/cases.hpp"
#include "rivals.hpp"

extern "C" void omp_set_num_threads(int);

namespace bench {
namespace {

using dims = dnnl::memory::dims;
using types = dnnl::memory::data_type;
using tags = dnnl::memory::format_tag;

/// A convolution with int8 inputs, weights and results, a scale for each filter and an int32 bias; or all in float.
struct rival_convolution {
  rival_convolution(const product_case& of, bool integer) : engine(dnnl::engine::kind::cpu, 0), stream(engine) {
    const types type = integer ? types::s8 : types::f32;
    const int out = (of.extent + of.step - 1) / of.step;
    const int total = (out - 1) * of.step + of.window - of.extent;
    const dims before{total / 2, total / 2};
    const dims after{total - total / 2, total - total / 2};
    const dims kernel = of.depthwise ? dims{of.channels, 1, 1, of.window, of.window}
                                     : dims{of.filters, of.channels, of.window, of.window};
    const dnnl::memory::desc x_type{{1, of.channels, of.extent, of.extent}, type, tags::nhwc};
    const dnnl::memory::desc y_type{{1, of.filters, out, out}, type, tags::nhwc};
    const dnnl::memory::desc w_type{kernel, type, tags::any};
    const dnnl::memory::desc b_type{{of.filters}, integer ? types::s32 : types::f32, tags::x};
    dnnl::primitive_attr attributes;
    if (integer) {
      attributes.set_output_scales(2, std::vector<float>(static_cast<std::size_t>(of.filters), 0.001f));
      attributes.set_zero_points(DNNL_ARG_SRC, 0, {-5});
      attributes.set_zero_points(DNNL_ARG_DST, 0, {7});
    }
    const dnnl::convolution_forward::primitive_desc chosen{
        {dnnl::prop_kind::forward_inference, dnnl::algorithm::convolution_direct, x_type, w_type, b_type, y_type,
         {of.step, of.step}, before, after}, attributes, engine};
    const auto memory = [&](const dnnl::memory::desc& desc) {
      dnnl::memory made{desc, engine};
      auto* bytes = static_cast<unsigned char*>(made.get_data_handle());
      for (std::size_t i = 0; i < desc.get_size(); ++i)
        bytes[i] = static_cast<unsigned char>(integer ? i * 37 : i % 4 == 3 ? 0x3e : i * 37);
      return made;
    };
    arguments = {{DNNL_ARG_SRC, memory(x_type)}, {DNNL_ARG_DST, memory(y_type)},
                 {DNNL_ARG_WEIGHTS, memory(chosen.weights_desc())}, {DNNL_ARG_BIAS, memory(b_type)}};
    primitive = dnnl::convolution_forward{chosen};
    macs = 1.0 * out * out * of.filters * of.window * of.window * (of.depthwise ? 1 : of.channels);
  }

  dnnl::engine engine;
  dnnl::stream stream;
  std::unordered_map<int, dnnl::memory> arguments;
  dnnl::primitive primitive;
  double macs = 0;
};

void run_rival(benchmark::State& state, const product_case& of, bool integer) {
  omp_set_num_threads(1);
  try {
    rival_convolution rival{of, integer};
    for (auto _ : state) {
      rival.primitive.execute(rival.stream, rival.arguments);
      rival.stream.wait();
    }
    state.counters["gmac_per_second"] =
        benchmark::Counter(rival.macs * 1e-9 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  } catch (const dnnl::error& error) {
    state.SkipWithError(error.what());
  }
}

const bool registered = [] {
  const dnnl_version_t* version = dnnl_version();
  rival_versions().emplace_back("oneDNN", std::to_string(version->major) + "." + std::to_string(version->minor) + "." +
                                              std::to_string(version->patch));
  for (const product_case& of : product_cases)
    for (const bool integer : {true, false}) {
      const std::string name = "kernel/" + std::string{of.name} + (integer ? "/int8" : "/float") + "/oneDNN";
      benchmark::RegisterBenchmark(name.c_str(), [&of, integer](benchmark::State& state) { run_rival(state, of, integer); })
          ->Unit(benchmark::kMicrosecond)->MinTime(0.05)->Repetitions(5)->ReportAggregatesOnly();
    }
  return true;
}();

}  // namespace
}  // namespace bench

#endif
