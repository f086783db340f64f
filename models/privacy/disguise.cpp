// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "disguise.h"

#include "addresses.h"
#include "disguisedjson.h"

#include <QRegularExpression>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr QChar ellipsis(0x2026);

/// Letters in any case alike; as long as the text.
QString folded(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, result.begin(), [](QChar c) { return c.toCaseFolded(); });
    return result;
}

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c.isSurrogate() || c.isMark();
}

bool isQuote(QChar c)
{
    return QStringView(u"\"'`“”„‘’«»").contains(c);
}

qsizetype wordEnd(QStringView text, qsizetype from)
{
    while (from < text.size() && isWordChar(text[from]))
        ++from;
    return from;
}

bool isNumber(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isDigit() || c == u'.' || c == u'-'; });
}

/// Of two booleans nobody is told apart, and JSON is none without them.
bool isLiteral(const QString &spelling)
{
    return spelling == QLatin1String("true") || spelling == QLatin1String("false")
        || spelling == QLatin1String("null");
}

/// An address for examples, or the machine's own; "127.5" is none.
bool isNobodys(const QString &text)
{
    return kindOfValue(text) != Pseudonyms::Kind::Text && isNobodysAddress(text);
}

/// The program's own sentences have these; an ID of one of them alone tells nobody.
bool isCommonWord(const QString &text)
{
    static const QSet<QString> words {QStringLiteral("user"), QStringLiteral("users"), QStringLiteral("gate"),
        QStringLiteral("gates"), QStringLiteral("config"), QStringLiteral("experiment"),
        QStringLiteral("layer"), QStringLiteral("rule"), QStringLiteral("rules"), QStringLiteral("group"),
        QStringLiteral("pass"), QStringLiteral("passes"), QStringLiteral("fail"), QStringLiteral("fails"),
        QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("null"), QStringLiteral("none"),
        QStringLiteral("test"), QStringLiteral("tests"), QStringLiteral("everyone"),
        QStringLiteral("sandbox"), QStringLiteral("server"), QStringLiteral("check"),
        QStringLiteral("checks"), QStringLiteral("specs"), QStringLiteral("events"), QStringLiteral("event"),
        QStringLiteral("on"), QStringLiteral("off"), QStringLiteral("in"), QStringLiteral("not"),
        QStringLiteral("yes"), QStringLiteral("no"), QStringLiteral("all"), QStringLiteral("personas"),
        QStringLiteral("exchanges"), QStringLiteral("initialize"), QStringLiteral("compare"),
        QStringLiteral("settings"), QStringLiteral("text"), QStringLiteral("number"),
        QStringLiteral("boolean"), QStringLiteral("list"), QStringLiteral("object"),
        QStringLiteral("differs"), QStringLiteral("agrees"), QStringLiteral("default"),
        QStringLiteral("control"), QStringLiteral("value"), QStringLiteral("values"), QStringLiteral("name"),
        QStringLiteral("email"), QStringLiteral("custom"), QStringLiteral("persona"),
        QStringLiteral("anonymous")};
    return words.contains(text);
}

/// Whether it can be no word of a sentence that has nothing to do with it.
bool isTelling(const QString &spelling, Pseudonyms::Kind kind)
{
    const bool isId = kind != Pseudonyms::Kind::Text;
    const qsizetype shortest = isId ? 3 : 4;
    const qsizetype shortestNumber = isId ? 4 : 6;
    if (isNumber(spelling) && kind != Pseudonyms::Kind::Ip)
        return spelling.size() >= shortestNumber;
    const bool isWord = std::ranges::all_of(spelling, [](QChar c) { return c.isLetter(); });
    return spelling.size() >= shortest && (!isWord || (isId && !isCommonWord(spelling)));
}

/// Without what is around its words; empty if it has none.
QString core(const QString &text)
{
    qsizetype from = 0;
    qsizetype end = text.size();
    while (from < end && !isWordChar(text[from]))
        ++from;
    while (end > from && !isWordChar(text[end - 1]))
        --end;
    return text.sliced(from, end - from);
}

/// By itself in a list of values, as tool tips and copies have them: "gold, black", "gold (custom.plan)".
bool isListed(QStringView text, qsizetype from, qsizetype end)
{
    const QStringView before = text.first(from);
    const QStringView behind = text.sliced(end);
    return (before.isEmpty() || before.endsWith(u", ") || before.endsWith(u'\n'))
        && (behind.isEmpty() || behind.startsWith(u',') || behind.startsWith(u'\n')
            || behind.startsWith(u" ("));
}

