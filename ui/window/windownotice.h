// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>
#include <ui/widgets/inlinebar.h>

#include <functional>

namespace Gatescope {

class Workspace;

/// A sentence under the top bar about what happened to the workspace rather than on a page: exposures that
/// were switched off, exchanges that were cleared and can come back, a key that the keychain kept. It stays
/// until it is closed or followed.
class WindowNotice : public InlineBar
{
    Q_OBJECT
public:
    explicit WindowNotice(Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void exposuresRequested();

private:
    void tell(Kind kind, const QString &sentences);
    void tellOfTheStart();
    void tellOfExposures();
    void tellOfClearing();
    void tellOfSecret(const QString &connectionName, const QString &id, const Error &error);
    void leave();

    Workspace &m_workspace;
    QList<std::function<void()>> m_later; ///< once what is told now is closed or followed
};

} // namespace Gatescope
