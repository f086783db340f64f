// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "filestem.h"

#include <algorithm>

namespace Gatescope {

namespace {

constexpr qsizetype longestStem = 60;
constexpr qsizetype longestForeignStem = 120;

/// Letters that no decomposition takes apart.
QString spelledInAscii(QChar letter)
{
    switch (letter.unicode()) {
    case u'ß':
        return QStringLiteral("ss");
    case u'æ':
        return QStringLiteral("ae");
    case u'œ':
        return QStringLiteral("oe");
    case u'ø':
        return QStringLiteral("o");
    case u'ł':
        return QStringLiteral("l");
    case u'đ':
    case u'ð':
        return QStringLiteral("d");
    case u'þ':
        return QStringLiteral("th");
    default:
        return letter;
    }
}

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

/// Names of Windows' devices, whatever ending follows.
bool isReserved(const QString &stem)
{
    const QString base = stem.section(u'.', 0, 0).trimmed().toLower();
    if (base == u"con" || base == u"prn" || base == u"aux" || base == u"nul")
        return true;
    return base.size() == 4 && (base.startsWith(u"com") || base.startsWith(u"lpt")) && base[3] >= u'0'
        && base[3] <= u'9';
}

} // namespace

QString fileStem(const QString &name)
{
    QString stem;
    const QString letters = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar letter : letters) {
        if (letter.isMark())
            continue;
        for (const QChar c : spelledInAscii(letter)) {
            if (isPlain(c))
                stem += c;
            else if (!stem.isEmpty() && !stem.endsWith(u'-'))
                stem += u'-';
        }
        if (stem.size() >= longestStem)
            break;
    }
    stem.truncate(longestStem);
    while (stem.endsWith(u'-'))
        stem.chop(1);
    if (stem.isEmpty())
        return QStringLiteral("persona");
    return isReserved(stem) ? stem + QStringLiteral("-persona") : stem;
}

QString unusedFileStem(const QString &name, const QSet<QString> &taken)
{
    const QString stem = fileStem(name);
    QString unused = stem;
    for (int number = 2; taken.contains(unused); ++number)
        unused = stem + u'-' + QString::number(number);
    return unused;
}

bool isSafeFileStem(const QString &stem)
{
    static constexpr QStringView forbidden = u"<>:\"/\\|?*";
    if (stem.isEmpty() || stem.size() > longestForeignStem || isReserved(stem))
        return false;
    if (stem.startsWith(u'.') || stem.endsWith(u'.') || stem.front().isSpace() || stem.back().isSpace())
        return false;
    return std::ranges::none_of(
        stem, [](QChar c) { return c < u' ' || c == QChar(0x7f) || forbidden.contains(c); });
}

} // namespace Gatescope
