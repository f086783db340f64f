// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/explain/explanation.h>
#include <ui/widgets/dataview.h>

namespace Gatescope {

class ExplanationModel;
class TraceCells;

/// The rules in order with their conditions, the deciding one chosen and in sight; what was not reached is
/// grey. What a condition asked is folded until somebody wants to know. Enter on a condition with many
/// targets lists them all.
class TraceTree : public DataView
{
    Q_OBJECT
public:
    explicit TraceTree(QWidget *parent = nullptr);

    /// Keeps what is unfolded, chosen and in sight where it explains the same entity again.
    void setExplanation(const ExplanationPtr &explanation);
    const ExplanationPtr &explanation() const;
    /// What the current row asked, else what it stands below.
    std::optional<EntityRef> currentAsked() const;

Q_SIGNALS:
    void entityRequested(const Gatescope::EntityRef &ref);
    void whyRequested(); ///< of currentAsked()
    void bucketChosen(int bucket); ///< into Explanation::buckets; −1: the chosen row has none

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void openRows();
    void showDeciding();
    void takeCurrent();
    void activate(const QModelIndex &index);
    void showTargets(const QModelIndex &index);
    const ExplanationRow *rowAt(const QModelIndex &index) const;
    QSet<quint32> openNodes() const;

    ExplanationModel *m_explanations;
    TraceCells *m_cells;
    bool m_sharesColumns = true; ///< none was dragged by its edge
    bool m_isSharing = false;
};

} // namespace Gatescope
