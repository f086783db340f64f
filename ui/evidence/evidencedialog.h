// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evidencedraft.h"

#include <QDialog>

namespace Gatescope {

class ActionButton;
class CodeView;
class EvidenceChoices;
class InlineBar;

/// Saves a verdict as evidence for a ticket: what becomes of each value is chosen, beside a preview of all
/// that the file will hold. The file is written on a worker. UI thread.
class EvidenceDialog : public QDialog
{
    Q_OBJECT
public:
    EvidenceDialog(const EvidenceDraft &draft, QWidget *parent);

Q_SIGNALS:
    void previewed();
    void saved();

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void preview();
    void save();

    EvidenceDraft m_draft;
    EvidenceChoices *m_choices;
    CodeView *m_preview;
    InlineBar *m_bar;
    ActionButton *m_save;
    quint64 m_token = 0; ///< of the preview under way: late ones are dropped
};

} // namespace Gatescope
