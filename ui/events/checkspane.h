// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/eventsmodel.h>

#include <QWidget>

class QVBoxLayout;

namespace Gatescope {

class CheckLine;
class PaneHeader;
class TextLabel;

/// "Before you send": what blocks, warns or is worth knowing about the events not sent yet, each with its
/// fix.
class ChecksPane : public QWidget
{
    Q_OBJECT
public:
    explicit ChecksPane(QWidget *parent = nullptr);

    void setRows(const QList<EventRow> &rows);

Q_SIGNALS:
    void fixRequested(quint64 eventId, Gatescope::EventProblem problem);

private:
    struct Line
    {
        EventFinding finding;
        quint64 eventId;
        QList<int> positions; ///< of the events, from 1; several only where there is nothing to solve
    };
    static QList<Line> linesOf(const QList<EventRow> &rows);
    static QString summaryOf(const QList<Line> &lines);
    CheckLine *lineAt(qsizetype index);

    PaneHeader *m_header;
    QVBoxLayout *m_layout;
    QList<CheckLine *> m_lines; ///< kept for reuse, so that the focus survives a refresh
    TextLabel *m_rest;
};

} // namespace Gatescope
