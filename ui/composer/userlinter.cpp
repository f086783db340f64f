// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userlinter.h"

#include "userdocument.h"

#include <ui/onfinished.h>
#include <ui/workspace.h>

#include <QtConcurrentRun>

#include <utility>

namespace Gatescope {

namespace {

constexpr std::chrono::milliseconds typingPause {700};
constexpr QLatin1StringView privacyKey("composer/privacyHint");

} // namespace

UserLinter::UserLinter(Workspace &workspace, UserDocument &document, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_document(document)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &UserLinter::lint);
    connect(&document, &UserDocument::userChanged, this, &UserLinter::takeChange);
    connect(&document, &UserDocument::typingEnded, this, &UserLinter::endPause);
    connect(&workspace, &Workspace::specsChanged, this, &UserLinter::readSpecs);
    connect(&workspace, &Workspace::connectionChanged, this, &UserLinter::lint);
    connect(&workspace, &Workspace::evaluationDataChanged, this, &UserLinter::lint);
    readSpecs();
    lint();
}

void UserLinter::readSpecs()
{
    const ProjectPtr project = m_workspace.specs().project;
    if (project == m_project)
        return;
    m_project = project;
    if (!project) {
        m_index = nullptr;
        lint();
        return;
    }
    const auto read = [project] { return UserLintIndexPtr(std::make_shared<const UserLintIndex>(project)); };
    onFinished(QtConcurrent::run(read), this, [this](const UserLintIndexPtr &index) {
        if (index->project() != m_project)
            return; // late
        m_index = index;
        lint();
    });
}

void UserLinter::takeChange()
{
    if (m_document.isTyping())
        m_pause.start();
    else
        lint();
}

void UserLinter::endPause()
{
    if (m_pause.isActive())
        lint();
}

UserLinter::~UserLinter()
{
    m_stop.request_stop();
}

/// A late answer would tell of rows and values that are others by now.
void UserLinter::lint()
{
    m_pause.stop();
    m_stop.request_stop();
    m_stop = {};
    const quint64 token = ++m_token;
    m_isLinting = true;
    const LintContext context {m_workspace.connection().tier, m_workspace.evaluationContext().countries};
    const auto work = [index = m_index, user = m_document.user(), context, stop = m_stop.get_token()] {
        return lintUser(index.get(), user, context, stop);
    };
    onFinished(
        QtConcurrent::run(work), this, [this, token, user = m_document.user()](const LintFindings &findings) {
            if (token != m_token)
                return;
            m_isLinting = false;
            m_linted = user;
            take(findings);
        });
}

void UserLinter::take(LintFindings findings)
{
    if (!m_workspace.preferences().viewState(privacyKey).isEmpty())
        findings.removeIf(
            [](const LintFinding &finding) { return finding.kind == LintFinding::Kind::Privacy; });
    if (findings == m_findings)
        return;
    m_findings = std::move(findings);
    Q_EMIT findingsChanged();
}

bool UserLinter::isCurrent() const
{
    return !m_isLinting && m_linted == m_document.user();
}

void UserLinter::dismissPrivacy()
{
    m_workspace.preferences().setViewState(privacyKey, "dismissed");
    take(m_findings);
}

} // namespace Gatescope
