// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "panel.h"

#include <QKeySequence>
#include <QTimer>

class QHBoxLayout;

namespace Gatescope {

class ActionButton;
class StatusText;
class TextLabel;

/// The head of a page: title, what it is about in muted words, tools at the right, and the one primary
/// action, which becomes Stop while it runs.
class PageHeader : public Panel
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &text);

    /// Puts a widget after the title (tabs, a way back) or at the right, left of the primary button. Takes
    /// ownership.
    void addLeading(QWidget *widget);
    void addTool(QWidget *widget);

    /// The key is shown only; the window runs primaryTriggered's work on it.
    void setPrimaryAction(const QString &text, Theme::Icon icon, const QKeySequence &key = {});
    void setPrimaryText(const QString &text); ///< where the text carries a count
    /// Why it cannot be run now; empty: it can.
    void setPrimaryDisabledReason(const QString &reason);
    /// "Checking 4 of 9" while running, empty when done. The button turns into Stop only after a moment, so
    /// that what is answered at once does not flicker.
    void setBusy(const QString &text);
    bool isBusy() const { return !m_busyText.isEmpty(); }

Q_SIGNALS:
    void primaryTriggered();
    void stopTriggered();

private:
    void showState();

    TextLabel *m_title;
    StatusText *m_subtitle;
    ActionButton *m_primary;
    QHBoxLayout *m_layout;
    QString m_subtitleText;
    QString m_busyText;
    QString m_primaryText;
    QString m_disabledReason;
    QKeySequence m_key;
    Theme::Icon m_primaryIcon = Theme::Icon::Run;
    QTimer m_busyDelay;
    bool m_showsBusy = false;
};

} // namespace Gatescope
