// SPDX-License-Identifier: Apache-2.0
// A processor that another program serves: it takes nodes, so that a network can be divided without its kernels.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/core/fixed_string.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/kernel/residual.hpp>

namespace tenon {

/// Stands in a placement for a processor whose kernels this program does not hold: the program of a signal processor
/// says `on<hexagon<v68>, elsewhere<"cpu">>` where that of the host says `on<hexagon<v68>, kryo>`. It takes every node
/// that it is asked for and runs none; a program that calls such a step does not compile.
template <fixed_string Processor>
struct elsewhere {
  static constexpr std::string_view name = Processor.view();
  static constexpr std::size_t alignment = 1;
};

template <fixed_string Processor, class Call>
  requires(!adds_residual<Call>)
struct kernel<elsewhere<Processor>, Call> {
  using packed = no_parameters;
  static constexpr std::string_view variant = "elsewhere";
  static constexpr std::size_t scratch = 0;

  template <class Parameters>
  static constexpr packed pack(const Parameters&) noexcept {
    return {};
  }

  template <class... Anything>
  static constexpr void run(const Anything&...) noexcept {
    static_assert(sizeof...(Anything) == 0,
                  "tenon: a step runs on a processor that another program serves; run the segments of this program's "
                  "processor, as segment<engine, 0>");
  }
};

}  // namespace tenon
