// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "namelist.h"

#include <models/json/jsondocument.h>

#include <QCoreApplication>
#include <QLocale>
#include <QStringDecoder>

#include <unordered_set>

namespace Gatescope {

namespace {

class NameListReader
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::NameList)
public:
    Result<NameListPtr> read(const QByteArray &text);

private:
    Result<> readJson(const QByteArray &text);
    Result<> readLines(const QByteArray &text);
    Result<> add(std::string name, int place);

    std::shared_ptr<NameList> m_list = std::make_shared<NameList>();
    std::unordered_set<std::string> m_known;
};

Result<> NameListReader::add(std::string name, int place)
{
    if (name.empty() || !m_known.insert(name).second)
        return {};
    if (qsizetype(name.size()) > NameList::maxNameBytes)
        return failure(ErrorCode::BadInput,
            tr("Line %1 is too long for a name. A list has one name a line.").arg(QLocale().toString(place)));
    if (m_list->names.size() == NameList::maxNames)
        return failure(ErrorCode::BadInput,
            tr("The list has more than %1 names. Split it.")
                .arg(QLocale().toString(qulonglong(NameList::maxNames))));
    m_list->names.push_back(std::move(name));
    return {};
}

Result<> NameListReader::readJson(const QByteArray &text)
{
    const auto document = JsonDocument::parse(text);
    if (!document)
        return std::unexpected(document.error());
    const JsonValue root = (*document)->root();
    for (quint32 i = 0; i < root.size(); ++i) {
        if (!root.at(i).isString())
            return failure(ErrorCode::WrongShape,
                tr("Entry %1 of the list is no text. A list is an array of names.")
                    .arg(QLocale().toString(i + 1)));
        if (const auto added = add(root.at(i).toUtf8(), int(i + 1)); !added)
            return added;
    }
    return {};
}

Result<> NameListReader::readLines(const QByteArray &text)
{
    int number = 0;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        const qsizetype length = (end < 0 ? text.size() : end) - from;
        const QByteArray line = text.mid(from, length).trimmed();
        from += length + 1;
        ++number;
        if (line.startsWith('#'))
            continue;
        if (const auto added = add(line.toStdString(), number); !added)
            return added;
    }
    return {};
}

Result<NameListPtr> NameListReader::read(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text);
    if (decoder.hasError() || decoded.contains(QChar::Null))
        return failure(ErrorCode::InvalidUtf8,
            tr("This is not a list of names: it is no UTF-8 text. Save it as UTF-8, one name a line."));
    const QByteArray clean = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    const auto read = clean.trimmed().startsWith('[') ? readJson(clean) : readLines(clean);
    if (!read)
        return std::unexpected(read.error());
    if (m_list->names.empty())
        return failure(ErrorCode::BadInput, tr("There is no name in it. A list has one name a line."));
    return m_list;
}

} // namespace

Result<NameListPtr> NameList::read(const QByteArray &text)
{
    return NameListReader().read(text);
}

} // namespace Gatescope
