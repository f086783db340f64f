// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/lint/userlint.h>

#include <QObject>
#include <QTimer>

#include <stop_token>

namespace Gatescope {

class UserDocument;
class Workspace;

/// Lints the composer's user with the specs at hand, on a worker. While somebody types it waits for a pause,
/// or for the field to be left; other changes are linted at once. A run that is overtaken is stopped and its
/// answer dropped; until the next one comes, the findings are those of the user before. UI thread.
class UserLinter : public QObject
{
    Q_OBJECT
public:
    UserLinter(Workspace &workspace, UserDocument &document, QObject *parent = nullptr);
    ~UserLinter() override;

    /// In the order of the form.
    const LintFindings &findings() const { return m_findings; }
    bool isLinting() const { return m_isLinting; }
    /// Whether the findings are those of the user as he is now.
    bool isCurrent() const;
    /// Says nothing about privacy any more, in this and later runs.
    void dismissPrivacy();

Q_SIGNALS:
    void findingsChanged();

private:
    void readSpecs();
    void takeChange();
    void endPause();
    void lint();
    void take(LintFindings findings);

    Workspace &m_workspace;
    UserDocument &m_document;
    QTimer m_pause;
    ProjectPtr m_project; ///< the index is, or will be, of this one
    UserLintIndexPtr m_index;
    LintFindings m_findings;
    StatsigUser m_linted; ///< whom they are about
    std::stop_source m_stop;
    quint64 m_token = 0; ///< of the run under way
    bool m_isLinting = false;
};

} // namespace Gatescope
