// SPDX-License-Identifier: Apache-2.0
// batch_matmul on an OpenCL device against the reference, over batches that broadcast and matrices that are turned.
#include <tenon/backend/adreno/batch_matmul.hpp>
#include <tenon/backend/reference/batch_matmul.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

template <class Operator, shape First, shape Second>
using products = together<integer_cases<Operator, 0, tensor_type{i8, First}, tensor_type{i8, Second}>,
                          real_cases<Operator, 0, tensor_type{f32, First}, tensor_type{f32, Second}>>;

}  // namespace

TEST_CASE("products of matrices have the reference's int8 bits and are near its real numbers") {
  using cases = together<products<op::batch_matmul_<>, shape_of(3, 5), shape_of(5, 7)>,
                         products<op::batch_matmul_<transposed_inputs{true, true}>, shape_of(2, 9, 4), shape_of(3, 9)>,
                         products<op::batch_matmul_<>, shape_of(2, 1, 3, 6), shape_of(3, 6, 2)>>;
  CHECK(differences_on_device(cases{}, terms::summed) == 0);
}
