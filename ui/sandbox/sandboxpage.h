// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkanswer.h>
#include <models/ports/sandboxcontrol.h>
#include <models/statsig/statsiguser.h>
#include <ui/page.h>
#include <ui/theme/theme.h>

class QStackedWidget;

namespace Gatescope {

class ActionButton;
class ConnectPane;
class EventDetail;
class FaultsPane;
class InlineBar;
class PageHeader;
class ProjectPane;
class RequestDetail;
class SandboxTraffic;
class Segmented;
class TrafficPane;
class Workspace;

/// The built-in server as a workbench: how to reach it, what arrives at it, what it answers from, and what it
/// does wrong on purpose.
class SandboxPage : public Page
{
    Q_OBJECT
public:
    /// The workspace has a sandbox().
    explicit SandboxPage(Workspace &workspace, QWidget *parent = nullptr);

    enum Part { Connect, Requests, Events, Project, Faults };

    /// Starts the sandbox if it is stopped.
    void runPrimaryAction() override;
    bool stop() override { return false; }
    void focusFilter() override;
    bool leaveFilter() override;
    bool wantsComposer() const override { return false; }
    /// A Part, as int, or an EntityRef to be changed.
    void showSubject(const QVariant &subject) override;

private:
    QWidget *makeRequests();
    QWidget *makeEvents();
    QWidget *makeEmpty(Theme::Icon icon, const QString &headline, const QString &text);
    void makeTools();
    void show(Part part);
    void refresh();
    void refreshFaults();
    void showCurrentEvent();
    void showRequest(quint64 number);
    void explain(const StatsigUser &user, const CheckItem &item);
    void toggle();
    void showError(const Error &error);
    void clearTraffic();
    void save();
    TrafficPane *currentTraffic() const; ///< null where the part has none

    Workspace &m_workspace;
    SandboxControl &m_sandbox;
    SandboxTraffic &m_traffic;
    PageHeader *m_header;
    Segmented *m_parts;
    ActionButton *m_save;
    ActionButton *m_reset;
    ActionButton *m_toggle;
    InlineBar *m_faultBar;
    InlineBar *m_error;
    InlineBar *m_clearedBar;
    QStackedWidget *m_stack;
    ProjectPane *m_project;
    TrafficPane *m_requests;
    TrafficPane *m_events;
    RequestDetail *m_request;
    EventDetail *m_event;
};

} // namespace Gatescope
