// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

namespace Gatescope::Test {

/// A small shop's specs (v2): two gates, a segment by ID list, a holdout, a config, an experiment of two
/// groups in a layer, written by hand.
QByteArray smallProjectJson();
ProjectPtr smallProject();
/// The same with a parameter store, "storefront": a parameter of every source, one of a source no SDK knows,
/// and one that reads a gate the specs lack.
QByteArray smallProjectWithStoreJson();
/// Compiles any payload; null if it cannot be.
ProjectPtr compiled(const QByteArray &payload);

} // namespace Gatescope::Test
