// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace Gatescope {

class PersonaBook;
class PersonaCells;
class PersonasModel;

/// A list of the personas with a line to find one by: typing filters, Enter takes, Esc leaves. It lies over
/// its window and closes when the focus goes elsewhere. UI thread.
class PersonaPicker : public QFrame
{
    Q_OBJECT
public:
    /// Where personas can be managed it leads there.
    PersonaPicker(const PersonaBook &book, bool manages, QWidget *window);

    /// Opens beside a widget of the same window, the chosen persona being current.
    void openAt(const QWidget *place, const QString &currentId);

Q_SIGNALS:
    void picked(const QString &id);
    void manageRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool takesKey(int key);
    void filter(const QString &text);
    void move(int rows);
    void setCurrentRow(int row);
    void tellCurrent();
    void take();
    void leave(); ///< gives the focus back
    void fitHeight();

    const PersonaBook &m_book;
    PersonasModel *m_model;
    PersonaCells *m_cells;
    QLineEdit *m_field;
    QListView *m_view;
    QLabel *m_hint;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace Gatescope
