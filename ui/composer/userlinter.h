// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/lint/userlint.h>

#include <QObject>
#include <QTimer>

namespace Gatescope {

class UserDocument;
class Workspace;

/// Lints the composer's user with the specs at hand. While somebody types it waits for a pause, or for the
/// field to be left; other changes are linted at once. What rules ask is read from the specs on a worker. UI
/// thread.
class UserLinter : public QObject
{
    Q_OBJECT
public:
    UserLinter(Workspace &workspace, UserDocument &document, QObject *parent = nullptr);

    /// In the order of the form.
    const LintFindings &findings() const { return m_findings; }
    /// Says nothing about privacy any more, in this and later runs.
    void dismissPrivacy();

Q_SIGNALS:
    void findingsChanged();

private:
    void readSpecs();
    void takeChange();
    void endPause();
    void lint();

    Workspace &m_workspace;
    UserDocument &m_document;
    QTimer m_pause;
    ProjectPtr m_project; ///< the index is, or will be, of this one
    UserLintIndexPtr m_index;
    LintFindings m_findings;
};

} // namespace Gatescope
