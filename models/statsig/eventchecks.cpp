// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventchecks.h"

#include "members.h"

#include <models/json/jsonnumber.h>

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr QStringView reservedPrefix = u"statsig::";

/// Collects the findings of one event.
class EventChecker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::EventChecker)
public:
    EventChecker(const StatsigEvent &event, const StatsigUser &user)
        : m_event(event)
        , m_user(user)
    { }

    QList<EventFinding> run()
    {
        checkName();
        checkValue();
        checkMetadata();
        checkUser();
        checkTime();
        std::ranges::stable_sort(m_findings, {}, &EventFinding::severity);
        return m_findings;
    }

private:
    void add(EventSeverity severity, EventProblem problem, const QString &text, const QString &fix = {})
    {
        m_findings.append({severity, problem, text, fix});
    }

    void checkName();
    void checkPrefix();
    void checkValue();
    void checkNumber(const QByteArray &text);
    void checkMetadata();
    void checkMetadataKeys();
    void checkUser();
    void checkPrivateAttributes();
    void checkTime();

    const StatsigEvent &m_event;
    const StatsigUser &m_user;
    QList<EventFinding> m_findings;
};

bool isExposureName(QStringView name)
{
    return name == u"statsig::gate_exposure" || name == u"statsig::config_exposure"
        || name == u"statsig::layer_exposure";
}

bool hasUnitId(const StatsigUser &user)
{
    const JsonMembers ids = user.table(UserTable::CustomIds);
    return !user.text(UserField::UserId).isEmpty()
        || std::ranges::any_of(ids, [](const JsonMember &id) { return !textOfJson(id.json).isEmpty(); });
}

/// Read as milliseconds the number is a moment of the 1970s, read as seconds one from 1973 on.
bool isLikelyInSeconds(const QDateTime &time)
{
    const qint64 number = time.toMSecsSinceEpoch();
    return number >= 100'000'000 && number < 100'000'000'000;
}

void EventChecker::checkName()
{
    if (m_event.name.trimmed().isEmpty()) {
        add(EventSeverity::Blocks, EventProblem::NameEmpty, tr("The name is empty."), tr("Give a name"));
        return;
    }
    if (m_event.name.size() > maxEventTextLength)
        add(EventSeverity::Warning, EventProblem::NameTooLong,
            tr("The name has %1 characters; Statsig takes %2.")
                .arg(m_event.name.size())
                .arg(maxEventTextLength),
            tr("Shorten to %1").arg(maxEventTextLength));
    checkPrefix();
}

void EventChecker::checkPrefix()
{
    if (isExposureName(m_event.name))
        add(EventSeverity::Warning, EventProblem::WritesExposure,
            tr("This writes an exposure, whether or not checks log theirs."), tr("Drop the prefix"));
    else if (m_event.name.startsWith(reservedPrefix))
        add(EventSeverity::Warning, EventProblem::NameReserved,
            tr("Names that begin with %1 are Statsig's own.").arg(reservedPrefix), tr("Drop the prefix"));
}

void EventChecker::checkValue()
{
    if (const auto *number = std::get_if<StatsigEvent::NumberValue>(&m_event.value))
        checkNumber(number->text);
    const auto *text = std::get_if<QString>(&m_event.value);
    if (text && text->size() > maxEventTextLength)
        add(EventSeverity::Warning, EventProblem::ValueTooLong,
            tr("The value has %1 characters; Statsig takes %2.").arg(text->size()).arg(maxEventTextLength),
            tr("Shorten to %1").arg(maxEventTextLength));
}

void EventChecker::checkNumber(const QByteArray &text)
{
    if (text.isEmpty())
        add(EventSeverity::Blocks, EventProblem::ValueEmpty, tr("The value is to be a number, but is empty."),
            tr("Send no value"));
    else if (!isJsonNumber(text.toStdString()))
        add(EventSeverity::Blocks, EventProblem::ValueNotANumber,
            tr("The value %1 is not a number.").arg(QString::fromUtf8(text)), tr("Send as text"));
}

