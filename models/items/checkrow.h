// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "agreement.h"

namespace Gatescope {

/// An item with both its answers.
struct CheckRow
{
    CheckItem item;
    CheckAnswer answer;
    CheckReading reading;
    bool isOld = false; ///< the answer is from before the user or the question changed
    LocalAnswerPtr local; ///< null: not evaluated
    bool isLocalOld = false;
    Agreement agreement; ///< of two answers about the same user
    quint64 revision = 0; ///< grows when either answer is replaced or becomes old
};

enum class CheckFilter { All, Positive, Negative, Differs, CannotTell, Failed };
inline constexpr std::size_t checkFilterCount = std::size_t(CheckFilter::Failed) + 1;
bool passes(const CheckRow &row, CheckFilter filter);

/// The HTTP API does not answer for segments and holdouts reliably: they are evaluated here only.
bool isLocalOnly(EntityKind kind);
/// The server's verdict, else that of this machine.
CheckVerdict leadingVerdict(const CheckRow &row);
/// The answer that leadingVerdict() is from.
const CheckReading &leadingReading(const CheckRow &row);

/// \name The words of a row. A muted remark is what this machine says where that differs: ", local: From 40
/// €".
/// @{
QString liveText(const CheckRow &row); ///< "Off", "Not asked yet", "Local only"
QString localText(const CheckRow &row); ///< empty: not evaluated
QString ruleText(const CheckRow &row); ///< or what went wrong, or what is missing
QString ruleRemark(const CheckRow &row);
QString groupText(const CheckRow &row);
QString groupRemark(const CheckRow &row);
/// Of the verdict of this machine: what is missing, or in what it differs; empty if there is nothing to add.
QString localRemark(const CheckRow &row);
/// All of it: "checkout_v2, gate, live off, local off, agrees, rule DE rollout".
QString rowSentence(const CheckRow &row);
/// @}

} // namespace Gatescope
