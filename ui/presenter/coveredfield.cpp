// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "coveredfield.h"

#include "presenter.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace Gatescope {

namespace {

QAccessibleInterface *coveredField(const QString &, QObject *object)
{
    if (!Presenter::instance().isOn())
        return nullptr; // the next one to ask is Qt's own
    if (auto *line = qobject_cast<QLineEdit *>(object))
        return new CoveredField(line);
    if (auto *text = qobject_cast<QPlainTextEdit *>(object); text && !text->isReadOnly())
        return new CoveredField(text);
    auto *combo = qobject_cast<QComboBox *>(object);
    return combo ? new CoveredField(combo) : nullptr;
}

/// It is made anew when it is asked for.
void forgetInterface(QWidget *widget)
{
    if (QAccessibleInterface *made = QAccessible::queryAccessibleInterface(widget))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(made));
}

} // namespace

void CoveredField::follow()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(coveredField);
        return true;
    }();
    Q_UNUSED(isInstalled)
    for (QWidget *each : QApplication::allWidgets())
        if (qobject_cast<QLineEdit *>(each) || qobject_cast<QComboBox *>(each)
            || qobject_cast<QPlainTextEdit *>(each))
            forgetInterface(each);
}

CoveredField::CoveredField(QLineEdit *line)
    : QAccessibleWidget(line, QAccessible::EditableText)
{ }

CoveredField::CoveredField(QComboBox *combo)
    : QAccessibleWidget(combo, QAccessible::ComboBox)
{ }

CoveredField::CoveredField(QPlainTextEdit *text)
    : QAccessibleWidget(text, QAccessible::EditableText)
{ }

QString CoveredField::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? value() : QAccessibleWidget::text(kind);
}

QString CoveredField::value() const
{
    const Presenter &presenter = Presenter::instance();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(object()))
        return QString::fromUtf8(presenter.json(text->toPlainText().toUtf8()));
    if (const auto *combo = qobject_cast<const QComboBox *>(object()))
        return presenter.value(combo->currentText());
    return presenter.value(static_cast<const QLineEdit *>(object())->displayText());
}

} // namespace Gatescope