void EventChecker::checkMetadata()
{
    checkMetadataKeys();
    if (const qsizetype bytes = membersToJson(m_event.metadata).size(); bytes > maxEventMetadataBytes)
        add(EventSeverity::Warning, EventProblem::MetadataTooLarge,
            tr("The metadata has %1 bytes; Statsig takes %2.")
                .arg(QLocale().toString(bytes), QLocale().toString(maxEventMetadataBytes)));
}

void EventChecker::checkMetadataKeys()
{
    QSet<QString> seen;
    for (const JsonMember &member : m_event.metadata) {
        if (seen.contains(member.key))
            add(EventSeverity::Warning, EventProblem::MetadataKeyTwice,
                tr("The metadata key %1 is there twice; the last one counts.").arg(member.key),
                tr("Keep the last"));
        seen.insert(member.key);
    }
}

void EventChecker::checkUser()
{
    if (!hasUnitId(m_user))
        add(EventSeverity::Warning, EventProblem::NoUnitId,
            tr("The user has no userID and no custom ID, so the event counts for nobody."), tr("Give an ID"));
    checkPrivateAttributes();
}

void EventChecker::checkPrivateAttributes()
{
    QStringList keys;
    for (const JsonMember &member : m_user.table(UserTable::PrivateAttributes))
        keys << member.key;
    if (keys.size() == 1)
        add(EventSeverity::Note, EventProblem::PrivateAttributesRemoved,
            tr("The private attribute %1 is removed before sending.").arg(keys.first()));
    else if (!keys.isEmpty())
        add(EventSeverity::Note, EventProblem::PrivateAttributesRemoved,
            tr("The private attributes %1 are removed before sending.").arg(keys.join(QStringLiteral(", "))));
}

void EventChecker::checkTime()
{
    if (m_event.time && isLikelyInSeconds(*m_event.time))
        add(EventSeverity::Warning, EventProblem::TimeInSeconds,
            tr("The time is in seconds; Statsig reads milliseconds, so this is %1.")
                .arg(QLocale().toString(m_event.time->toUTC(), QStringLiteral("MMMM yyyy"))),
            tr("Use milliseconds"));
}

JsonMembers lastOfEachKey(const JsonMembers &members)
{
    JsonMembers kept;
    for (const JsonMember &member : members) {
        removeMember(kept, member.key);
        kept.append(member);
    }
    return kept;
}

StatsigEvent::Value shortenedValue(const StatsigEvent::Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? text->left(maxEventTextLength) : value;
}

StatsigEvent::Value valueAsText(const StatsigEvent::Value &value)
{
    const auto *number = std::get_if<StatsigEvent::NumberValue>(&value);
    return number ? QString::fromUtf8(number->text) : value;
}

} // namespace

QList<EventFinding> checkEvent(const StatsigEvent &event, const StatsigUser &composerUser)
{
    return EventChecker(event, event.user ? *event.user : composerUser).run();
}

std::optional<StatsigEvent> fixedEvent(StatsigEvent event, EventProblem problem)
{
    switch (problem) {
    case EventProblem::NameEmpty:
    case EventProblem::NoUnitId:
    case EventProblem::MetadataTooLarge:
    case EventProblem::PrivateAttributesRemoved:
        return std::nullopt;
    case EventProblem::NameTooLong:
        event.name.truncate(maxEventTextLength);
        break;
    case EventProblem::WritesExposure:
    case EventProblem::NameReserved:
        event.name.remove(0, reservedPrefix.size());
        break;
    case EventProblem::ValueEmpty:
        event.value = {};
        break;
    case EventProblem::ValueNotANumber:
        event.value = valueAsText(event.value);
        break;
    case EventProblem::ValueTooLong:
        event.value = shortenedValue(event.value);
        break;
    case EventProblem::MetadataKeyTwice:
        event.metadata = lastOfEachKey(event.metadata);
        break;
    case EventProblem::TimeInSeconds:
        event.time =
            QDateTime::fromMSecsSinceEpoch(event.time->toMSecsSinceEpoch() * 1000, event.time->timeSpec());
        break;
    }
    return event;
}

} // namespace Gatescope
