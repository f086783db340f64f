// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/page.h>

namespace Gatescope {

class ActionButton;
class InlineBar;
class Ledger;
class PageHeader;
class TrafficPane;
class Workspace;

/// Every exposure and event this program caused in this run, with export. It has no place on the rail: the
/// count in the top bar leads to it.
class LedgerPage : public Page
{
    Q_OBJECT
public:
    explicit LedgerPage(Workspace &workspace, QWidget *parent = nullptr);

    /// Shows the exchange of the chosen entry: there is nothing to run here.
    void runPrimaryAction() override;
    bool stop() override { return false; }
    void focusFilter() override;
    bool leaveFilter() override;
    bool wantsComposer() const override { return false; }

private:
    TrafficPane *makePane();
    void makeTools();
    void save(bool json);
    void refresh();

    Workspace &m_workspace;
    Ledger &m_ledger;
    PageHeader *m_header;
    InlineBar *m_note; ///< how many are no longer listed
    InlineBar *m_error;
    ActionButton *m_goToCheck = nullptr; ///< while there is nothing
    TrafficPane *m_pane;
    ActionButton *m_exchange = nullptr;
    ActionButton *m_export = nullptr;
};

} // namespace Gatescope
