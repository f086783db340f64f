// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "linteduser.h"

namespace Gatescope {

namespace {

JsonDocumentPtr documentOf(const StatsigUser &user)
{
    return JsonDocument::parse(user.toJson()).value_or(nullptr);
}

QByteArray rawJson(const JsonValue &value)
{
    const std::string_view raw = value.rawText();
    return {raw.data(), qsizetype(raw.size())};
}

} // namespace

UserField builtInUserField(BuiltInField field)
{
    switch (field) {
    case BuiltInField::UserId:
        return UserField::UserId;
    case BuiltInField::Email:
        return UserField::Email;
    case BuiltInField::Ip:
        return UserField::Ip;
    case BuiltInField::Country:
        return UserField::Country;
    case BuiltInField::Locale:
        return UserField::Locale;
    case BuiltInField::AppVersion:
        return UserField::AppVersion;
    case BuiltInField::UserAgent:
        return UserField::UserAgent;
    }
    Q_UNREACHABLE();
}

LintedUser::LintedUser(const StatsigUser &user)
    : m_user(user)
    , m_document(documentOf(user))
    , m_prepared(m_document)
{
    for (const UserTable table : userTables) {
        const JsonMembers &members = m_tables[std::size_t(table)] = user.table(table);
        QHash<QString, int> &rows = m_rows[std::size_t(table)];
        rows.reserve(members.size());
        for (int row = 0; row < int(members.size()); ++row)
            rows.insert(members[row].key, row);
    }
    for (const UserField field : userFields)
        m_texts[std::size_t(field)] = user.text(field);
}

int LintedUser::rowOf(UserTable table, const QString &key) const
{
    return m_rows[std::size_t(table)].value(key, -1);
}

bool LintedUser::counts(UserTable table, int row) const
{
    return rowOf(table, this->table(table)[row].key) == row;
}

LintedValue LintedUser::ofTable(UserTable table, const FieldName &name, const AttributeValue *value) const
{
    int row = rowOf(table, QString::fromStdString(name.name));
    if (row < 0)
        row = rowOf(table, QString::fromStdString(name.lower));
    if (row < 0)
        return {value, {}, {table, QString::fromStdString(name.name)}, {table, -1}};
    const JsonMember &member = this->table(table)[row];
    return {value, member.json, {table, member.key}, {table, row}};
}

std::optional<LintedValue> LintedUser::find(const FieldName &name) const
{
    const FoundValue found = m_prepared.attribute(name);
    if (found.value == nullptr)
        return std::nullopt;
    if (found.source == ValueSource::Custom)
        return ofTable(UserTable::Custom, name, found.value);
    if (found.source == ValueSource::PrivateAttributes)
        return ofTable(UserTable::PrivateAttributes, name, found.value);
    const auto builtIn = name.builtIn ? name.builtIn : name.alias;
    if (!builtIn)
        return std::nullopt;
    const UserField field = builtInUserField(*builtIn);
    const JsonValue json = m_prepared.json().member(apiName(field).toStdString());
    std::optional<LintedValue> value(std::in_place);
    value->value = found.value;
    value->json = rawJson(json);
    value->attribute = {field, {}};
    value->subject = {field, -1};
    return value;
}

} // namespace Gatescope
