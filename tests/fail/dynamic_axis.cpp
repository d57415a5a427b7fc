// says: tenon: a tensor has a dynamic axis
// SPDX-License-Identifier: Apache-2.0
// A batch that is not known when compiling.
#include <tenon/tenon.hpp>

using namespace tenon;

constexpr tensor_type refused = tensor<f32, dynamic, 4, 4, 1>::value;
