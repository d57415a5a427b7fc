// SPDX-License-Identifier: Apache-2.0
// The kernel contract: what a backend says of each operator it can run.
#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>

#include <tenon/kernel/call.hpp>

namespace tenon {

/// Runs one call on one backend. Declared here and never defined: a backend specialises it, in one file an operator,
/// with the same members in the same order:
///
///     static constexpr std::string_view variant;      // the name of this way to compute it
///     static constexpr std::size_t scratch;           // bytes borrowed while it runs, aligned to 16
///     using packed = ...;                             // what it streams: weights in its order, factors, bounds
///     static constexpr packed pack(const parameters&) // from the operator's portable parameters, also at run time
///     static void run(const packed&, std::byte* scratch, Y* y, const X*... x) noexcept;
///
/// `reference` is constexpr and borrows nothing; it is the definition of correct.
template <class Backend, class Call>
struct kernel;

/// A backend that computes in one named way where it has several: `variant_of<kryo, direct>`. A backend's own kernel is
/// the variant that it takes to be the best for the call.
template <class Backend, class Variant>
struct variant_of {
  static constexpr std::string_view name = Backend::name;
  static constexpr std::size_t alignment = Backend::alignment;
};

/// Asks whether a backend has a kernel for a call, without failing.
template <class Backend, class Call>
concept has_kernel = requires {
  typename kernel<Backend, Call>::packed;
  { kernel<Backend, Call>::variant } -> std::same_as<const std::string_view&>;
  { kernel<Backend, Call>::scratch } -> std::same_as<const std::size_t&>;
};

/// A limit of a backend's kernels beyond element types, in a few words. Nothing unless a backend says so beside the
/// kernel, for the calls that the limit excludes:
///
///     template <since<v66> Architecture, calls<op::average_pool_> Call>
///       requires all_elements<Call, i8>
///     inline constexpr std::string_view limit_of<hexagon<Architecture>, Call> = "windows of at most 2,048 taps";
template <class Backend, class Call>
inline constexpr std::string_view limit_of{};

}  // namespace tenon
