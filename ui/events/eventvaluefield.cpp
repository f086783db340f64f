// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventvaluefield.h"

#include <ui/theme/theme.h>
#include <ui/widgets/segmented.h>

#include <QHBoxLayout>
#include <QLineEdit>

namespace Gatescope {

EventValueField::EventValueField(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_kind(new Segmented(tr("Kind of value")))
{
    m_text->setObjectName(QStringLiteral("valueLineEdit"));
    m_text->setAccessibleName(tr("Value"));
    m_text->setFont(Theme::instance().font(Theme::Font::Mono));
    connect(&Theme::instance(), &Theme::changed, this,
        [this] { m_text->setFont(Theme::instance().font(Theme::Font::Mono)); });
    m_kind->addSegment(tr("Number"));
    m_kind->addSegment(tr("Text"));
    m_kind->addSegment(tr("None"));
    m_kind->setObjectName(QStringLiteral("valueKindControl"));
    setFocusProxy(m_text);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::instance().scaled(8));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_kind);

    connect(m_text, &QLineEdit::textEdited, this, &EventValueField::edited);
    connect(m_kind, &Segmented::chosen, this, [this] {
        showKind();
        Q_EMIT edited();
    });
    setValue({});
}

StatsigEvent::Value EventValueField::value() const
{
    switch (m_kind->current()) {
    case Number:
        return StatsigEvent::NumberValue {m_text->text().trimmed().toUtf8()};
    case Text:
        return m_text->text();
    default:
        return {};
    }
}

void EventValueField::setValue(const StatsigEvent::Value &value)
{
    if (value == this->value())
        return; // keeps what is typed and its cursor
    if (const auto *number = std::get_if<StatsigEvent::NumberValue>(&value)) {
        m_kind->setCurrent(Number);
        m_text->setText(QString::fromUtf8(number->text));
    } else if (const auto *text = std::get_if<QString>(&value)) {
        m_kind->setCurrent(Text);
        m_text->setText(*text);
    } else {
        m_kind->setCurrent(None);
        m_text->clear();
    }
    showKind();
}

void EventValueField::showKind()
{
    const bool none = m_kind->current() == None;
    m_text->setEnabled(!none);
    m_text->setPlaceholderText(none ? tr("no value") : QString());
}

} // namespace Gatescope
