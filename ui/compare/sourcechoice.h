// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparesource.h"

#include <QComboBox>

namespace Gatescope {

/// What stands on one side of a comparison. The choice stays where it is while the list around it grows.
class SourceChoice : public QComboBox
{
    Q_OBJECT
public:
    explicit SourceChoice(const QString &accessibleName, QWidget *parent = nullptr);

    void setSources(const CompareSources &sources);
    void choose(const CompareSource &source); ///< adds it if it is not there
    void forget(); ///< what is chosen
    const CompareSource *source() const; ///< null: nothing is chosen

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(); ///< by the user
    void fileWanted();

private:
    void fill();
    void take(int row);

    CompareSources m_sources;
    CompareSources m_added; ///< files, which no workspace knows
    std::optional<CompareSource> m_chosen;
};

} // namespace Gatescope
