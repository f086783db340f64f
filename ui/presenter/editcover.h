// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace Gatescope {

/// Lies over what is typed into while presenter mode is on, and shows its text with pseudonyms, as long as
/// that differs. What lies below cannot be read: a line is replaced by typing, not changed, and a longer text
/// is not changed at all. Lives with the field, and goes when the mode is switched off.
class EditCover : public QWidget
{
    Q_OBJECT
public:
    static void give(QLineEdit *line); ///< unless it has one
    static void give(QPlainTextEdit *text);

    QString shownText() const { return m_shown; } ///< empty: it covers nothing

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    EditCover(QWidget *field, QLineEdit *line, QPlainTextEdit *text);
    void refresh();
    void place();
    bool takeKey(class QKeyEvent &event);

    QWidget *m_field; ///< whose place it takes
    QLineEdit *m_line;
    QPlainTextEdit *m_text;
    QString m_shown;
    bool m_isTyped = false; ///< what is in the line was typed since it has the focus
    bool m_madeReadOnly = false;
};

} // namespace Gatescope
