// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "redaction.h"

#include <models/statsig/members.h>

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

struct RedactionWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Redaction)
};

/// In texts; of the user and of lists what is removed is gone.
QString removedMark()
{
    return RedactionWords::tr("(removed)");
}

Treatment usualTreatment(const RedactionChoice &choice)
{
    if (choice.isPrivate())
        return Treatment::Remove;
    const auto *table = std::get_if<UserTable>(&choice.attribute.place);
    const auto *field = std::get_if<UserField>(&choice.attribute.place);
    const bool isIdentity = (table && *table == UserTable::CustomIds)
        || (field && (*field == UserField::UserId || *field == UserField::Email || *field == UserField::Ip));
    const bool looksPersonal = kindOfValue(textOfJson(choice.json)) != Pseudonyms::Kind::Text;
    return isIdentity || looksPersonal ? Treatment::Pseudonym : Treatment::Keep;
}

Pseudonyms::Kind pseudonymKindOf(const UserAttribute &attribute, const QString &value)
{
    const auto *table = std::get_if<UserTable>(&attribute.place);
    const auto *field = std::get_if<UserField>(&attribute.place);
    const Pseudonyms::Kind byLook = kindOfValue(value);
    if (field && *field == UserField::Email)
        return Pseudonyms::Kind::Email;
    if (byLook != Pseudonyms::Kind::Text)
        return byLook;
    const bool isId = (table && *table == UserTable::CustomIds) || (field && *field == UserField::UserId);
    return isId ? Pseudonyms::Kind::Id : Pseudonyms::Kind::Text;
}

QString writtenText(const JsonValue &value)
{
    return value.isString() ? value.toString()
                            : QString::fromUtf8(value.rawText().data(), qsizetype(value.rawText().size()));
}

bool isUserName(const QString &key)
{
    const auto isKey = [&key](auto each) { return apiName(each) == key; };
    return std::ranges::any_of(userFields, isKey) || std::ranges::any_of(userTables, isKey);
}

/// Whether the explanation says it in a word of its own, "gate", "fail".
bool isOwnWord(const QString &key)
{
    static const QSet<QString> keys {QStringLiteral("kind"), QStringLiteral("id_type"),
        QStringLiteral("cause"), QStringLiteral("reason"), QStringLiteral("type"), QStringLiteral("result"),
        QStringLiteral("found_in"), QStringLiteral("table"), QStringLiteral("format"),
        QStringLiteral("program")};
    return keys.contains(key);
}

/// Whose names a member's content has.
Redaction::Names namesWithin(const QString &key, Redaction::Names around)
{
    if (around != Redaction::Names::Explanation || key == QLatin1String("value")
        || key == QLatin1String("target"))
        return Redaction::Names::Data;
    return key == QLatin1String("user") ? Redaction::Names::User : around;
}

/// Of short texts only whole words: "1" is no part of "10".
QString patternOf(const QString &text)
{
    constexpr qsizetype shortestAnywhere = 3;
    const QString escaped = QRegularExpression::escape(text);
    return text.size() >= shortestAnywhere
        ? escaped
        : QStringLiteral("(?<![\\p{L}\\p{N}_])%1(?![\\p{L}\\p{N}_])").arg(escaped);
}

} // namespace

bool RedactionChoice::isPrivate() const
{
    const auto *table = std::get_if<UserTable>(&attribute.place);
    return table && *table == UserTable::PrivateAttributes;
}

RedactionChoices usualChoices(const StatsigUser &user)
{
    RedactionChoices choices;
    const auto add = [&](const UserAttribute &attribute, const QByteArray &json) {
        RedactionChoice choice {attribute, json, Treatment::Keep};
        choice.treatment = usualTreatment(choice);
        choices.append(choice);
    };
    for (const UserField field : userFields) {
        const UserAttribute attribute {field, {}};
        if (const QByteArray json = attributeJson(user, attribute); !json.isEmpty())
            add(attribute, json);
    }
    for (const UserTable table : {UserTable::CustomIds, UserTable::Custom, UserTable::PrivateAttributes}) {
        const JsonMembers members = user.table(table);
        for (const JsonMember &member : members)
            add({table, member.key}, member.json);
    }
    return choices;
}

Redaction::Redaction(const StatsigUser &user, const RedactionChoices &choices, Treatment otherEmails,
    const Pseudonyms &pseudonyms)
    : m_pseudonyms(pseudonyms)
    , m_otherEmails(otherEmails)
    , m_choices(choices)
    , m_user(user)
{
    m_user.dropOverridden();
    for (const RedactionChoice &choice : choices) {
        const auto document = JsonDocument::parse(choice.json);
        if (!document)
            continue;
        learnAll((*document)->root(), choice);
        m_user = edited(std::move(m_user), UserEdit {choice.attribute, valueJson(choice)});
    }
    const JsonMembers others = user.otherMembers();
    for (const JsonMember &member : others) {
        if (const auto document = JsonDocument::parse(member.json))
            learnAll(
                (*document)->root(), {UserAttribute {UserTable::Custom, member.key}, {}, Treatment::Remove});
    }
    if (!others.isEmpty()) {
        StatsigUser known;
        for (const UserField field : userFields)
            known.setText(field, m_user.text(field));
        for (const UserTable table : userTables)
            known.setTable(table, m_user.table(table));
        m_user = known;
    }
    buildExpression();
    // What is kept may still hold what is not: a note with the e-mail address in it.
    if (auto clean = StatsigUser::fromJson(json(m_user.toJson(), Names::User)))
        m_user = std::move(*clean);
}

