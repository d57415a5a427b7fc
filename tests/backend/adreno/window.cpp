// SPDX-License-Identifier: Apache-2.0
// Windows in text: loops and checks only where there is something to walk over or to leave.
#include <tenon/backend/adreno/window.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon::adreno_kernels;

namespace {

template <walk Over>
struct walk_writer {
  constexpr void operator()(text_writer& out) const noexcept {
    put_place(out, Over, 2);
    put_taps(out, Over);
    put_pixel(out, Over);
    out.put_line(";");
    put_tap(out, Over, 3);
    put_end_of_taps(out, Over);
  }
};
template <walk Over>
constexpr auto text = render<walk_writer<Over>>();

constexpr walk plain{{1, 4, 4, 2}, {1, 4, 4, 6}, {}, 6};
constexpr walk padded{
    {2, 5, 4, 2}, {2, 5, 2, 4}, {window{3, 2}, stride{1, 2}, dilation{1, 1}, padding{1, 1, 0, 0}}, 9};

static_assert(!rows_of(plain).loops() && !columns_of(padded).leaves() && rows_of(padded).leaves());
// A tap beyond the last row, without padding in front.
static_assert(walk_axis{"row", "i", 4, 4, 2, 1, 1, 0}.leaves() &&
              !walk_axis{"row", "i", 5, 4, 2, 1, 1, 0}.leaves());
static_assert(items_of<adreno<a640>>(padded, 2) == launch{{2, 2, 10}, {}});

}  // namespace

TEST_CASE("one tap is no loop") {
  CHECK(text<plain>.view() == R"(const int o = get_global_id(0) * 2;
const int column = get_global_id(1);
const int row = get_global_id(2);
if (o >= 6 || column >= 4 || row >= 4) return;
const int to = (row * 4 + column) * 6 + o;
const int from_row = row;
const int from_column = column;
const int from = (from_row * 4 + from_column) * 2;
const int tap = 0;
)");
}

TEST_CASE("rows that leave the image are checked, columns that stay are not") {
  CHECK(text<padded>.view() == R"(const int o = get_global_id(0) * 2;
const int column = get_global_id(1);
const int line = get_global_id(2);
if (o >= 4 || column >= 2 || line >= 10) return;
const int batch = line / 5;
const int row = line % 5;
const int to = (line * 2 + column) * 9 + o;
for (int i = 0; i < 3; ++i) {
  const int from_row = row + i - 1;
  if (from_row < 0 || from_row >= 5) continue;
  for (int j = 0; j < 2; ++j) {
    const int from_column = column * 2 + j;
    const int from = ((batch * 5 + from_row) * 4 + from_column) * 2;
    const int tap = (i * 2 + j) * 3;
  }
}
)");
}
