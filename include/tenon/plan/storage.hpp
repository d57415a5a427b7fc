// SPDX-License-Identifier: Apache-2.0
// Storage: which edges share memory, and where each block of memory comes from.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <tenon/graph/wiring.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/edges.hpp>

namespace tenon {

/// Where a block of memory comes from.
enum class origin : unsigned char {
  arena,     ///< planned, inside the engine's arena
  input,     ///< the caller's, read only
  output,    ///< the caller's
  constant,  ///< read-only data of the program
  state,     ///< planned, in front of all else in the engine's arena; what it holds outlives runs
};

/// What planning must know of one node.
struct storage_facts {
  bool input = false;
  bool constant = false;
  bool state = false;           ///< it holds what the last run left
  bool assigns = false;         ///< it gives its second input, a state, the value of its first
  bool keeps_code = true;       ///< the elements of every input mean what those of the result mean
  bool reshapes = false;        ///< its result is its first input under another shape
  bool in_place = false;        ///< its result may overwrite its first input
  bool writes_rows = false;     ///< its kernels can leave gaps between the rows of their result
  int joined_axis = -1;         ///< the axis along which it concatenates, or -1
  std::size_t bytes = 0;
  std::size_t scratch = 0;
  std::size_t row_bytes = 0;    ///< bytes of the innermost axis
  std::size_t element_bytes = 1;
  std::size_t outer = 1;        ///< product of the axes before the joined one
  encoding code{};              ///< of quantized elements; parts of a concatenation must share it to share its memory
};

/// One piece of memory and the steps between which it is needed.
struct block {
  origin from = origin::arena;
  std::size_t bytes = 0;
  int first = 0;
  int last = 0;
  std::size_t offset = 0;
  int index = -1;  ///< which input or output of the network
};

/// Where every edge lives: its block, and how far into it.
template <std::size_t Nodes>
struct storage_plan {
  std::array<int, Nodes> block_of{};
  std::array<std::size_t, Nodes> offset_in_block{};
  std::array<int, Nodes> pitch{};       ///< elements from row to row of the result; 0: no gaps
  std::array<bool, Nodes> has_step{};
  std::array<block, 2 * Nodes> blocks{};
  std::array<int, Nodes> scratch_block{};
  std::size_t block_count = 0;
};

}  // namespace tenon
