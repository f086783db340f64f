// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "idlists.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString idListsText(const char *text)
{
    return QCoreApplication::translate("IdLists", text);
}

} // namespace

Result<IdLists> IdLists::fromJson(const JsonValue &value)
{
    if (!value.isObject())
        return failure(ErrorCode::WrongShape,
            idListsText("ID lists are an object that gives each list's name an array of hashes."));
    IdLists lists;
    for (quint32 i = 0; i < value.size(); ++i) {
        const JsonValue list = value.at(i);
        if (!list.isArray())
            return failure(ErrorCode::WrongShape,
                idListsText("The ID list “%1” is not an array of hashes.").arg(list.key()));
        Set &hashes = lists.m_lists[list.keyUtf8()];
        hashes.reserve(list.size());
        for (quint32 j = 0; j < list.size(); ++j) {
            const JsonValue hash = list.at(j);
            if (!hash.isString())
                return failure(ErrorCode::WrongShape,
                    idListsText("Element %1 of the ID list “%2” is not a text.").arg(j).arg(list.key()));
            hashes.insert(hash.toUtf8());
        }
    }
    return lists;
}

bool IdLists::isLoaded(std::string_view list) const
{
    return m_lists.find(list) != m_lists.end();
}

bool IdLists::contains(std::string_view list, std::string_view hash8) const
{
    const auto found = m_lists.find(list);
    return found != m_lists.end() && found->second.find(hash8) != found->second.end();
}

void IdLists::remove(std::string_view list, const std::string &hash8)
{
    if (const auto found = m_lists.find(list); found != m_lists.end())
        found->second.erase(hash8);
}

} // namespace Gatescope
