// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventeditor.h"

#include "eventtimefield.h"
#include "eventuserfield.h"
#include "eventvaluefield.h"

#include <ui/composer/attributesection.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/textlabel.h>

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace Gatescope {

namespace {

QString deliverySentence(const EventDelivery &delivery)
{
    const QString time = delivery.sentUtc.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    const QString utc = delivery.sentUtc.toString(QStringLiteral("HH:mm:ss"));
    switch (delivery.state) {
    case EventState::Sending:
        return EventEditor::tr("It is being sent.");
    case EventState::Accepted:
        return EventEditor::tr("Accepted at %1 (%2 UTC). It is not sent again.").arg(time, utc);
    case EventState::Refused:
        return EventEditor::tr("Refused at %1 (%2 UTC). %3").arg(time, utc, delivery.note);
    default:
        return EventEditor::tr("%1, at %2 (%3 UTC). Sending it again may count it twice.")
            .arg(delivery.note, time, utc);
    }
}

InlineBar::Kind deliveryKind(EventState state)
{
    switch (state) {
    case EventState::Refused:
        return InlineBar::Kind::Error;
    case EventState::Unknown:
        return InlineBar::Kind::Undetermined;
    default:
        return InlineBar::Kind::Info;
    }
}

} // namespace

EventEditor::EventEditor(const PersonaBook &personas, QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget)
    , m_delivery(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Compact))
    , m_name(new QLineEdit)
    , m_user(new EventUserField(personas))
    , m_value(new EventValueField)
    , m_time(new EventTimeField)
    , m_metadata(new AttributeSection(QStringLiteral("metadata"), AttributeSection::Types::Shown))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    const int margin = Theme::instance().scaled(16);
    m_form = makeForm();
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(margin);
    layout->addWidget(m_delivery);
    layout->addWidget(m_form);
    layout->addWidget(m_metadata);
    layout->addStretch(1);
    setWidget(m_content);
    connectFields();
    showNothing();
}

QWidget *EventEditor::makeForm()
{
    m_name->setObjectName(QStringLiteral("eventNameLineEdit"));
    m_name->setAccessibleName(tr("Event name"));
    m_name->setPlaceholderText(tr("purchase"));
    const auto applyFont = [this] { m_name->setFont(Theme::instance().font(Theme::Font::Mono)); };
    applyFont();
    connect(&Theme::instance(), &Theme::changed, m_name, applyFont);

    auto *form = new QWidget;
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins({});
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout->setHorizontalSpacing(Theme::instance().scaled(16));
    layout->setVerticalSpacing(Theme::instance().scaled(8));
    const std::pair<QString, QWidget *> rows[] = {
        {tr("Name"), m_name}, {tr("User"), m_user}, {tr("Value"), m_value}, {tr("Time"), m_time}};
    for (const auto &[text, field] : rows) {
        auto *label = new TextLabel(text, Theme::Font::Label, Theme::Color::TextMuted);
        label->setBuddy(field);
        label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        label->setContentsMargins(0, Theme::instance().scaled(6), 0, 0);
        layout->addRow(label, field);
    }
    return form;
}

void EventEditor::connectFields()
{
    const auto tell = [this](const QString &field) {
        if (!m_showing)
            Q_EMIT edited(event(), field);
    };
    connect(m_name, &QLineEdit::textEdited, this, [tell] { tell(QStringLiteral("name")); });
    connect(m_user, &EventUserField::edited, this, [tell] { tell(QStringLiteral("user")); });
    connect(m_value, &EventValueField::edited, this, [tell] { tell(QStringLiteral("value")); });
    connect(m_time, &EventTimeField::edited, this, [tell] { tell(QStringLiteral("time")); });
    connect(m_metadata, &AttributeSection::edited, this, [tell] { tell(QStringLiteral("metadata")); });
}

StatsigEvent EventEditor::event() const
{
    return {m_name->text(), m_user->user(), m_value->value(), m_metadata->members(), m_time->time()};
}

void EventEditor::setEvent(const EventRow &row, const StatsigUser &composerUser)
{
    m_showing = true;
    const bool editable = row.delivery.state == EventState::NotSent;
    if (m_name->text() != row.event.name)
        m_name->setText(row.event.name);
    m_user->setUser(row.event.user, composerUser);
    m_value->setValue(row.event.value);
    m_time->setTime(editable || row.event.time ? row.event.time : std::optional(row.delivery.sentUtc));
    m_metadata->setMembers(row.event.metadata);
    m_form->setEnabled(editable);
    m_metadata->setEnabled(editable);
    showDelivery(row.delivery);
    m_content->show();
    updateGeometry();
    m_showing = false;
}

QSize EventEditor::minimumSizeHint() const
{
    // It does not scroll sideways, so its pane cannot be dragged narrower than its fields.
    const int bar = verticalScrollBar()->sizeHint().width();
    return {m_content->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
}

void EventEditor::showNothing()
{
    m_content->hide();
}

void EventEditor::showDelivery(const EventDelivery &delivery)
{
    m_delivery->setVisible(delivery.state != EventState::NotSent);
    if (delivery == m_shownDelivery)
        return; // keeps its buttons, and with them the focus
    m_shownDelivery = delivery;
    m_delivery->setKind(deliveryKind(delivery.state));
    m_delivery->setText(deliverySentence(delivery));
    m_delivery->clearActions();
    if (delivery.exchange > 0)
        connect(m_delivery->addAction(tr("Show the exchange")), &ActionButton::clicked, this,
            &EventEditor::exchangeRequested);
    if (delivery.state != EventState::Sending)
        connect(m_delivery->addAction(tr("Make ready again")), &ActionButton::clicked, this,
            &EventEditor::sendAgainRequested);
}

void EventEditor::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void EventEditor::focusProblem(EventProblem problem)
{
    switch (problem) {
    case EventProblem::NoUnitId:
    case EventProblem::PrivateAttributesRemoved:
        m_user->startEditing();
        break;
    case EventProblem::MetadataTooLarge:
        m_metadata->setFocus();
        break;
    default:
        focusName();
    }
}

} // namespace Gatescope
