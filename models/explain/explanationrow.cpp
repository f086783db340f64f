// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "explanationrow.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

struct RowSentence
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ExplanationRow)
};

QString elementText(const JsonValue &element)
{
    if (element.isString())
        return element.toString();
    const std::string_view raw = element.rawText();
    return QString::fromUtf8(raw.data(), qsizetype(raw.size()));
}

QString ruleSentence(const ExplanationRow &row)
{
    QString subject = plainText(row.title);
    if (row.isTitleShared)
        subject = RowSentence::tr("%1 (rule ID %2)").arg(subject, row.id);
    if (row.number > 0)
        subject = RowSentence::tr("rule %1, %2").arg(QLocale().toString(row.number), subject);
    return row.decides ? RowSentence::tr("%1, decides: %2").arg(subject, row.resultText)
                       : RowSentence::tr("%1: %2").arg(subject, row.resultText);
}

} // namespace

QStringList allTargets(const Project &project, const ExplanationRow &row)
{
    if (row.condition == ExplanationRow::none)
        return {};
    const JsonValue target = project.conditions()[row.condition].target;
    if (!target.isValid() || target.isNull())
        return {};
    if (!target.isContainer())
        return {elementText(target)};
    QStringList targets;
    targets.reserve(qsizetype(target.size()));
    for (quint32 i = 0; i < target.size(); ++i)
        targets.append(target.isObject() ? target.at(i).key() : elementText(target.at(i)));
    return targets;
}

QString rowSentence(const ExplanationRow &row)
{
    if (row.kind == ExplanationRow::Kind::Rule)
        return ruleSentence(row);
    const QString test = RowSentence::tr("%1 %2").arg(plainText(row.title), plainText(row.target)).trimmed();
    QString found = plainText(row.user);
    const bool isPlace = row.source != ValueSource::Nowhere && row.source != ValueSource::Bucket;
    if (isPlace && !found.isEmpty() && !found.contains(row.where))
        found = RowSentence::tr("%1 (%2)", "value, where it was found").arg(found, row.where);
    const QString sentence = found.isEmpty()
        ? RowSentence::tr("%1: %2").arg(test, row.resultText)
        : RowSentence::tr("%1, this user: %2: %3").arg(test, found, row.resultText);
    return row.note.isEmpty() ? sentence : RowSentence::tr("%1, %2").arg(sentence, plainText(row.note));
}

} // namespace Gatescope
