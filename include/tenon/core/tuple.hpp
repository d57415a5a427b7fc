// SPDX-License-Identifier: Apache-2.0
// A tuple of values of different types that is cheap to compile.
#pragma once

#include <cstddef>
#include <type_traits>

#include <boost/hana/basic_tuple.hpp>

namespace tenon {

/// Values of different types, side by side.
template <class... Types>
using tuple = boost::hana::basic_tuple<Types...>;

/// The value at `Index`. (Hana's `at_c` finds the same function, by way of headers that are larger than the tuple's
/// own.)
template <std::size_t Index, class Tuple>
constexpr auto& get(Tuple& values) noexcept {
  using at = boost::hana::at_impl<boost::hana::basic_tuple_tag>;
  return at::apply(values, std::integral_constant<std::size_t, Index>{});
}

}  // namespace tenon