qsizetype wordsIn(QStringView text)
{
    qsizetype words = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        words += isWordChar(text[i]) && (i == 0 || !isWordChar(text[i - 1])) ? 1 : 0;
    return words;
}

} // namespace

void Disguise::learn(const PersonalValues &values)
{
    for (const PersonalValue &value : values)
        learn(value);
}

bool Disguise::knows(const PersonalValues &values) const
{
    return std::ranges::all_of(values, [this](const PersonalValue &value) {
        const QString spelling = core(folded(value.text));
        if (spelling.isEmpty() || isNobodys(value.text) || isLiteral(spelling))
            return true;
        const auto known = m_known.constFind(spelling);
        return known != m_known.cend() && (known->isTelling || !isTelling(spelling, value.kind));
    });
}

void Disguise::learn(const PersonalValue &value)
{
    const QString spelling = core(folded(value.text));
    if (spelling.isEmpty() || isNobodys(value.text) || isLiteral(spelling))
        return;
    if (const auto same = m_known.find(spelling); same != m_known.end()) {
        if (!same->isTelling && isTelling(spelling, value.kind)) {
            same->isTelling = true; // somebody's ID, too
            m_sorted.insert(spelling);
        }
        return;
    }
    const Known known {freePseudonym(value), isTelling(spelling, value.kind), isNumber(spelling)};
    add(spelling, known);
    // As JSON within a text has it, and an address.
    const QByteArray quoted = jsonQuoted(value.text);
    add(core(folded(QString::fromUtf8(quoted.sliced(1, quoted.size() - 2)))), known);
    add(core(folded(QString::fromLatin1(value.text.toUtf8().toPercentEncoding()))), known);
    add(core(folded(value.text.toHtmlEscaped())), known);
}

void Disguise::add(const QString &spelling, const Known &known)
{
    if (spelling.isEmpty() || m_known.contains(spelling))
        return;
    m_known.insert(spelling, known);
    m_firstWords.insert(spelling.first(wordEnd(spelling, 0)));
    constexpr qsizetype mostWords = 12; // of what is found within a text; longer ones are found whole
    m_mostWords = std::max(m_mostWords, std::min(mostWords, wordsIn(spelling)));
    if (known.isTelling)
        m_sorted.insert(spelling);
}

/// Two people must not become one because their pseudonyms happen to be alike.
QString Disguise::freePseudonym(const PersonalValue &value)
{
    const QString owner = folded(value.text);
    QString salted = value.text;
    for (int attempt = 1;; ++attempt) {
        const QString pseudonym = m_pseudonyms.of(value.kind, salted);
        constexpr int mostAttempts = 32; // there are only so many IP addresses for examples
        if (attempt == mostAttempts || m_owners.value(pseudonym, owner) == owner) {
            m_owners.insert(pseudonym, owner);
            return pseudonym;
        }
        salted = value.text + u'\n' + QString::number(attempt);
    }
}

/// The longest known value that begins here and ends with a word.
Disguise::Match Disguise::matchAt(const Reading &reading, qsizetype from) const
{
    const QString &text = reading.text;
    Match longest;
    qsizetype end = wordEnd(text, from);
    if (!m_firstWords.contains(reading.folded.sliced(from, end - from)))
        return longest;
    for (qsizetype words = 1; words <= m_mostWords; ++words) {
        const QString spelling = reading.folded.sliced(from, end - from);
        const auto known = m_known.constFind(spelling);
        const bool isQuoted = from > 0 && end < text.size() && isQuote(text[from - 1]) && isQuote(text[end]);
        if (known != m_known.cend()
            && (known->isTelling || isQuoted
                || (!known->isNumber && !isCommonWord(spelling) && isListed(text, from, end))))
            longest = {end - from, known->pseudonym};
        while (end < text.size() && !isWordChar(text[end]))
            ++end;
        if (end == text.size())
            break;
        end = wordEnd(text, end);
    }
    return longest;
}

/// The beginning of a known value, cut off by an ellipsis.
Disguise::Match Disguise::cutMatchAt(const Reading &reading, qsizetype from) const
{
    constexpr qsizetype shortest = 3;
    constexpr qsizetype shortestWord = 8; // "Open a file…" is no beginning of file_7
    constexpr qsizetype longest = 600;
    const qsizetype length = QStringView(reading.text).sliced(from).left(longest).indexOf(ellipsis);
    const qsizetype end = from + length;
    if (length < shortest)
        return {};
    const QStringView cut = QStringView(reading.text).sliced(from, length);
    if (length < shortestWord && std::ranges::all_of(cut, [](QChar c) { return c.isLetter(); }))
        return {};
    const QString beginning = reading.folded.sliced(from, end - from);
    const auto known = m_sorted.lower_bound(beginning);
    if (known == m_sorted.end() || !known->startsWith(beginning))
        return {};
    return {end - from + 1, m_known.value(*known).pseudonym};
}

