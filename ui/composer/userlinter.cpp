// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userlinter.h"

#include "userdocument.h"

#include <ui/onfinished.h>
#include <ui/workspace.h>

#include <QtConcurrentRun>

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

void UserLinter::lint()
{
    m_pause.stop();
    const LintContext context {m_workspace.connection().tier, m_workspace.evaluationContext().countries};
    LintFindings findings = lintUser(m_index.get(), m_document.user(), context);
    if (!m_workspace.preferences().viewState(privacyKey).isEmpty())
        findings.removeIf(
            [](const LintFinding &finding) { return finding.kind == LintFinding::Kind::Privacy; });
    if (findings == m_findings)
        return;
    m_findings = findings;
    Q_EMIT findingsChanged();
}

void UserLinter::dismissPrivacy()
{
    m_workspace.preferences().setViewState(privacyKey, "dismissed");
    lint();
}

} // namespace Gatescope
