// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>
#include <models/json/jsonmember.h>

#include <array>

namespace Gatescope {

/// The fields of a StatsigUser that hold one text (facts §1.1, "User object").
enum class UserField { UserId, Email, Ip, UserAgent, Country, Locale, AppVersion };
inline constexpr std::array userFields {UserField::UserId, UserField::Email, UserField::Ip,
    UserField::UserAgent, UserField::Country, UserField::Locale, UserField::AppVersion};

/// The fields of a StatsigUser that hold a table.
enum class UserTable { Custom, PrivateAttributes, CustomIds, StatsigEnvironment };
inline constexpr std::array userTables {
    UserTable::Custom, UserTable::PrivateAttributes, UserTable::CustomIds, UserTable::StatsigEnvironment};

/// The API's own spelling, such as "userID".
QString apiName(UserField field);
QString apiName(UserTable table);

/// A user as sent to Statsig: the members of one JSON object in their order, with typed access to the known
/// ones.
///
/// Whatever the form does not know (fields of later API versions, a number as userID) is kept as it was
/// written.
class StatsigUser
{
public:
    /// The value must be an object and each table an object too; the error names the field.
    static Result<StatsigUser> fromJson(const JsonValue &value);
    static Result<StatsigUser> fromJson(const QByteArray &text);

    /// Text of a string field; a number's or other value's JSON text; empty if absent.
    QString text(UserField field) const;
    /// An empty text removes the field.
    void setText(UserField field, const QString &text);

    JsonMembers table(UserTable table) const;
    /// An empty table removes the field.
    void setTable(UserTable table, const JsonMembers &members);

    /// statsigEnvironment.tier; empty if there is none.
    QString tier() const;
    /// Keeps the other members of statsigEnvironment; an empty tier removes it.
    void setTier(const QString &tier);

    /// Of members of one name only the last stays, which is the one that counts: what is hidden by name is
    /// then hidden.
    void dropOverridden();

    /// Members that are neither fields nor tables, in their order.
    JsonMembers otherMembers() const;

    bool isEmpty() const { return m_members.isEmpty(); }
    QByteArray toJson() const; ///< compact, in the members' order
    QByteArray toIndentedJson() const;
    /// A short label: userID, else the first custom ID, else e-mail; empty if there is none of them.
    QString label() const;

    bool operator==(const StatsigUser &) const = default;

private:
    JsonMembers m_members;
};

} // namespace Gatescope
