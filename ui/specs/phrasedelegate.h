// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/phraselayout.h>

#include <QStyledItemDelegate>

class QTableView;

namespace Gatescope {

/// Cells that hold Phrases under PhrasesRole, wrapped to their column; their links can be clicked.
class PhraseDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int PhrasesRole = Qt::UserRole + 100;

    explicit PhraseDelegate(QTableView *view);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

Q_SIGNALS:
    void linkActivated(const Gatescope::EntityRef &ref);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::optional<EntityRef> linkAt(const QPoint &viewportPosition) const;

    QTableView *m_view;
};

} // namespace Gatescope

Q_DECLARE_METATYPE(Gatescope::Phrases)
