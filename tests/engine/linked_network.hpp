// SPDX-License-Identifier: Apache-2.0
// The small network once more with its kernels linked: variables, which no compiler knows the values of.
#pragma once

#include <engine/small_network.hpp>
#include <tenon/engine/numbers.hpp>
#include <tenon/model/packed_block.hpp>

#include <algorithm>
#include <cstring>

namespace linked_network {

using small_network::encodings;
using small_network::topology;

inline float hidden_kernel[12];
inline float logits_kernel[6];

struct trained : tenon::weights<tenon::bind_linked<"hidden.kernel", hidden_kernel>,
                                tenon::bind<"hidden.bias", small_network::hidden_bias>,
                                tenon::bind_linked<"logits.kernel", logits_kernel>> {};

/// What a packing program packs.
using model = tenon::model<topology, trained, encodings>;
using unpacked_engine = tenon::engine<model, tenon::on<tenon::reference>>;

inline constexpr const auto& layout = tenon::detail::block_layout_of<unpacked_engine>;
alignas(layout.alignment) inline unsigned char block[layout.size];

/// What runs: the checksum is the one that the compiler finds where it knows the kernels.
struct weights : trained {
  static constexpr tenon::packed_block packed_block{block, layout.size, small_network::integer_engine::weight_crc(),
                                                    layout.fingerprint};
};
using engine = tenon::engine<tenon::with_weights<model, weights>, tenon::on<tenon::reference>>;

/// Gives the kernels their trained values.
inline void link_kernels() {
  std::copy(small_network::hidden_kernel.begin(), small_network::hidden_kernel.end(), hidden_kernel);
  std::copy(small_network::logits_kernel.begin(), small_network::logits_kernel.end(), logits_kernel);
}

/// Packs them in this program.
inline void link_block() {
  link_kernels();
  tenon::for_each_index<unpacked_engine::graph_type::size>([]<std::size_t Node>() {
    if constexpr (tenon::detail::is_packed_later<unpacked_engine, Node>()) {
      const auto numbers = tenon::detail::placed_node<unpacked_engine, Node>::pack();
      std::memcpy(block + layout.offset[Node], &numbers, sizeof numbers);
    }
  });
}

}  // namespace linked_network
