// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/preferences.h>
#include <models/ports/sandboxcontrol.h>
#include <models/sandbox/sdksnippets.h>

#include <QWidget>

namespace Gatescope {

class CodeView;
class Segmented;
class TextLabel;

/// Where the sandbox is and how an application's SDK is pointed at it.
class ConnectPane : public QWidget
{
    Q_OBJECT
public:
    ConnectPane(SandboxControl &sandbox, Preferences &preferences, QWidget *parent = nullptr);

private:
    QWidget *makePort();
    void movePort(int port);
    QWidget *makeFacts();
    QWidget *makeSnippet();
    void refresh();
    void showSnippet();

    SandboxControl &m_sandbox;
    Preferences &m_preferences;
    TextLabel *m_address;
    TextLabel *m_serverKey;
    TextLabel *m_clientKey;
    Segmented *m_choice;
    TextLabel *m_note;
    CodeView *m_code;
    QList<SdkSnippet> m_snippets;
    QUrl m_lastUrl; ///< shown while it is stopped: a start keeps the port
};

} // namespace Gatescope
