// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QKeyEvent;
class QLineEdit;
class QPlainTextEdit;

namespace Gatescope {

/// Lies over what is typed into while presenter mode is on, and shows its text with pseudonyms, as long as
/// that differs. What lies below cannot be read: a line is replaced by typing, not changed, and a longer text
/// can be read and copied as it is shown, and not changed. Lives with the field, hidden while there is
/// nothing to cover.
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
    void mouseMoveEvent(QMouseEvent *) override { }
    void mouseReleaseEvent(QMouseEvent *) override { }
    void mouseDoubleClickEvent(QMouseEvent *) override { }
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    EditCover(QWidget *field, QLineEdit *line, QPlainTextEdit *text);
    void refresh();
    void place();
    void showReader();
    bool covers() const { return isVisibleTo(m_field); }
    bool takeKey(QKeyEvent &event);

    QWidget *m_field;
    QLineEdit *m_line; ///< null: it is a text
    QPlainTextEdit *m_text;
    QPlainTextEdit *m_reader = nullptr; ///< what can be read of m_text
    QString m_shown;
    bool m_isTyped = false; ///< what is in the field was typed since it has the focus
    bool m_isEdited = false; ///< by the user; textChanged() is about to follow
    bool m_hasCovered = false; ///< its own menu could bring that back
};

} // namespace Gatescope
