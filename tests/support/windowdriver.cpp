// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "windowdriver.h"

#include <ui/widgets/inlinebar.h>
#include <ui/widgets/phrasetext.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/verdictmark.h>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTreeView>

namespace Gatescope::Test {

namespace {

bool cannot(const char *act, const QString &what, const char *why)
{
    qWarning("cannot %s %s: %s", act, qPrintable(what), why);
    return false;
}

QString shownText(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *status = qobject_cast<const StatusText *>(widget))
        return status->text();
    if (const auto *sentence = qobject_cast<const Sentence *>(widget)) // a bar's own is told with the bar
        return qobject_cast<const InlineBar *>(sentence->parentWidget()) ? QString() : sentence->text();
    if (const auto *mark = qobject_cast<const VerdictMark *>(widget))
        return mark->mark().word;
    if (const auto *bar = qobject_cast<const InlineBar *>(widget))
        return bar->text();
    if (const auto *phrases = qobject_cast<const PhraseText *>(widget))
        return plainText(phrases->phrases());
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        return edit->toPlainText();
    return {};
}

bool isColumnHidden(const QAbstractItemView *view, int column)
{
    if (const auto *tree = qobject_cast<const QTreeView *>(view))
        return tree->isColumnHidden(column);
    const auto *table = qobject_cast<const QTableView *>(view);
    return table && table->isColumnHidden(column);
}

/// Only what the view shows: not what is folded away.
QModelIndex findRow(const QAbstractItemView *view, const QString &name, const QModelIndex &parent = {})
{
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        if (index.data().toString() == name && !view->visualRect(index).isEmpty())
            return index;
        if (const QModelIndex below = findRow(view, name, index); below.isValid())
            return below;
    }
    return {};
}

} // namespace

WindowDriver::WindowDriver(QWidget &window)
    : m_window(window)
{ }

template<class Widget>
Widget *WindowDriver::find(const char *name) const
{
    if (m_window.objectName() == QLatin1String(name))
        return qobject_cast<Widget *>(&m_window);
    for (auto *widget : m_window.findChildren<Widget *>(QLatin1String(name)))
        if (widget->isVisible())
            return widget;
    return nullptr;
}

bool WindowDriver::activate() const
{
    m_window.activateWindow();
    return QTest::qWaitForWindowActive(&m_window)
        || cannot("activate", m_window.objectName(), "it stays inactive");
}

bool WindowDriver::choose(const char *name) const
{
    auto *action = m_window.findChild<QAction *>(QLatin1String(name));
    if (!action || !action->isVisible() || !action->isEnabled())
        return cannot("choose", QLatin1String(name), action ? "it is hidden or disabled" : "there is none");
    action->trigger();
    return true;
}

bool WindowDriver::choose(const char *menuName, const char *name) const
{
    auto *menu = find<QMenu>(menuName);
    if (!menu)
        return cannot("choose", QLatin1String(name), "its menu is not open");
    auto *action = menu->findChild<QAction *>(QLatin1String(name));
    if (!action || !action->isEnabled())
        return cannot("choose", QLatin1String(name), "it is disabled, or there is none");
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    return activate();
}

bool WindowDriver::clickButton(QWidget *button, const QString &name) const
{
    if (!button || !button->isEnabled())
        return cannot("click", name, button ? "it is disabled" : "it is not on the screen");
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool WindowDriver::click(const char *name) const
{
    return clickButton(find<QAbstractButton>(name), QLatin1String(name));
}

bool WindowDriver::clickWord(const QString &text, const char *inside) const
{
    const auto *parent = find<QWidget>(inside);
    for (auto *button : parent ? parent->findChildren<QAbstractButton *>() : QList<QAbstractButton *>())
        if (button->isVisible() && button->text() == text)
            return clickButton(button, text);
    return cannot("click", text, "it is not on the screen");
}

bool WindowDriver::clickRow(const char *name, const QString &rowName) const
{
    auto *view = find<QAbstractItemView>(name);
    const QModelIndex index = view ? findRow(view, rowName) : QModelIndex();
    if (!index.isValid())
        return cannot("click", rowName, "it is not on the screen");
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return true;
}

bool WindowDriver::type(const char *name, const QString &text) const
{
    auto *edit = find<QLineEdit>(name);
    if (!edit || !edit->isEnabled() || edit->isReadOnly())
        return cannot("type into", QLatin1String(name), edit ? "it is disabled" : "it is not on the screen");
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    return true;
}

bool WindowDriver::pick(const char *name, const QString &text) const
{
    auto *combo = find<QComboBox>(name);
    const int row = combo ? combo->findText(text, Qt::MatchStartsWith) : -1;
    if (row < 0 || !combo->isEnabled())
        return cannot("pick", text, "it is not among the choices");
    combo->showPopup();
    combo->view()->setCurrentIndex(combo->model()->index(row, combo->modelColumn()));
    QTest::keyClick(combo->view(), Qt::Key_Return);
    return activate();
}

bool WindowDriver::chooseTab(const char *name, const QString &text) const
{
    auto *bar = find<QTabBar>(name);
    for (int tab = 0; bar && tab < bar->count(); ++tab)
        if (bar->tabText(tab) == text && bar->isTabVisible(tab) && bar->isTabEnabled(tab)) {
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
            return bar->currentIndex() == tab;
        }
    return cannot("choose", text, "it is not on the screen, or disabled");
}

bool WindowDriver::press(const char *keys) const
{
    for (QWidget *target :
        {QApplication::activePopupWidget(), QApplication::focusWidget(), QApplication::activeWindow()})
        if (target) {
            QTest::keySequence(target, QKeySequence(QLatin1String(keys)));
            return true;
        }
    return cannot("press", QLatin1String(keys), "no window is active");
}

QString WindowDriver::row(const char *name, const QString &rowName) const
{
    const auto *view = find<QAbstractItemView>(name);
    const QModelIndex found = view ? findRow(view, rowName) : QModelIndex();
    QStringList texts;
    for (int column = 0; found.isValid() && column < view->model()->columnCount(found.parent()); ++column)
        if (!isColumnHidden(view, column))
            texts.append(found.siblingAtColumn(column).data().toString());
    return texts.join(QStringLiteral(" | "));
}

QStringList WindowDriver::rowNames(const char *name) const
{
    const auto *view = find<QAbstractItemView>(name);
    QStringList names;
    for (int row = 0; view && row < view->model()->rowCount(); ++row)
        names.append(view->model()->index(row, 0).data().toString());
    return names;
}

QString WindowDriver::text(const char *name) const
{
    const auto *parent = find<QWidget>(name);
    QStringList texts {parent ? shownText(parent) : QString()};
    for (const auto *widget : parent ? parent->findChildren<QWidget *>() : QList<QWidget *>())
        if (widget->isVisible())
            texts.append(shownText(widget));
    texts.removeAll(QString());
    return texts.join(u'\n');
}

QString WindowDriver::buttonText(const char *name) const
{
    const auto *button = find<QAbstractButton>(name);
    return button ? button->text() : QString();
}

} // namespace Gatescope::Test
