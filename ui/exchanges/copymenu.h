// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/exchangeformats/requestcode.h>

#include <QMenu>

#include <functional>

namespace Gatescope {

/// The forms that exchanges leave the program in: a request as a command or code on the clipboard, exchanges
/// as a HAR file. Never a key; private attributes' values only while that is ticked, until the menu is gone.
class CopyMenu : public QMenu
{
    Q_OBJECT
public:
    using Chosen = std::function<ExchangePtr()>; ///< null: there is none
    using Listed = std::function<QList<ExchangePtr>()>;

    /// Without `listed` nothing can be saved: there is no place for a failure.
    CopyMenu(Chosen chosen, Listed listed, QWidget *owner);

Q_SIGNALS:
    void saveFailed(const Gatescope::Error &error);

private:
    void addCode(const QString &text, RequestLanguage language);
    QAction *add(const QString &text, const char *name, void (CopyMenu::*slot)());
    void copyHar();
    void saveChosen();
    void saveListed();
    void save(const QList<ExchangePtr> &exchanges, const QString &name);
    void followChoice();

    Chosen m_chosen;
    Listed m_listed;
    QWidget *m_owner;
    QList<QAction *> m_ofChosen;
    QAction *m_saveListed = nullptr;
    QAction *m_private;
};

} // namespace Gatescope
