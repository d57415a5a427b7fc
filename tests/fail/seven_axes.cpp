// says: tenon: a tensor has more than 6 axes
// SPDX-License-Identifier: Apache-2.0
// Seven axes.
#include <tenon/tenon.hpp>

using namespace tenon;

constexpr tensor_type refused = tensor<f32, 1, 1, 1, 1, 1, 1, 1>::value;
