// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "connectionreport.h"

#include <QWidget>

class QGridLayout;

namespace Gatescope {

class Sentence;

/// A connection's test as a small table: what was tried, what came of it, why.
class ConnectionReportView : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionReportView(QWidget *parent = nullptr);

    void setReport(const ConnectionReport &report);

Q_SIGNALS:
    void exchangeRequested(quint64 number);

private:
    void addRow(const CapabilityRow &row, const QString &reason, int number);

    Sentence *m_way;
    QWidget *m_table = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace Gatescope