/// What is hidden at this place, which must be where a word begins or an address.
Disguise::Match Disguise::hiddenAt(const Reading &reading, qsizetype from, const FoundAddress *address) const
{
    Match match = isWordChar(reading.text[from]) ? matchAt(reading, from) : Match();
    if (match.length == 0 && reading.isCut && isWordChar(reading.text[from]))
        match = cutMatchAt(reading, from);
    if (address == nullptr || match.length > address->length)
        return match;
    const QString found = reading.text.sliced(from, address->length);
    return {address->length, personal(found, address->kind)};
}

QString Disguise::text(const QString &text) const
{
    const Reading reading {text, folded(text), text.contains(ellipsis)};
    const auto whole = m_known.constFind(reading.folded);
    if (whole != m_known.cend() && (whole->isTelling || (!whole->isNumber && !isCommonWord(reading.folded))))
        return whole->pseudonym;
    const QList<FoundAddress> addresses = addressesIn(text);
    auto address = addresses.cbegin();
    QString shown;
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < text.size();) {
        while (address != addresses.cend() && address->start < i)
            ++address;
        const bool isAddress = address != addresses.cend() && address->start == i;
        if (!isAddress && !isWordChar(text[i])) {
            ++i;
            continue;
        }
        const Match match = hiddenAt(reading, i, isAddress ? &*address : nullptr);
        if (match.length > 0) {
            shown += QStringView(text).sliced(plainFrom, i - plainFrom) + match.pseudonym;
            plainFrom = i + match.length;
        }
        i = match.length > 0 ? plainFrom : wordEnd(text, i);
    }
    return plainFrom == 0 ? text : shown + QStringView(text).sliced(plainFrom);
}

QString Disguise::value(const QString &text) const
{
    const auto whole = m_known.constFind(core(folded(text)));
    return whole != m_known.cend() ? whole->pseudonym : this->text(text);
}

QString Disguise::personal(const QString &text, Pseudonyms::Kind kind) const
{
    constexpr QChar quote(u'"');
    if (text.size() > 1 && text.startsWith(quote) && text.endsWith(quote))
        return quote + personal(text.sliced(1, text.size() - 2), kind) + quote;
    const QString spelling = core(folded(text));
    if (spelling.isEmpty() || isNobodys(text) || isLiteral(spelling) || m_owners.contains(text))
        return text; // of nobody, or a pseudonym already
    const auto known = m_known.constFind(spelling);
    return known != m_known.cend() ? known->pseudonym : m_pseudonyms.of(kindFor(kind, text), text);
}

/// Where a value would break what the text is: a name of a member.
QString Disguise::name(const QString &text) const
{
    const auto whole = m_known.constFind(folded(text));
    return whole != m_known.cend() && !whole->isTelling ? text : this->text(text);
}

bool Disguise::hasPseudonyms(const QString &text) const
{
    static const QRegularExpression shape(
        QStringLiteral("(?:id|value)-[0-9a-f]{6}|person-[0-9a-f]{6}@example\\.invalid"));
    for (auto matches = shape.globalMatch(text); matches.hasNext();)
        if (m_owners.contains(matches.next().captured()))
            return true;
    return false;
}

QByteArray Disguise::json(const QByteArray &json, PersonalKind within) const
{
    return DisguisedJson(*this, within).next(json, true);
}

Exchange disguised(Exchange exchange, const Disguise &disguise)
{
    const auto bytes = [&disguise](const QByteArray &text) {
        return disguise.text(QString::fromUtf8(text)).toUtf8();
    };
    exchange.subject = disguise.text(exchange.subject);
    exchange.connectionName = disguise.text(exchange.connectionName);
    exchange.url = QUrl(disguise.text(exchange.url.toString(QUrl::FullyEncoded)));
    exchange.requestBody = disguise.json(exchange.requestBody);
    exchange.responseBody = disguise.json(exchange.responseBody);
    for (HttpHeader &header : exchange.requestHeaders)
        header.value = bytes(header.value);
    for (HttpHeader &header : exchange.responseHeaders)
        header.value = bytes(header.value);
    if (exchange.error) {
        exchange.error->message = disguise.text(exchange.error->message);
        exchange.error->detail = disguise.text(exchange.error->detail);
    }
    return exchange;
}

} // namespace Gatescope
