// SPDX-License-Identifier: Apache-2.0
// The adreno backend: OpenCL C source made by the compiler, for Adreno GPUs and every other OpenCL device.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/adreno/chip.hpp>
#include <tenon/op/attribute.hpp>

namespace tenon {

/// Channels that one work item computes: 1, 2, 4, 8 or 16. Fewer where a call's channels are no multiple of it.
struct vector_width {
  int lanes;
};

/// Neighbouring pixels of a row that one work item of a convolution computes: 1, 2, 4 or 8. It reads each
/// weight once for all of them, and needs registers for their sums. Fewer where a row is no multiple of it.
struct pixels_per_item {
  int count;
};

/// Work items of a group along the three dimensions; without it the driver chooses.
struct work_group {
  int x;
  int y;
  int z;
};

/// How many items of a wave run in step, where the device takes the hint (cl_qcom_reqd_sub_group_size).
enum class sub_group : std::uint8_t { device_default, half, full };

/// Whether int8 products are summed four at a time (cl_khr_integer_dot_product where the device has it;
/// elsewhere the same in plain OpenCL C).
enum class integer_dot_product : std::uint8_t { off, on };

/// How real numbers lie in the device's memory. Sums are formed in float32 either way.
enum class real_storage : std::uint8_t { f32, f16 };

/// Where layers of real numbers read their weights from: a buffer, or a texture of four weights a texel,
/// which has a cache of its own. Layers whose outputs are no multiple of 4 stay with buffers, as int8 does.
enum class weight_storage : std::uint8_t { buffer, image2d };

/// Kernels as OpenCL C text for one chip. Policies are values in any order: `adreno<a740, vector_width{8},
/// integer_dot_product::on>`. What int8 kernels compute does not depend on them.
template <class Chip, auto... Policies>
struct adreno {
  using chip = Chip;
  static constexpr std::string_view name = "adreno";
  static constexpr std::size_t alignment = 16;
  static constexpr int lanes = attribute_or<vector_width>({4}, Policies...).lanes;
  static constexpr int pixels = attribute_or<pixels_per_item>({1}, Policies...).count;
  static constexpr work_group group = attribute_or<work_group>({0, 0, 0}, Policies...);
  static constexpr sub_group hint = attribute_or<sub_group>(sub_group::device_default, Policies...);
  static constexpr bool dots =
      attribute_or<integer_dot_product>(integer_dot_product::off, Policies...) == integer_dot_product::on;
  static constexpr real_storage reals = attribute_or<real_storage>(real_storage::f32, Policies...);

  static constexpr bool images =
      attribute_or<weight_storage>(weight_storage::buffer, Policies...) == weight_storage::image2d;

  static_assert(lanes == 1 || lanes == 2 || lanes == 4 || lanes == 8 || lanes == 16,
                "tenon: adreno has a vector_width that OpenCL C has no vectors of; use 1, 2, 4, 8 or 16");
  static_assert(pixels == 1 || pixels == 2 || pixels == 4 || pixels == 8,
                "tenon: adreno has pixels_per_item that are no power of two or too many; use 1, 2, 4 or 8");
  static_assert(
      group.x >= 0 && group.y >= 0 && group.z >= 0 && (group.x == 0) == (group.y == 0) &&
          (group.x == 0) == (group.z == 0),
      "tenon: adreno has a work_group without items along some dimension; give three positive numbers");
};

}  // namespace tenon
