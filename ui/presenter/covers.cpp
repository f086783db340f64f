// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "covers.h"

#include "coveredfield.h"
#include "editcover.h"
#include "giventexts.h"
#include "presenter.h"

#include <ui/widgets/plaintooltip.h>

#include <QAbstractSpinBox>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace Gatescope {

namespace {

/// A tool tip is a label, whoever gave it its text.
void disguiseToolTip(QLabel &tip, const Presenter &presenter)
{
    const QString text = toolTipText(tip.text());
    const QString shown = presenter.text(text);
    if (shown == text)
        return;
    tip.setText(plainToolTip(shown));
    tip.adjustSize();
}

} // namespace

Covers::Covers(Presenter &presenter)
    : QObject(&presenter)
    , m_presenter(presenter)
{
    connect(&presenter, &Presenter::changed, this, &Covers::follow);
}

void Covers::follow()
{
    // Whatever draws by itself, or by the style, asks again.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        presentGivenTexts(*widget, m_presenter);
        widget->updateGeometry();
        widget->update();
    }
    if (m_presenter.isOn() == m_isOn)
        return;
    m_isOn = m_presenter.isOn();
    CoveredField::follow();
    if (!m_isOn)
        return qApp->removeEventFilter(this);
    qApp->installEventFilter(this);
    for (QWidget *widget : widgets)
        cover(widget);
}

void Covers::cover(QWidget *widget)
{
    auto *line = qobject_cast<QLineEdit *>(widget);
    if (line && !qobject_cast<QAbstractSpinBox *>(line->parentWidget()))
        EditCover::give(line);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(widget); text && !text->isReadOnly())
        EditCover::give(text);
}

bool Covers::eventFilter(QObject *watched, QEvent *event)
{
    // Before anything of a new one is on the screen. No event tells of a new name; what has one is drawn
    // anew, as a rule.
    if (event->type() != QEvent::Polish && event->type() != QEvent::Show && event->type() != QEvent::Paint
        && event->type() != QEvent::WindowTitleChange)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr)
        return false;
    presentGivenTexts(*widget, m_presenter);
    if (widget->inherits("QTipLabel"))
        disguiseToolTip(*static_cast<QLabel *>(widget), m_presenter);
    else if (event->type() == QEvent::Polish || event->type() == QEvent::Show)
        cover(widget);
    return false;
}

} // namespace Gatescope
