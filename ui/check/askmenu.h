// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMenu>

namespace Gatescope {

class CheckSession;

/// By which endpoints gates and experiments are asked about.
class AskMenu : public QMenu
{
    Q_OBJECT
public:
    explicit AskMenu(CheckSession &session, QWidget *parent = nullptr);

private:
    template<class Member, class Choices>
    void addChoices(const QString &title, Member member, const Choices &choices);

    CheckSession &m_session;
};

} // namespace Gatescope
