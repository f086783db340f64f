// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "personalvalues.h"

#include <models/statsig/exchange.h>

#include <QHash>
#include <QSet>

#include <memory>
#include <set>

namespace Gatescope {

struct FoundAddress;

/// Pseudonyms in place of all that tells of somebody, in whatever is shown or copied: the values it has been
/// taught, and by their looks e-mail and IP addresses. The same value has the same pseudonym everywhere.
///
/// A value that may be a word like any other, "premium" or "18", is hidden only where it stands for itself:
/// as a whole text, in quotes, in the users of a JSON text. What is no e-mail or IP address and was never
/// taught stays.
class Disguise
{
public:
    explicit Disguise(const Pseudonyms &pseudonyms = Pseudonyms())
        : m_pseudonyms(pseudonyms)
    { }

    const Pseudonyms &pseudonyms() const { return m_pseudonyms; }
    void learn(const PersonalValues &values);
    bool knows(const PersonalValues &values) const; ///< learning them would change nothing

    /// A sentence, a name, a cell: whatever people read.
    QString text(const QString &text) const;
    /// One value, as conditions and users have it; even a short number counts.
    QString value(const QString &text) const;
    /// A value that is somebody's by where it stands.
    QString personal(const QString &text, Pseudonyms::Kind kind) const;
    QString name(const QString &text) const; ///< of a JSON member: only what tells wherever it stands
    /// There are some of those it has given: a user of these is nobody.
    bool hasPseudonyms(const QString &text) const;
    /// Byte for byte the JSON text but for what is hidden; one that is cut off, or no JSON at all, too. All
    /// of what was taken from somebody's is hidden: `within` is what personalKindWithin() says of where it
    /// stood.
    QByteArray json(const QByteArray &json, PersonalKind within = {}) const;

private:
    struct Known
    {
        QString pseudonym;
        bool isTelling = false; ///< wherever it stands, within a sentence too
        bool isNumber = false;
    };
    struct Reading
    {
        const QString &text;
        QString folded;
        bool isCut = false; ///< has an ellipsis
    };
    struct Match
    {
        qsizetype length = 0;
        QString pseudonym;
    };

    void learn(const PersonalValue &value);
    void add(const QString &spelling, const Known &known);
    QString freePseudonym(const PersonalValue &value);
    Match matchAt(const Reading &reading, qsizetype from) const;
    Match cutMatchAt(const Reading &reading, qsizetype from) const;
    Match hiddenAt(const Reading &reading, qsizetype from, const FoundAddress *address) const;

    Pseudonyms m_pseudonyms;
    QHash<QString, Known> m_known; ///< by spelling, folded
    QSet<QString> m_firstWords; ///< of them
    std::set<QString> m_sorted; ///< those that tell, for what is cut off
    QHash<QString, QString> m_owners; ///< the folded value by its pseudonym
    qsizetype m_mostWords = 0;
};

using DisguisePtr = std::shared_ptr<const Disguise>;

/// Its URL, headers, bodies and error as they are shown.
Exchange disguised(Exchange exchange, const Disguise &disguise);

} // namespace Gatescope
