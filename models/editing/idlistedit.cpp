// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "idlistedit.h"

#include <models/evaluation/hashes.h>
#include <models/evaluation/jsonwriter.h>

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

struct IdListSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::IdListEdit)
};

/// Facts §1.10.
std::string unitHash(const QString &unitId)
{
    constexpr std::size_t shown = 8;
    return sha256Base64(unitId.toStdString()).substr(0, shown);
}

bool asksForList(const Project &project, const std::string &list)
{
    return project.declaresIdList(list) || std::ranges::binary_search(project.idListNames(), list);
}

template<class Texts>
std::vector<std::string_view> sorted(const Texts &texts)
{
    std::vector<std::string_view> views(texts.begin(), texts.end());
    std::ranges::sort(views);
    return views;
}

} // namespace

QString editSentence(const IdListEdit &edit)
{
    return (edit.add ? IdListSpeaker::tr("Add “%1” to the ID list %2")
                     : IdListSpeaker::tr("Remove “%1” from the ID list %2"))
        .arg(edit.unitId, edit.list);
}

Result<IdListsPtr> edited(const IdListsPtr &lists, const Project &project, const IdListEdit &edit)
{
    const auto refused = [](const QString &sentence) { return failure(ErrorCode::BadInput, sentence); };
    const std::string list = edit.list.toStdString();
    const std::string hash = unitHash(edit.unitId);
    if (edit.unitId.isEmpty())
        return refused(IdListSpeaker::tr("Which unit ID is it?"));
    if (!(lists && lists->isLoaded(list)) && !asksForList(project, list))
        return refused(IdListSpeaker::tr("There is no ID list %1.").arg(edit.list));
    if ((lists && lists->contains(list, hash)) == edit.add)
        return refused((edit.add ? IdListSpeaker::tr("%1 is on the ID list %2 already.")
                                 : IdListSpeaker::tr("%1 is not on the ID list %2."))
                .arg(edit.unitId, edit.list));
    const auto changed = lists ? std::make_shared<IdLists>(*lists) : std::make_shared<IdLists>();
    if (edit.add)
        changed->add(list, hash);
    else
        changed->remove(list, hash);
    return changed;
}

QByteArray idListsFile(const IdLists &lists)
{
    std::vector<std::string_view> names;
    for (const auto &[name, hashes] : lists.lists())
        names.push_back(name);
    std::ranges::sort(names);
    JsonWriter writer;
    writer.beginObject();
    for (const std::string_view name : names) {
        writer.key(name);
        writer.beginArray();
        for (const std::string_view hash : sorted(lists.lists().find(name)->second))
            writer.text(hash);
        writer.endArray();
    }
    writer.endObject();
    return writer.take() + '\n';
}

} // namespace Gatescope
