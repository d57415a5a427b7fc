// SPDX-License-Identifier: Apache-2.0
// Parts: the launches that one step stands for; most have one, a sum after a convolution or a concatenation
// has several.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/core/type_list.hpp>
#include <tenon/kernel/residual.hpp>

namespace tenon::adreno_kernels {

/// What a launch reads instead of an input: the result of the launches before it.
inline constexpr int own_result = -1;

/// One launch of a step: a kernel, where its numbers lie in those of the step, and which inputs it reads.
template <class Kernel, class Call, std::size_t NumbersOffset, int... Reads>
struct part {
  using kernel_type = Kernel;
  using call_type = Call;
  static constexpr std::size_t numbers_offset = NumbersOffset;
  static constexpr std::array<int, sizeof...(Reads)> reads{Reads...};
  /// The same once the first bytes of the step's numbers are left out; its own are none of them, or begin
  /// with them.
  static constexpr std::size_t offset_after(std::size_t skipped) noexcept {
    return NumbersOffset == 0 ? 0 : NumbersOffset - skipped;
  }
  static constexpr bool has_numbers = !std::is_empty_v<typename Kernel::packed>;
};

template <class Kernel, class Call, class Indices>
struct whole;
template <class Kernel, class Call, std::size_t... Index>
struct whole<Kernel, Call, std::index_sequence<Index...>> {
  using type = type_list<part<Kernel, Call, 0, static_cast<int>(Index)...>>;
};

template <class Kernel, class Call>
struct find_parts : whole<Kernel, Call, std::make_index_sequence<Call::input_count>> {};
template <class Kernel, class Call>
  requires requires { typename Kernel::parts; }
struct find_parts<Kernel, Call> {
  using type = typename Kernel::parts;
};

/// The launches of a kernel for a call, as a type_list of parts.
template <class Kernel, class Call>
using parts_of = typename find_parts<Kernel, Call>::type;

}  // namespace tenon::adreno_kernels

namespace tenon {

/// An operator that adds a second input to its result: the operator's launch, then the sum over what it wrote.
template <class Chip, auto... Policies, adds_residual Call>
  requires has_kernel<adreno<Chip, Policies...>, typename detail::split_residual<Call>::inner> &&
           has_kernel<adreno<Chip, Policies...>, typename detail::split_residual<Call>::addition>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using split = detail::split_residual<Call>;
  using backend = adreno<Chip, Policies...>;
  using inner = kernel<backend, typename split::inner>;
  using addition = kernel<backend, typename split::addition>;
  using parameters = typename Call::op::template parameters<Call>;
  using packed = detail::packed_residual<typename inner::packed, typename addition::packed>;
  static constexpr std::string_view variant = inner::variant;
  using parts = type_list<adreno_kernels::part<inner, typename split::inner, 0, 0>,
                          adreno_kernels::part<addition, typename split::addition, offsetof(packed, addition),
                                               adreno_kernels::own_result, 1>>;

  static constexpr packed pack(const parameters& w) noexcept {
    return {inner::pack(w.inner), addition::pack(w.addition), {}};
  }
};

}  // namespace tenon
