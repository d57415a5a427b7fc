// SPDX-License-Identifier: Apache-2.0
// conv2d, depthwise_conv2d and dense on the reference and on kryo, in every variant.
#include <string>

#include "kernel/cases.hpp"
#include "kernel/measure.hpp"

namespace bench {
namespace {

template <int Extent, int Channels, int Filters, int Window, int Step, bool Depthwise>
struct shaped {
  static constexpr product_case value{{}, Extent, Channels, Filters, Window, Step, Depthwise};
};

template <class Shaped, element Type>
void add_case(const std::string& name) {
  constexpr window size{Shaped::value.window, Shaped::value.window};
  constexpr stride step{Shaped::value.step, Shaped::value.step};
  if constexpr (Shaped::value.extent == 1) {
    add_backends<op::dense_<units{Shaped::value.filters}>, tensor<Type, Shaped::value.channels>::value>(name);
  } else {
    constexpr tensor_type x = tensor<Type, Shaped::value.extent, Shaped::value.extent, Shaped::value.channels>::value;
    if constexpr (Shaped::value.depthwise) {
      add_backends<op::depthwise_conv2d_<size, step, same_padding>, x>(name);
    } else {
      using conv = op::conv2d_<filters{Shaped::value.filters}, size, step, same_padding>;
      add_backends<conv, x>(name);
      if constexpr (Type == i8) {
        add(name + "/kryo_packed_gemm", run_kernel<variant_of<kryo, packed_gemm>, conv, x>);
        add(name + "/kryo_direct", run_kernel<variant_of<kryo, direct>, conv, x>);
      }
    }
  }
}

template <std::size_t Index>
void add_numbers() {
  constexpr product_case made = product_cases[Index];
  using shape = shaped<made.extent, made.channels, made.filters, made.window, made.step, made.depthwise>;
  add_case<shape, i8>(std::string{made.name} + "/int8");
  add_case<shape, f32>(std::string{made.name} + "/float");
}

std::string peak_in_words() {
  using isa = kryo::isa;
  const auto rounded = [](double x) { return std::to_string(static_cast<int>(x + 0.5)); };
  return std::string{isa::name} + ", about " + rounded(frequency<isa>() * 1e-6) + " MHz, at most " +
         rounded(peak_macs<isa>(i8) * frequency<isa>() * 1e-9) + " GMAC/s int8 and " +
         rounded(peak_macs<isa>(f32) * frequency<isa>() * 1e-9) + " GMAC/s float";
}

const bool registered = [] {
  benchmark::AddCustomContext("kryo", peak_in_words());
  for_each_index<product_cases.size()>([]<std::size_t Index>() { add_numbers<Index>(); });
  return true;
}();

}  // namespace
}  // namespace bench
