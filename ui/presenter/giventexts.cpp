// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "giventexts.h"

#include "presenter.h"

#include <ui/widgets/plaintooltip.h>

#include <QAbstractButton>
#include <QVariant>
#include <QWidget>

namespace Gatescope {

namespace {

struct GivenText
{
    QString (QWidget::*text)() const;
    void (QWidget::*setText)(const QString &);
    const char *given; ///< the property that keeps what it was given while something else is shown
    const char *shown;
    /// What is said without it; empty: nothing.
    QString (*otherwise)(const QWidget &);
};

QString nothing(const QWidget &)
{
    return {};
}

QString buttonText(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button ? button->text().remove(u'&') : QString();
}

QString toolTipOf(const QWidget &widget)
{
    return toolTipText(widget.toolTip());
}

void present(QWidget &widget, const GivenText &text, const Presenter &presenter)
{
    const QString now = (widget.*text.text)();
    const QVariant kept = widget.property(text.given);
    const QString given =
        kept.isValid() && widget.property(text.shown).toString() == now ? kept.toString() : now;
    const QString source = given.isEmpty() ? text.otherwise(widget) : given;
    const QString disguised = presenter.text(source);
    const QString shown = disguised == source ? given : disguised;
    if (shown != given || kept.isValid()) {
        widget.setProperty(text.given, shown == given ? QVariant() : QVariant(given));
        widget.setProperty(text.shown, shown == given ? QVariant() : QVariant(shown));
    }
    if (shown != now)
        (widget.*text.setText)(shown);
}

} // namespace

void presentGivenTexts(QWidget &widget, const Presenter &presenter)
{
    static const GivenText texts[] {
        {&QWidget::windowTitle, &QWidget::setWindowTitle, "presenterGivenTitle", "presenterTitle", nothing},
        {&QWidget::accessibleName, &QWidget::setAccessibleName, "presenterGivenName", "presenterName",
            buttonText},
        {&QWidget::accessibleDescription, &QWidget::setAccessibleDescription, "presenterGivenDescription",
            "presenterDescription", toolTipOf},
    };
    for (const GivenText &each : texts)
        present(widget, each, presenter);
}

} // namespace Gatescope
