// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/sandbox/sandboxactivity.h>
#include <ui/widgets/panel.h>

class QStackedWidget;
class QTabBar;

namespace Gatescope {

class BodyView;
class PaneHeader;
class Sentence;

/// One request to the sandbox: what came of it in a sentence, what was sent, what was answered.
class RequestDetail : public Panel
{
    Q_OBJECT
public:
    explicit RequestDetail(QWidget *parent = nullptr);

    void setRequest(const SandboxRequestPtr &request); ///< null shows nothing

private:
    void showTab();

    PaneHeader *m_header;
    Sentence *m_summary;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QWidget *m_nothing; ///< in its place
    BodyView *m_sent;
    BodyView *m_answered;
    SandboxRequestPtr m_request;
};

} // namespace Gatescope
