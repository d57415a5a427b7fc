// SPDX-License-Identifier: Apache-2.0
// The backends, and variants of them, that are held to the reference. A test includes the kernels of its operator
// itself, as all together are slow to compile.
#pragma once

#if __has_include(<tenon/backend/kryo/backend.hpp>)
#include <tenon/backend/kryo/backend.hpp>
#endif
#include <tenon/kernel/kernel.hpp>

namespace tenon_test {

template <class... Backends>
struct backend_list {};

#if __has_include(<tenon/backend/kryo/backend.hpp>)
using backends_under_contract = backend_list<tenon::kryo, tenon::variant_of<tenon::kryo, tenon::direct>>;
#else
using backends_under_contract = backend_list<>;
#endif

}  // namespace tenon_test
