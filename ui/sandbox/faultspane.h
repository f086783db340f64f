// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/sandboxcontrol.h>

#include <QWidget>

class QComboBox;
class QGridLayout;
class QSpinBox;

namespace Gatescope {

/// What the sandbox does wrong on purpose, endpoint by endpoint. A change holds at once.
class FaultsPane : public QWidget
{
    Q_OBJECT
public:
    explicit FaultsPane(SandboxControl &sandbox, QWidget *parent = nullptr);

private:
    struct Row
    {
        QString endpoint; ///< empty: all others
        QComboBox *answer;
        QSpinBox *retryAfter;
        QSpinBox *delay;
    };

    void addRow(QGridLayout *grid, const QString &endpoint);
    std::optional<SandboxFault> faultOf(const Row &row) const;
    void apply();
    void refresh();

    SandboxControl &m_sandbox;
    QList<Row> m_rows;
    bool m_isRefreshing = false;
};

} // namespace Gatescope
