// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "phrase.h"

#include <models/json/utf8text.h>

namespace Gatescope {

namespace {

constexpr QLatin1StringView segmentPrefix("segment:");

void appendPhrase(Phrases &phrases, const Phrase &phrase)
{
    if (phrase.text.isEmpty())
        return;
    const bool joins = !phrases.isEmpty() && phrase.style != Phrase::Style::Link
        && phrases.last().style == phrase.style && phrases.last().isPrivate == phrase.isPrivate;
    if (joins)
        phrases.last().text += phrase.text;
    else
        phrases.append(phrase);
}

} // namespace

Phrase plainPhrase(const QString &text)
{
    return {text, Phrase::Style::Plain, {}, false};
}

Phrase codePhrase(const QString &text)
{
    return {text, Phrase::Style::Code, {}, false};
}

Phrase mutedPhrase(const QString &text)
{
    return {text, Phrase::Style::Muted, {}, false};
}

Phrase strongPhrase(const QString &text)
{
    return {text, Phrase::Style::Strong, {}, false};
}

Phrases fillPhrases(const QString &sentence, const QList<Phrases> &arguments)
{
    Phrases result;
    qsizetype from = 0;
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0 && at + 1 < sentence.size();
        at = sentence.indexOf(u'%', from)) {
        const QChar digit = sentence[at + 1];
        if (digit < u'1' || digit > u'9') {
            appendPhrase(result, plainPhrase(sentence.mid(from, at + 1 - from)));
            from = at + 1;
            continue;
        }
        appendPhrase(result, plainPhrase(sentence.mid(from, at - from)));
        const qsizetype argument = digit.unicode() - u'1';
        if (argument < arguments.size())
            for (const Phrase &phrase : arguments[argument])
                appendPhrase(result, phrase);
        from = at + 2;
    }
    appendPhrase(result, plainPhrase(sentence.mid(from)));
    return result;
}

QString plainText(const Phrases &phrases)
{
    QString text;
    for (const Phrase &phrase : phrases)
        text += phrase.text;
    return text;
}

QString displayName(EntityKind kind, const QString &name)
{
    return kind == EntityKind::Segment && name.startsWith(segmentPrefix) ? name.mid(segmentPrefix.size())
                                                                         : name;
}

QString displayName(const Spec &spec)
{
    return displayName(spec.kind, utf8Text(spec.name));
}

Phrase entityPhrase(const Project &project, SpecTable table, std::string_view name)
{
    const QString full = QString::fromUtf8(name.data(), qsizetype(name.size()));
    const int index = project.find(table, name);
    if (index < 0)
        return codePhrase(full);
    return {displayName(project.specs()[size_t(index)]), Phrase::Style::Link, {table, full}, false};
}

} // namespace Gatescope
