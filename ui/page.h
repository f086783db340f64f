// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QVariant>
#include <QWidget>

namespace Gatescope {

/// What the main window asks of a page. A page shows its own header, bars and empty state. The actions it
/// adds to itself (QWidget::addAction) are listed in the Check menu while it is the current page.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void runPrimaryAction() = 0; ///< Ctrl+Enter, F5
    virtual bool stop() = 0; ///< Esc: true if something was stopped
    virtual void focusFilter() = 0; ///< Ctrl+F, /
    /// Esc after stop(): true if a filter was cleared.
    virtual bool leaveFilter() { return false; }
    /// Whether the composer is open the first time this page is shown.
    virtual bool wantsComposer() const { return true; }
    /// Shows what another page asked for with pageRequested(), or says that it is gone.
    virtual void showSubject(const QVariant &subject) { Q_UNUSED(subject) }

Q_SIGNALS:
    /// Asks the window for another page: "check", "initialize", "specs", "events", "sandbox", "ledger",
    /// "personas" or "exchanges", with what to show there (an exchange number, a name). "connection" and
    /// "key" open the settings of the connection with that id (empty: the chosen one), "newConnection" adds
    /// one, "evaluation" opens those of evaluating here, "limits" those of time and size. "user" opens the
    /// composer at a field, or takes a StatsigUser into it.
    void pageRequested(const QString &page, const QVariant &subject);
};

} // namespace Gatescope
