// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "hiddenvalues.h"

#include <models/json/jsonrewrite.h>

#include <QRegularExpression>

namespace Gatescope {

namespace {

bool hasMuteValue(const JsonValue &value)
{
    if (value.isBool() || value.isNull())
        return true;
    for (quint32 i = 0; i < value.size(); ++i) {
        if (hasMuteValue(value.at(i)))
            return true;
    }
    return false;
}

/// As docs/explain-json.md calls it; empty for what is not found there.
QString placeName(const UserAttribute &attribute)
{
    if (std::holds_alternative<UserField>(attribute.place))
        return QStringLiteral("user_field");
    switch (std::get<UserTable>(attribute.place)) {
    case UserTable::Custom:
        return QStringLiteral("custom");
    case UserTable::CustomIds:
        return QStringLiteral("custom_ids");
    case UserTable::PrivateAttributes:
        return QStringLiteral("private_attributes");
    case UserTable::StatsigEnvironment:
        break;
    }
    return {};
}

QString writtenName(const UserAttribute &attribute)
{
    const auto *field = std::get_if<UserField>(&attribute.place);
    return field ? apiName(*field) : attribute.key;
}

JsonValue writtenIn(const JsonValue &user, const UserAttribute &attribute)
{
    const auto *table = std::get_if<UserTable>(&attribute.place);
    const JsonValue around = table ? user[apiName(*table).toStdString()] : user;
    return around[writtenName(attribute).toStdString()];
}

class MuteValues
{
public:
    MuteValues(JsonDocumentPtr explanation, const Redaction &redaction)
        : m_root(explanation->root())
        , m_redaction(redaction)
        , m_rewrite(std::move(explanation))
    { }

    QByteArray withoutHidden()
    {
        const JsonValue rows = m_root["rows"];
        for (quint32 i = 0; i < rows.size(); ++i)
            hideInRow(rows.at(i));
        for (const RedactionChoice &choice : m_redaction.choices()) {
            if (choice.treatment != Treatment::Keep)
                hideInUser(choice);
        }
        for (const char *text : {"headline", "summary"})
            hideInText(m_root[text]);
        return m_rewrite.text();
    }

private:
    void hideInUser(const RedactionChoice &choice)
    {
        const JsonValue value = writtenIn(m_root["user"], choice.attribute);
        if (!value.isValid() || !hasMuteValue(value))
            return;
        const QByteArray json = m_redaction.valueJson(choice);
        if (json.isEmpty())
            m_rewrite.remove(value);
        else
            m_rewrite.replace(value, json);
    }

    void hideInRow(const JsonValue &row)
    {
        const JsonValue value = row["user"];
        const RedactionChoice *choice =
            value.isValid() && hasMuteValue(value) ? hiddenAttributeOf(row) : nullptr;
        if (!choice)
            return;
        const QByteArray shown = jsonQuoted(m_redaction.valueText(*choice));
        const QByteArray json = m_redaction.valueJson(*choice);
        m_rewrite.replace(value, json.isEmpty() ? shown : json);
        if (row["user_text"].isValid())
            m_rewrite.replace(row["user_text"], shown);
    }

    /// A row does not say which attribute it reads, but its words begin with the name. Where they are not
    /// those of any, whatever is hidden and has that value may be meant.
    const RedactionChoice *hiddenAttributeOf(const JsonValue &row) const
    {
        const QString text = row["text"].toString();
        const RedactionChoice *possible = nullptr;
        bool isKept = false;
        for (const RedactionChoice &choice : m_redaction.choices()) {
            if (!mayBeReadBy(row, choice))
                continue;
            const bool isNamed = text.contains(writtenName(choice.attribute), Qt::CaseInsensitive);
            const bool isHidden = choice.treatment != Treatment::Keep;
            if (isHidden && isNamed)
                return &choice;
            isKept = isKept || (isNamed && !isHidden);
            possible = isHidden && !possible ? &choice : possible;
        }
        return isKept ? nullptr : possible;
    }

    static bool mayBeReadBy(const JsonValue &row, const RedactionChoice &choice)
    {
        const auto value = JsonDocument::parse(choice.json);
        return value && row["found_in"].toString() == placeName(choice.attribute)
            && jsonEquals((*value)->root(), row["user"]);
    }

    /// A sentence that names a hidden attribute tells its value too: "beta is true".
    void hideInText(const JsonValue &value)
    {
        static const QRegularExpression mute(QStringLiteral("\\b(true|false|null)\\b"));
        QString text = value.toString();
        for (const RedactionChoice &choice : m_redaction.choices()) {
            const auto hidden = JsonDocument::parse(choice.json);
            if (choice.treatment != Treatment::Keep && hidden && hasMuteValue((*hidden)->root())
                && text.contains(writtenName(choice.attribute), Qt::CaseInsensitive))
                text.replace(mute, m_redaction.valueText(choice));
        }
        if (value.isString() && text != value.toString())
            m_rewrite.replace(value, jsonQuoted(text));
    }

    JsonValue m_root;
    const Redaction &m_redaction;
    JsonRewrite m_rewrite;
};

} // namespace

QByteArray withoutHiddenValues(const QByteArray &explanation, const Redaction &redaction)
{
    const auto document = JsonDocument::parse(explanation);
    return document ? MuteValues(*document, redaction).withoutHidden() : QByteArray();
}

} // namespace Gatescope
