// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparework.h"

#include <ui/widgets/panel.h>

namespace Gatescope {

class DataView;
class ImpactModel;
class InlineBar;
class PaneHeader;

/// Which users a change of specs gives another value: the one in the composer, and those of a file.
class ImpactPane : public Panel
{
    Q_OBJECT
public:
    explicit ImpactPane(QWidget *parent = nullptr);

    void setOutcome(const CompareOutcome &outcome);

Q_SIGNALS:
    void usersWanted();

private:
    PaneHeader *m_header;
    InlineBar *m_error;
    ImpactModel *m_model;
    DataView *m_table;
};

} // namespace Gatescope
