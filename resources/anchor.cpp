// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
// A static library needs one object of its own; the resources are objects that CMake hands to whoever links
// it.
namespace Gatescope::Resources {
extern const int anchor;
const int anchor = 0;
} // namespace Gatescope::Resources
