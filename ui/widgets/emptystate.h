// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "panel.h"

class QHBoxLayout;
class QVBoxLayout;

namespace Gatescope {

class ActionButton;
class Sentence;

/// What a page says while it has nothing to show: what it is for, at most three numbered steps, one primary
/// button.
class EmptyState : public Panel
{
    Q_OBJECT
public:
    EmptyState(Theme::Icon icon, const QString &headline, QWidget *parent = nullptr);

    void setText(const QString &text); ///< muted, under the headline
    void setFootnote(const QString &text); ///< muted, below the steps

    /// Adds a step; its buttons are added by addButton() with the number returned (0 for the first).
    int addStep(const QString &title, const QString &text);
    ActionButton *addButton(int step, const QString &text, bool primary = false);
    /// A button under the text, where there are no steps.
    ActionButton *addButton(const QString &text, bool primary = false);

private:
    void applyTheme();
    QWidget *stepNumber(int number) const;

    QWidget *m_column;
    QVBoxLayout *m_layout;
    Sentence *m_text;
    Sentence *m_footnote;
    QVBoxLayout *m_stepsLayout;
    QHBoxLayout *m_buttons;
    QList<QHBoxLayout *> m_steps;
};

} // namespace Gatescope
