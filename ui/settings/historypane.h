// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

class QCheckBox;
class QFormLayout;
class QSpinBox;

namespace Gatescope {

class ActionButton;
class HistoryStore;
class InlineBar;
class Preferences;

/// Whether exchanges are kept between runs, how many for how long, and what is left out of them.
class HistoryPane : public QWidget
{
    Q_OBJECT
public:
    /// Without a store there is nothing to forget.
    HistoryPane(Preferences &preferences, HistoryStore *history, QWidget *parent = nullptr);

private:
    QSpinBox *addNumber(const QString &label, const QString &objectName, const QString &suffix, int maximum);
    void addLowering();
    void addForgetting();
    void store();
    void lowerLimits();
    void showLimits();
    void showState();
    void showNotice();
    void forget();
    void showForgotten(const QList<qint64> &ids);
    void takeBack();

    Preferences &m_preferences;
    HistoryStore *m_history;
    QFormLayout *m_form;
    QCheckBox *m_keep;
    QSpinBox *m_megabytes;
    QSpinBox *m_days;
    QCheckBox *m_keepPrivate;
    InlineBar *m_lowering = nullptr; ///< while smaller limits are shown than are in force
    ActionButton *m_forget = nullptr;
    InlineBar *m_forgotten = nullptr; ///< with an undo
    InlineBar *m_notice = nullptr;
    QList<qint64> m_removed; ///< what the undo brings back
    ActionButton *m_forgottenUndo;
};

} // namespace Gatescope
