// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparework.h"

#include <ui/widgets/panel.h>

class QCheckBox;

namespace Gatescope {

class DataView;
class ImpactModel;
class InlineBar;
class PaneHeader;

/// Which users a change of specs gives another value: the one in the composer, and those of a file
/// and of the history.
class ImpactPane : public Panel
{
    Q_OBJECT
public:
    explicit ImpactPane(QWidget *parent = nullptr);

    void setOutcome(const CompareOutcome &outcome);
    bool wantsHistory() const;

Q_SIGNALS:
    void usersWanted();
    void historyToggled();

private:
    void showHistory(const CompareOutcome &outcome);

    PaneHeader *m_header;
    QCheckBox *m_fromHistory;
    InlineBar *m_error;
    InlineBar *m_history;
    ImpactModel *m_model;
    DataView *m_table;
};

} // namespace Gatescope
