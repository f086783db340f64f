// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "flipvalues.h"

#include "patternsample.h"

#include <models/evaluation/timestamptext.h>
#include <models/statsig/typedtext.h>

#include <cmath>
#include <optional>

namespace Gatescope {

namespace {

constexpr qsizetype mostTargets = 6;
constexpr qsizetype mostValues = 12;
constexpr qint64 millisecondsADay = 86'400'000;

/// Nothing if there is no such number.
std::optional<qint64> sum(qint64 left, qint64 right)
{
    qint64 both = 0;
    return __builtin_add_overflow(left, right, &both) ? std::nullopt : std::optional(both);
}

/// Guesses for one condition, collected in the order in which they are worth trying.
class ValueGuesser
{
public:
    ValueGuesser(const Condition &condition, const QByteArray &current)
        : m_target(condition.target)
        , m_operator(condition.op)
        , m_current(current)
    { }

    QByteArrayList values()
    {
        guess();
        guessAnotherType();
        m_values.removeAll(m_current);
        return m_values.mid(0, mostValues);
    }

private:
    void guess()
    {
        using enum Operator;
        switch (m_operator) {
        case Gt:
        case Gte:
        case Lt:
        case Lte:
            return guessNumbers();
        case VersionGt:
        case VersionGte:
        case VersionLt:
        case VersionLte:
        case VersionEq:
        case VersionNeq:
            return guessVersions();
        case Before:
        case After:
        case On:
            return guessTimes();
        case ArrayContainsAny:
        case ArrayContainsNone:
        case ArrayContainsAll:
        case NotArrayContainsAll:
            return guessLists();
        case StrMatches:
            return guessMatches();
        default:
            return guessTexts();
        }
    }

    void add(const QByteArray &json)
    {
        if (!json.isEmpty() && !m_values.contains(json))
            m_values << json;
    }
    void addText(const QString &text) { add(jsonQuoted(text)); }

    QString currentText() const
    {
        return m_current.isEmpty() ? QString() : typedTextFromJson(m_current).text;
    }

    /// The first few targets: elements of a list, keys of a set, or the one value.
    QList<JsonValue> targets() const
    {
        if (!m_target.isContainer())
            return m_target.isValid() ? QList<JsonValue> {m_target} : QList<JsonValue>();
        QList<JsonValue> some;
        for (quint32 i = 0; i < m_target.size() && some.size() < mostTargets; ++i)
            some << m_target.at(i);
        return some;
    }
    QString textOf(const JsonValue &target) const
    {
        if (m_target.isObject())
            return target.key();
        return target.isString() ? target.toString() : QString::fromUtf8(jsonCompact(target));
    }

    void guessNumbers()
    {
        const double limit = m_target.isString() ? m_target.toString().toDouble() : m_target.toDouble();
        if (!std::isfinite(limit)) // JSON has no word for it
            return;
        for (const double value : {limit, limit + 1, limit - 1})
            add(QByteArray::number(value, 'g', 15));
    }

    void guessVersions()
    {
        const QString version = m_target.toString();
        if (version.isEmpty())
            return;
        addText(version);
        addText(neighbour(version, 1));
        addText(neighbour(version, -1));
    }

    /// The next version up or down: 4.10.0 → 4.10.1, 4.9.0.
    static QString neighbour(const QString &version, int by)
    {
        QStringList parts = version.section(u'-', 0, 0).split(u'.');
        for (qsizetype i = parts.size() - 1; i >= 0; --i) {
            const auto next = sum(parts[i].toLongLong(), by);
            if (!next || *next < 0)
                continue;
            parts[i] = QString::number(*next);
            return parts.join(u'.');
        }
        return version;
    }

    void guessTimes()
    {
        const std::optional<qint64> time =
            m_target.isString() ? timestampOfTarget(m_target.toUtf8()) : m_target.toInt64();
        if (!time)
            return;
        for (const qint64 by : {qint64(0), millisecondsADay, -millisecondsADay})
            if (const auto moment = sum(*time, by))
                add(QByteArray::number(*moment));
    }

    void guessLists()
    {
        QByteArrayList all;
        for (const JsonValue &target : targets())
            all << (m_target.isObject() ? jsonQuoted(target.key()) : jsonCompact(target));
        for (const QByteArray &one : std::as_const(all))
            add('[' + one + ']');
        add('[' + all.join(',') + ']');
        add("[]");
    }

    void guessMatches()
    {
        for (const JsonValue &target : targets())
            for (const QString &sample : patternSamples(target.toString()))
                addText(sample);
    }

    void guessTexts()
    {
        const QString current = currentText();
        for (const JsonValue &target : targets()) {
            if (!m_target.isObject() && target.isNull())
                continue; // to be unset is to have the attribute removed
            const QString text = textOf(target);
            if (m_operator == Operator::StrEndsWithAny && text.startsWith(u'@')) {
                const QString name = current.section(u'@', 0, 0);
                addText((name.isEmpty() ? QStringLiteral("someone") : name) + text);
            } else if (m_operator == Operator::StrStartsWithAny && !current.isEmpty()) {
                addText(text + current);
            } else if (m_operator == Operator::StrEndsWithAny && !current.isEmpty()) {
                addText(current + text);
            }
            add(m_operator == Operator::Eq || m_operator == Operator::Neq ? jsonCompact(target)
                                                                          : jsonQuoted(text));
        }
    }

    /// "3" as 3, "true" as true, 3 as "3".
    void guessAnotherType()
    {
        if (m_current.isEmpty())
            return;
        const TypedText current = typedTextFromJson(m_current);
        if (current.type != ValueType::Text)
            return addText(current.text);
        for (const ValueType type : {ValueType::Number, ValueType::Boolean})
            if (const auto json = typedTextToJson({type, current.text}))
                add(*json);
    }

    const JsonValue &m_target;
    Operator m_operator;
    const QByteArray &m_current;
    QByteArrayList m_values;
};

} // namespace

QByteArrayList valuesToTry(const Condition &condition, const QByteArray &current)
{
    return ValueGuesser(condition, current).values();
}

} // namespace Gatescope
