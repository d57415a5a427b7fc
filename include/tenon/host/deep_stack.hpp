// SPDX-License-Identifier: Apache-2.0
// Calls a function on a stack that is as deep as it needs, as tables of a large network are values.
#pragma once

#include <cstddef>
#include <exception>
#include <stdexcept>
#include <string>

#include <pthread.h>

namespace tenon::host {

/// Calls `function` with `bytes` of stack besides the usual ones; what it throws is thrown here. Only what it touches
/// takes memory.
template <class Function>
void on_deep_stack(std::size_t bytes, Function function) {
  struct work {
    Function& function;
    std::exception_ptr thrown{};

    static void* start(void* self) noexcept {
      work& own = *static_cast<work*>(self);
      try {
        own.function();
      } catch (...) {
        own.thrown = std::current_exception();
      }
      return nullptr;
    }
  } called{function};
  constexpr std::size_t page = 65536;
  constexpr std::size_t usual = std::size_t{16} << 20;
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  const bool started = pthread_attr_setstacksize(&attributes, usual + (bytes + page - 1) / page * page) == 0 &&
                       pthread_create(&thread, &attributes, &work::start, &called) == 0;
  pthread_attr_destroy(&attributes);
  if (!started) throw std::runtime_error{"there is no memory for a stack of " + std::to_string(bytes) + " bytes"};
  pthread_join(thread, nullptr);
  if (called.thrown) std::rethrow_exception(called.thrown);
}

}  // namespace tenon::host
