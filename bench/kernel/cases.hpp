// SPDX-License-Identifier: Apache-2.0
// The convolutions and dense layers that kryo and its rivals are compared on.
#pragma once

#include <array>
#include <string_view>

namespace bench {

/// One product layer; a dense layer is a 1x1 window over one pixel.
struct product_case {
  std::string_view name;
  int extent;    ///< rows and columns of the input
  int channels;
  int filters;
  int window;
  int step;
  bool depthwise = false;
};

inline constexpr std::array product_cases{
    product_case{"conv2d_1x1_56x56x64_128", 56, 64, 128, 1, 1},
    product_case{"conv2d_3x3_56x56x64_64", 56, 64, 64, 3, 1},
    product_case{"conv2d_3x3_stride2_56x56x64_128", 56, 64, 128, 3, 2},
    product_case{"depthwise_conv2d_3x3_56x56x128", 56, 128, 128, 3, 1, true},
    product_case{"dense_1024_1000", 1, 1024, 1000, 1, 1},
};

}  // namespace bench
