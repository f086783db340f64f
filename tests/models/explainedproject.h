// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/evaluator.h>

namespace Gatescope::Test {

/// A project (v2) with one entity for each way a verdict can come about, written by hand. Where its users
/// fall, computed apart from us (SHA-256, first eight bytes, mod):
///
/// | hashed text      | of     | mia   | leo   | zoe   | no ID |
/// |------------------|--------|-------|-------|-------|-------|
/// | salt-half.half.… | 10,000 | 5,523 | 541   | 9,985 | 2,232 |
/// | salt-hold.held.… | 10,000 | 6,762 | 3,157 | 1,301 | 31    |
/// | salt-old.m1.…    | 10,000 | 5,155 | 604   | 3,361 | 610   |
/// | salt-layer.…     | 1,000  | 818   | 719   | 683   | 935   |
/// | salt-button.…    | 1,000  | 690   | 701   | 971   | 966   |
/// | salt-auto.…      | 10,000 | 5,424 | 2,035 | 2,832 | 5,885 |
ProjectPtr explainedProject();

} // namespace Gatescope::Test
