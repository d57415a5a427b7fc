// says: tenon: a tensor has an extent that is not positive
// SPDX-License-Identifier: Apache-2.0
// An axis without elements.
#include <tenon/tenon.hpp>

using namespace tenon;

constexpr tensor_type refused = tensor<f32, 0, 4>::value;
