// SPDX-License-Identifier: Apache-2.0
// Why one operator of a model file cannot be imported; readers collect these, so that a user sees all of them at once.
#pragma once

#include <string>

namespace tenon::host {

/// Thrown by what imports one operator: "<what is wrong>; <what to do>".
struct not_importable {
  std::string why;
};

}  // namespace tenon::host
