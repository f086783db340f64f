// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "windownotice.h"

#include <ui/widgets/actionbutton.h>
#include <ui/workspace.h>

#include <QLocale>

namespace Gatescope {

WindowNotice::WindowNotice(Workspace &workspace, QWidget *parent)
    : InlineBar(Kind::Info, Density::Normal, parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("windowNotice"));
    setClosable(true);
    setActionsBeside(true);
    hide();
    connect(this, &InlineBar::closed, this, &WindowNotice::leave);
    connect(&workspace, &Workspace::exposuresSwitchedOff, this, &WindowNotice::tellOfExposures);
    connect(&workspace, &Workspace::exchangesCleared, this, &WindowNotice::tellOfClearing);
    connect(&workspace, &Workspace::secretLeft, this, &WindowNotice::tellOfSecret);
    connect(&workspace, &Workspace::exchangesRestored, this, &WindowNotice::leave);
    tellOfTheStart();
}

void WindowNotice::tell(Kind kind, const QString &sentences)
{
    clearActions();
    setKind(kind);
    setSentences(sentences);
    show();
}

void WindowNotice::tellOfTheStart()
{
    const QStringList names = m_workspace.exposuresOffAtStart();
    if (names.isEmpty())
        return;
    tell(Kind::Info,
        tr("Exposures are off again for %1. At a production tier they are on for one run of Gatescope at a "
           "time.")
            .arg(names.join(tr(", ", "between names"))));
}

void WindowNotice::tellOfExposures()
{
    tell(Kind::Warning,
        tr("Exposures were switched off. The tier is production now, where they are switched on by typing "
           "the "
           "connection’s name."));
    connect(addAction(tr("Switch exposures on")), &QAbstractButton::clicked, this, [this] {
        leave();
        Q_EMIT exposuresRequested();
    });
}

void WindowNotice::tellOfClearing()
{
    const qsizetype count = m_workspace.restorableExchanges();
    if (count == 0)
        return;
    tell(Kind::Info,
        count == 1 ? tr("1 exchange is cleared.")
                   : tr("%1 exchanges are cleared.").arg(QLocale().toString(count)));
    connect(addAction(tr("Undo")), &QAbstractButton::clicked, &m_workspace, &Workspace::restoreExchanges);
}

/// After what stands there, which may have an undo.
void WindowNotice::tellOfSecret(const QString &connectionName, const QString &id, const Error &error)
{
    if (!isHidden()) {
        m_later.append([this, connectionName, id, error] { tellOfSecret(connectionName, id, error); });
        return;
    }
    tell(Kind::Warning,
        tr("What was stored for %1 may still be in the keychain. %2").arg(connectionName, error.message));
    connect(addAction(tr("Remove it again")), &QAbstractButton::clicked, this, [this, connectionName, id] {
        leave();
        m_workspace.forgetSecrets(connectionName, {id});
    });
}

void WindowNotice::leave()
{
    m_workspace.forgetClearedExchanges();
    hide();
    if (!m_later.isEmpty())
        m_later.takeFirst()();
}

} // namespace Gatescope
