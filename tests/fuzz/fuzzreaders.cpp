// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"

#include <models/evaluation/evaluator.h>
#include <models/evaluation/idlists.h>
#include <models/statsig/eventchecks.h>
#include <models/statsig/initializeview.h>
#include <models/statsig/responses.h>
#include <models/statsig/servermessage.h>
#include <models/statsig/userchecks.h>

#include <QDateTime>

namespace Gatescope::Fuzz {

namespace {

/// A user that was changed and changed back can be sent and read again.
Complaint checkUserText(StatsigUser user)
{
    const auto same = StatsigUser::fromJson(user.toJson());
    if (!same || *same != user || StatsigUser::fromJson(user.toIndentedJson()) != same)
        return "a user written and read again is another";
    for (const UserField field : userFields) {
        const QString text = user.text(field);
        fieldWarning(field, text);
        user.setText(field, QStringLiteral("7"));
        if (user.text(field) != QLatin1String("7"))
            return "a field does not keep its text";
    }
    for (const UserTable table : userTables) {
        const JsonMembers members = user.table(table);
        user.setTable(table, members);
        if (user.table(table) != members)
            return "a table does not keep its members";
        shadowedMembers(members);
    }
    user.setTier(QStringLiteral("staging"));
    if (user.tier() != QLatin1String("staging"))
        return "a user does not keep its tier";
    if (!StatsigUser::fromJson(user.toJson()))
        return "a changed user cannot be read";
    return {};
}

Complaint checkUser(const JsonValue &value)
{
    const auto user = StatsigUser::fromJson(value);
    if (!user)
        return user.error().message.isEmpty() ? "a user refused without a sentence" : Complaint();
    for (const UserWarning &warning : checkUser(*user)) {
        if (warning.message.isEmpty())
            return "a warning without words";
    }
    user->label();
    user->otherMembers();
    StatsigEvent event;
    event.name = QStringLiteral("bought");
    event.metadata = user->table(UserTable::Custom);
    if (!JsonDocument::parse(eventToJson(event, *user, QDateTime::fromMSecsSinceEpoch(0))))
        return "an event of this user is not JSON";
    return checkUserText(*user);
}

Complaint checkView(const JsonDocumentPtr &document, const ProjectPtr &project)
{
    const auto view = InitializeView::read(document, project);
    if (!view)
        return view.error().message.isEmpty() ? "a response refused without a sentence" : Complaint();
    for (const InitializeEntry &entry : (*view)->entries()) {
        (*view)->secondaryExposures(entry);
        (*view)->undelegatedExposures(entry);
        (*view)->explicitParameters(entry);
        (*view)->layerOf(entry);
        (*view)->allocatedExperimentOf(entry);
        entry.name();
    }
    return {};
}

/// Some names to find again behind their hashes.
ProjectPtr smallProject()
{
    static const ProjectPtr project = [] {
        const auto document = JsonDocument::parse(
            R"({"feature_gates":{"a_gate":{"type":"feature_gate","entity":"feature_gate","salt":"","enabled":true,
            "defaultValue":false,"idType":"userID","rules":[]}},"dynamic_configs":{},"layer_configs":{},
            "condition_map":{},"param_stores":{"a_store":{}}})");
        return Project::compile(document.value_or(nullptr)).value_or(nullptr);
    }();
    return project;
}

Complaint checkAnswers(const JsonDocumentPtr &document)
{
    for (const Endpoint endpoint : allEndpoints) {
        for (const int status : {200, 202, 204}) {
            const auto answer = readResponse(endpoint, status, document);
            if (!answer && answer.error().message.isEmpty())
                return "an answer refused without a sentence";
        }
    }
    if (serverMessage(document->root()).size() > 400)
        return "a server's message is not kept short";
    return {};
}

} // namespace

Complaint fuzzReaders(const QByteArray &input)
{
    const auto document = JsonDocument::parse(input);
    if (!document)
        return {};
    for (Complaint complaint : {checkUser((*document)->root()), checkAnswers(*document),
             checkView(*document, nullptr), checkView(*document, smallProject())}) {
        if (!complaint.empty())
            return complaint;
    }
    const auto lists = IdLists::fromJson((*document)->root());
    if (!lists && lists.error().message.isEmpty())
        return "ID lists refused without a sentence";
    return {};
}

} // namespace Gatescope::Fuzz
