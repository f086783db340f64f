// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "valueforms.h"

#include <QDateTime>

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

using namespace std::string_view_literals;

constexpr qint64 centuryStart = 946'684'800; ///< 2000-01-01 in seconds
constexpr qint64 centuryEnd = 4'102'444'800; ///< 2100-01-01

/// Indenting makes a second, larger copy; beyond this size a value is shown as it came.
constexpr std::size_t maxIndentedBytes = std::size_t(64) << 20;

JsonDocumentPtr containerIn(const QByteArray &text)
{
    const auto first = std::ranges::find_if_not(text, [](char c) { return " \t\r\n"sv.contains(c); });
    if (first == text.end() || (*first != '{' && *first != '['))
        return nullptr;
    return JsonDocument::parse(text).value_or(nullptr);
}

bool isReadable(const QByteArray &bytes)
{
    const auto isControl = [](char c) {
        return (uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
    };
    return !std::ranges::any_of(bytes, isControl)
        && simdjson::validate_utf8(bytes.constData(), std::size_t(bytes.size()));
}

bool isKnownFile(const QByteArray &bytes)
{
    static constexpr std::array signatures {
        "\x89PNG"sv, "GIF8"sv, "\xff\xd8\xff"sv, "\x1f\x8b\x08"sv, "PK\x03\x04"sv, "%PDF"sv};
    return std::ranges::any_of(signatures, [&bytes](std::string_view signature) {
        return bytes.startsWith(QByteArrayView(signature.data(), qsizetype(signature.size())));
    });
}

/// A text in the letters of Base64, and which of them it has.
struct Base64Letters
{
    QByteArray letters; ///< without line breaks and padding
    qsizetype padding = 0;
    bool hasUpper = false;
    bool hasLower = false;
    bool hasDigit = false;
    bool hasStandard = false; ///< + or /
    bool hasUrl = false; ///< - or _

    bool isMixed() const { return hasUpper && hasLower && hasDigit; }
    bool take(char c);
};

bool Base64Letters::take(char c)
{
    if (c == '\r' || c == '\n')
        return true;
    if (c == '=') {
        ++padding;
        return padding <= 2;
    }
    const bool isUpper = c >= 'A' && c <= 'Z';
    const bool isLower = c >= 'a' && c <= 'z';
    const bool isDigit = c >= '0' && c <= '9';
    const bool isStandard = c == '+' || c == '/';
    const bool isUrl = c == '-' || c == '_';
    hasUpper |= isUpper;
    hasLower |= isLower;
    hasDigit |= isDigit;
    hasStandard |= isStandard;
    hasUrl |= isUrl;
    letters += c;
    return padding == 0 && (isUpper || isLower || isDigit || isStandard || isUrl);
}

std::optional<Base64Letters> lettersOf(std::string_view text)
{
    Base64Letters taken;
    if (!std::ranges::all_of(text, [&taken](char c) { return taken.take(c); }))
        return std::nullopt;
    const qsizetype count = taken.letters.size();
    const bool isWhole = count % 4 != 1 && (taken.padding == 0 || (count + taken.padding) % 4 == 0);
    return isWhole && !(taken.hasStandard && taken.hasUrl) ? std::optional(taken) : std::nullopt;
}

/// Nothing if other letters would stand for the same bytes: nobody writes it so.
std::optional<QByteArray> decoded(const Base64Letters &base64)
{
    const auto alphabet = base64.hasUrl ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding;
    QByteArray bytes = QByteArray::fromBase64(base64.letters, alphabet);
    if (bytes.isEmpty() || bytes.toBase64(alphabet | QByteArray::OmitTrailingEquals) != base64.letters)
        return std::nullopt;
    return bytes;
}

bool isLikely(const Base64Letters &base64, const QByteArray &bytes, bool isText)
{
    constexpr qsizetype leastPadded = 6;
    constexpr qsizetype leastText = 12;
    constexpr qsizetype leastBinary = 14;
    constexpr qsizetype leastUnpadded = 64;
    const qsizetype count = base64.letters.size();
    if (isText)
        return count >= (base64.padding > 0 ? leastPadded : leastText);
    if (count < leastBinary)
        return false;
    return isKnownFile(bytes) || (base64.padding > 0 && base64.isMixed())
        || (count >= leastUnpadded && base64.isMixed() && base64.hasStandard);
}

/// What follows the head of a data URL.
std::optional<std::string_view> dataUrlContent(std::string_view text)
{
    constexpr std::string_view mark = ";base64,";
    if (!text.starts_with("data:"))
        return std::nullopt;
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || !text.substr(0, comma + 1).ends_with(mark))
        return std::nullopt;
    return text.substr(comma + 1);
}

