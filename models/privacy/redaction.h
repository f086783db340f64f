// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pseudonyms.h"

#include <models/statsig/useredit.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace Gatescope {

/// What is done with a value before it leaves.
enum class Treatment { Keep, Pseudonym, Remove };

/// One attribute of a user and what is to be done with it.
struct RedactionChoice
{
    UserAttribute attribute;
    QByteArray json; ///< the value as it is
    Treatment treatment = Treatment::Keep;

    bool isPrivate() const;
    bool operator==(const RedactionChoice &) const = default;
};
using RedactionChoices = QList<RedactionChoice>;

/// Every attribute of a user with what is usually wanted: IDs, e-mail and IP addresses by pseudonym, private
/// attributes removed, the rest kept.
RedactionChoices usualChoices(const StatsigUser &user);

/// Takes a user's values out of the user and of all texts that may hold them, by the choices made. Wherever a
/// value of three or more characters stands it is found, in any case, as it is or as JSON or an address has
/// it; shorter ones as words of their own. Members of the user that Statsig does not know are removed.
/// Immutable, any thread.
class Redaction
{
public:
    Redaction(const StatsigUser &user, const RedactionChoices &choices, Treatment otherEmails,
        const Pseudonyms &pseudonyms);

    const StatsigUser &user() const { return m_user; } ///< without what was to go
    QString text(const QString &text) const;
    /// Whose the names of a JSON text's members are: what Statsig or Gatescope calls them tells nothing of a
    /// user and stays, or nobody could read the rest.
    enum class Names {
        Data, ///< anybody's
        User, ///< a user's fields and tables, and within them anybody's
        Explanation, ///< docs/explain-json.md, with its own words; anybody's in the values it quotes
    };
    /// Every string, key and number of a JSON text; what is none is treated as text.
    QByteArray json(const QByteArray &json, Names names = Names::Data) const;
    /// What stands for a value of the user.
    QByteArray valueJson(const RedactionChoice &choice) const;
    const RedactionChoices &choices() const { return m_choices; }
    /// What stands for a value of the user in a text about it.
    QString valueText(const RedactionChoice &choice) const;
    bool changes(const QString &text) const { return this->text(text) != text; }

private:
    struct Pattern
    {
        QString text;
        QString replacement;
    };

    void learn(const QString &value, const QString &replacement);
    void learnAll(const JsonValue &value, const RedactionChoice &choice);
    void buildExpression();
    QString otherEmail(const QString &address) const;
    QString replacementOf(const RedactionChoice &choice, const QString &value) const;
    QByteArray treated(const JsonValue &value, const RedactionChoice &choice) const;
    void write(const JsonValue &value, Names names, QByteArray &out) const;
    void writeMember(const JsonValue &member, Names names, QByteArray &out) const;

    Pseudonyms m_pseudonyms;
    Treatment m_otherEmails;
    RedactionChoices m_choices;
    StatsigUser m_user;
    QList<Pattern> m_patterns;
    QHash<QString, QString> m_byText; ///< case-folded
    QSet<QString> m_kept; ///< case-folded
    QRegularExpression m_expression;
};

} // namespace Gatescope
