// SPDX-License-Identifier: Apache-2.0
// Lists of types: the element at an index, and rebuilding a list from a plan of indices.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace tenon {

namespace detail {

/// Values of one type that are known by themselves: what is worked out for each type of a list becomes an array whose
/// name holds these values. As a member of a template of the list, its name would hold the list; compilers spell that
/// out, and g++ takes a time for it that grows with the square of its length.
template <class Type, Type... Values>
struct constant_row {
  static constexpr std::array<Type, sizeof...(Values)> value{Values...};
};

/// True if one of a row of flags is set. (Folds over many nodes are nested deeper than compilers allow.)
template <class Flags>
struct any_of;
template <bool... Flags>
struct any_of<constant_row<bool, Flags...>>
    : std::bool_constant<!std::is_same<constant_row<bool, Flags...>, constant_row<bool, (Flags && false)...>>{}> {};

/// The size of a list, by itself.
template <std::size_t Size>
struct counted {
  static constexpr std::size_t size = Size;
};

}  // namespace detail

template <class... Types>
struct type_list : detail::counted<sizeof...(Types)> {};

/// Carries a type as a value.
template <class Type>
struct type_identity {
  using type = Type;
};

/// A list under a short name: a struct with `using listed = List<Types...>`. It goes wherever the list goes; compilers then
/// do not spell out all types in the name of each thing that is made of them.
template <class Type>
concept named_list = requires { typename Type::listed; };

namespace detail {

template <std::size_t Index, class Type>
struct indexed {};

template <class Indices, class... Types>
struct indexed_list;
template <std::size_t... Indices, class... Types>
struct indexed_list<std::index_sequence<Indices...>, Types...> : indexed<Indices, Types>... {};

template <std::size_t Index, class Type>
type_identity<Type> pick(const indexed<Index, Type>&);

template <class List>
struct list_of : counted<0> {};
template <template <class...> class List, class... Types>
  requires(!named_list<List<Types...>>)
struct list_of<List<Types...>> : counted<sizeof...(Types)> {
  using type = List<Types...>;
  using indexed = indexed_list<std::index_sequence_for<Types...>, Types...>;
};
template <named_list Name>
struct list_of<Name> : list_of<typename Name::listed> {};

}  // namespace detail

/// The type at `Index` of any `List<Types...>`; constant time in instantiations once the list was indexed.
template <class List, std::size_t Index>
using at = typename decltype(detail::pick<Index>(std::declval<const typename detail::list_of<List>::indexed&>()))::type;

/// The number of types in any `List<Types...>`.
template <class List>
inline constexpr std::size_t size_of = detail::list_of<List>::size;

/// Calls `function.template operator()<0>() ... <Count - 1>()` in order, without nested folds (compilers bound their
/// depth).
template <std::size_t Count, class Function>
[[gnu::always_inline]] constexpr void for_each_index(Function&& function) {
  [&]<std::size_t... Indices>(std::index_sequence<Indices...>) __attribute__((always_inline)) {
    [[maybe_unused]] const bool done[] = {(function.template operator()<Indices>(), true)..., true};
  }(std::make_index_sequence<Count>{});
}

}  // namespace tenon