QString Redaction::replacementOf(const RedactionChoice &choice, const QString &value) const
{
    switch (choice.treatment) {
    case Treatment::Keep:
        return value;
    case Treatment::Pseudonym:
        return m_pseudonyms.of(pseudonymKindOf(choice.attribute, value), value);
    case Treatment::Remove:
        break;
    }
    return removedMark();
}

void Redaction::learn(const QString &value, const QString &replacement)
{
    if (value.trimmed().isEmpty() || m_byText.contains(value.toCaseFolded()))
        return;
    m_byText.insert(value.toCaseFolded(), replacement);
    m_patterns.append({value, replacement});
}

void Redaction::learnAll(const JsonValue &value, const RedactionChoice &choice)
{
    for (quint32 i = 0; i < value.size(); ++i)
        learnAll(value.at(i), choice);
    const bool isText = value.isString() || value.isNumber();
    if (!isText)
        return;
    const QString text = writtenText(value);
    if (choice.treatment == Treatment::Keep) {
        m_kept.insert(text.toCaseFolded());
        return;
    }
    const QString replacement = replacementOf(choice, text);
    learn(text, replacement);
    const QByteArray quoted = jsonQuoted(text);
    learn(QString::fromUtf8(quoted.mid(1, quoted.size() - 2)), replacement);
    learn(QString::fromLatin1(text.toUtf8().toPercentEncoding()), replacement);
}

void Redaction::buildExpression()
{
    std::ranges::stable_sort(
        m_patterns, [](const Pattern &a, const Pattern &b) { return a.text.size() > b.text.size(); });
    QStringList alternatives;
    for (const Pattern &pattern : std::as_const(m_patterns))
        alternatives << patternOf(pattern.text);
    if (m_otherEmails != Treatment::Keep)
        alternatives << QStringLiteral("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    m_expression.setPattern(alternatives.join(u'|'));
    m_expression.setPatternOptions(
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

QString Redaction::otherEmail(const QString &address) const
{
    static const QRegularExpression pseudonym(QStringLiteral("^person-[0-9a-f]{6}@example\\.invalid$"));
    if (m_kept.contains(address.toCaseFolded()) || pseudonym.match(address).hasMatch())
        return address;
    return m_otherEmails == Treatment::Remove ? removedMark()
                                              : m_pseudonyms.of(Pseudonyms::Kind::Email, address);
}

QString Redaction::text(const QString &text) const
{
    if (m_expression.pattern().isEmpty())
        return text;
    QString clean;
    qsizetype end = 0;
    for (auto matches = m_expression.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString found = match.captured();
        QString replacement = m_byText.value(found.toCaseFolded());
        if (replacement.isNull())
            replacement = otherEmail(found);
        clean += QStringView(text).mid(end, match.capturedStart() - end) + replacement;
        end = match.capturedEnd();
    }
    return clean + QStringView(text).mid(end);
}

QByteArray Redaction::json(const QByteArray &json, Names names) const
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return text(QString::fromUtf8(json)).toUtf8();
    QByteArray out;
    write((*document)->root(), names, out);
    return out;
}

void Redaction::write(const JsonValue &value, Names names, QByteArray &out) const
{
    if (value.isString()) {
        out += jsonQuoted(text(value.toString()));
        return;
    }
    if (!value.isContainer()) {
        const QString written = writtenText(value);
        const QString replacement =
            value.isNumber() ? m_byText.value(written.toCaseFolded(), written) : written;
        out += replacement == written ? written.toUtf8() : jsonQuoted(replacement);
        return;
    }
    out += value.isObject() ? '{' : '[';
    for (quint32 i = 0; i < value.size(); ++i) {
        if (i > 0)
            out += ',';
        if (value.isObject())
            writeMember(value.at(i), names, out);
        else
            write(value.at(i), names, out);
    }
    out += value.isObject() ? '}' : ']';
}

void Redaction::writeMember(const JsonValue &member, Names names, QByteArray &out) const
{
    const QString key = member.key();
    const bool isOurs = names == Names::Explanation || (names == Names::User && isUserName(key));
    out += jsonQuoted(isOurs ? key : text(key)) + ':';
    if (names == Names::Explanation && member.isString() && isOwnWord(key))
        out += jsonQuoted(member.toString());
    else
        write(member, namesWithin(key, names), out);
}

QByteArray Redaction::valueJson(const RedactionChoice &choice) const
{
    if (choice.treatment == Treatment::Keep)
        return choice.json;
    const auto document = JsonDocument::parse(choice.json);
    return choice.treatment == Treatment::Remove || !document ? QByteArray()
                                                              : treated((*document)->root(), choice);
}

QString Redaction::valueText(const RedactionChoice &choice) const
{
    const QByteArray json = valueJson(choice);
    return json.isEmpty() ? removedMark() : textOfJson(json);
}

/// Of lists and objects each value for itself.
QByteArray Redaction::treated(const JsonValue &value, const RedactionChoice &choice) const
{
    if (!value.isContainer())
        return jsonQuoted(replacementOf(choice, writtenText(value)));
    QByteArrayList parts;
    for (quint32 i = 0; i < value.size(); ++i)
        parts << (value.isObject() ? jsonQuoted(value.at(i).key()) + ':' : QByteArray())
                + treated(value.at(i), choice);
    return value.isObject() ? '{' + parts.join(',') + '}' : '[' + parts.join(',') + ']';
}

} // namespace Gatescope
