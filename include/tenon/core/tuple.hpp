// SPDX-License-Identifier: Apache-2.0
// A tuple of values of different types that is cheap to compile.
#pragma once

#include <cstddef>

#include <boost/hana/at.hpp>
#include <boost/hana/basic_tuple.hpp>

namespace tenon {

/// Values of different types, side by side.
template <class... Types>
using tuple = boost::hana::basic_tuple<Types...>;

/// The value at `Index`.
template <std::size_t Index, class Tuple>
constexpr auto& get(Tuple& values) noexcept {
  return boost::hana::at_c<Index>(values);
}

}  // namespace tenon
