// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "payloadeditor.h"

namespace Gatescope {

/// \name What each edit changes, or the sentence that refuses it
/// @{
Result<> makeEdit(PayloadEditor &editor, const SetEnabled &edit);
Result<> makeEdit(PayloadEditor &editor, const SetPassPercentage &edit);
Result<> makeEdit(PayloadEditor &editor, const AddTarget &edit);
Result<> makeEdit(PayloadEditor &editor, const RemoveTarget &edit);
Result<> makeEdit(PayloadEditor &editor, const SetGroupSizes &edit);
Result<> makeEdit(PayloadEditor &editor, const SetReturnValue &edit);
Result<> makeEdit(PayloadEditor &editor, const ForceIntoGroup &edit);
Result<> makeEdit(PayloadEditor &editor, const Unforce &edit);
Result<> makeEdit(PayloadEditor &editor, const SetTiers &edit);
/// @}

/// A value someone typed. Errors: BadInput, for people.
Result<JsonDocumentPtr> typedJson(const QByteArray &json);
/// 25 or 0.5, as JSON.
QByteArray numberJson(double number);
bool isGateTable(const Spec &spec);

} // namespace Gatescope
