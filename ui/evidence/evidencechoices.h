// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evidencedraft.h"

#include <QWidget>

class QGridLayout;

namespace Gatescope {

class Segmented;
class StatusText;

/// What becomes of each value of the user, and of other people's addresses: kept, given a pseudonym, or
/// removed. Beside each stands what the file will say.
class EvidenceChoices : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceChoices(const StatsigUser &user, QWidget *parent = nullptr);

    const EvidenceTreatment &treatment() const { return m_treatment; }

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        Segmented *choice;
        StatusText *shown;
    };
    Row addRow(QGridLayout *grid, const QString &name, Treatment treatment);
    void choose(qsizetype row, Treatment treatment);
    void showValues();

    StatsigUser m_user;
    EvidenceTreatment m_treatment;
    QList<Row> m_rows; ///< of the choices, then that of other addresses
};

} // namespace Gatescope