std::optional<ValueMoment> momentOfNumber(qint64 number)
{
    if (number >= centuryStart && number < centuryEnd)
        return ValueMoment {number * 1000, ValueMoment::Unit::Seconds};
    if (number >= centuryStart * 1000 && number < centuryEnd * 1000)
        return ValueMoment {number, ValueMoment::Unit::Milliseconds};
    return std::nullopt;
}

std::optional<ValueMoment> momentWritten(const QString &text)
{
    // A day alone is no moment, and Qt takes the beginning of a longer text for one.
    constexpr qsizetype shortest = 16;
    constexpr qsizetype longest = 35;
    if (text.size() < shortest || text.size() > longest || text[4] != u'-')
        return std::nullopt;
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return ValueMoment {time.toMSecsSinceEpoch(), ValueMoment::Unit::Written};
}

QByteArray textOf(const JsonValue &value)
{
    if (value.isString())
        return QByteArray::fromStdString(value.toUtf8());
    const std::string_view raw = value.rawText();
    if (value.isContainer() && raw.size() <= maxIndentedBytes)
        return jsonIndented(value);
    return {raw.data(), qsizetype(raw.size())};
}

} // namespace

std::optional<ValueMoment> momentIn(const JsonValue &value)
{
    if (value.isNumber()) {
        const auto number = value.toInt64();
        return number ? momentOfNumber(*number) : std::nullopt;
    }
    constexpr std::size_t longest = 256; // even with every character escaped
    if (!value.isString() || value.rawText().size() > longest)
        return std::nullopt;
    const QString text = value.toString();
    if (std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return momentOfNumber(text.toLongLong());
    return momentWritten(text);
}

std::optional<Base64Content> base64In(std::string_view text)
{
    const auto declared = dataUrlContent(text);
    const auto base64 = lettersOf(declared.value_or(text));
    const auto bytes = base64 ? decoded(*base64) : std::nullopt;
    if (!bytes)
        return std::nullopt;
    const bool isText = isReadable(*bytes);
    if (!declared && !isLikely(*base64, *bytes, isText))
        return std::nullopt;
    return Base64Content {*bytes, isText, isText ? containerIn(*bytes) : nullptr};
}

ValueForms valueForms(const JsonValue &value)
{
    ValueForms forms {textOf(value), nullptr, std::nullopt, momentIn(value)};
    if (value.isString()) {
        forms.json = containerIn(forms.text);
        if (!forms.json)
            forms.base64 = base64In({forms.text.constData(), std::size_t(forms.text.size())});
    }
    return forms;
}

QByteArray hexDump(const QByteArray &bytes)
{
    constexpr qsizetype perLine = 16;
    constexpr qsizetype digitsOfPlace = 8;
    constexpr qsizetype lineLength = digitsOfPlace + 2 + perLine * 3 + 1 + perLine + 1;
    QByteArray dump;
    dump.reserve((bytes.size() / perLine + 1) * lineLength);
    for (qsizetype start = 0; start < bytes.size(); start += perLine) {
        const QByteArray line = bytes.mid(start, perLine);
        dump += QByteArray::number(start, 16).rightJustified(digitsOfPlace, '0') + "  ";
        dump += line.toHex(' ').leftJustified(perLine * 3, ' ') + ' ';
        for (const char c : line)
            dump += c >= 0x20 && c < 0x7f ? c : '.';
        if (start + perLine < bytes.size())
            dump += '\n';
    }
    return dump;
}

} // namespace Gatescope
