// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectpane.h"

#include <models/json/utf8text.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/segmented.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/textlabel.h>

#include <QGridLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

/// A row of the grid: what it is, its text to select, a button to copy it.
TextLabel *addFact(QGridLayout *grid, const QString &name, const QString &objectName)
{
    const int row = grid->rowCount();
    auto *label = new TextLabel(name, Theme::Font::Label, Theme::Color::TextMuted);
    auto *value = new TextLabel(Theme::Font::Mono);
    value->setObjectName(objectName);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(name);
    auto *copy = new ActionButton(Theme::Icon::Copy, ConnectPane::tr("Copy: %1").arg(name));
    QObject::connect(copy, &QAbstractButton::clicked, value, [value] { copyText(value->text()); });
    grid->addWidget(label, row, 0);
    grid->addWidget(value, row, 1);
    grid->addWidget(copy, row, 2);
    return value;
}

/// One that the project has, so that the lines can be tried as they are.
QString someGate(const ProjectPtr &project)
{
    const std::vector<Spec> none;
    const std::vector<Spec> &specs = project ? project->specs() : none;
    const auto gate = std::ranges::find(specs, EntityKind::Gate, &Spec::kind);
    return gate == specs.end() ? QStringLiteral("my_gate") : utf8Text(gate->name);
}

} // namespace

ConnectPane::ConnectPane(SandboxControl &sandbox, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_sandbox(sandbox)
    , m_preferences(preferences)
{
    const Theme &theme = Theme::instance();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    layout->setSpacing(theme.scaled(16));
    auto *intro = new Sentence;
    intro->setText(tr("Point an application at this address"),
        tr("instead of Statsig: it gets the answers of this project, and every request and event it sends "
           "appears here. Nothing leaves this machine, and no production experiment is touched."));
    layout->addWidget(intro);
    layout->addWidget(makeFacts());
    layout->addWidget(makeSnippet(), 1);
    connect(&sandbox, &SandboxControl::changed, this, &ConnectPane::refresh);
    refresh();
}

QWidget *ConnectPane::makeFacts()
{
    auto *facts = new QWidget;
    auto *grid = new QGridLayout(facts);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Theme::instance().scaled(16));
    grid->setVerticalSpacing(Theme::instance().scaled(4));
    m_address = addFact(grid, tr("Address"), QStringLiteral("sandboxAddress"));
    m_serverKey = addFact(grid, tr("Server key"), QStringLiteral("sandboxServerKey"));
    m_clientKey = addFact(grid, tr("Client key"), QStringLiteral("sandboxClientKey"));
    const int row = grid->rowCount();
    grid->addWidget(new TextLabel(tr("Port"), Theme::Font::Label, Theme::Color::TextMuted), row, 0);
    grid->addWidget(makePort(), row, 1);
    grid->addWidget(new TextLabel(tr("A fixed port saves changing the application each time."),
                        Theme::Font::Label, Theme::Color::TextMuted),
        row, 2, 1, 2);
    grid->setColumnStretch(3, 1);
    return facts;
}

QWidget *ConnectPane::makePort()
{
    auto *port = new QSpinBox;
    port->setObjectName(QStringLiteral("sandboxPort"));
    port->setAccessibleName(tr("Port of the sandbox"));
    port->setRange(0, 65535);
    port->setSpecialValueText(tr("any free one"));
    port->setValue(m_preferences.values().sandboxPort);
    port->setKeyboardTracking(false);
    port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    connect(port, &QSpinBox::valueChanged, this, &ConnectPane::movePort);
    return port;
}

void ConnectPane::movePort(int port)
{
    PreferenceValues values = m_preferences.values();
    values.sandboxPort = port;
    m_preferences.setValues(values);
    m_sandbox.moveTo(quint16(port));
}

QWidget *ConnectPane::makeSnippet()
{
    const Theme &theme = Theme::instance();
    auto *box = new QWidget;
    m_choice = new Segmented(tr("SDK"));
    m_choice->setObjectName(QStringLiteral("sdkChoice"));
    m_note = new TextLabel(Theme::Font::Mono, Theme::Color::TextMuted);
    auto *copy = new ActionButton(tr("Copy"));
    copy->setObjectName(QStringLiteral("copySnippetButton"));
    copy->setThemeIcon(Theme::Icon::Copy);
    m_code = new CodeView(tr("Lines that point the SDK at the sandbox"));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.scaled(12));
    head->addWidget(m_choice);
    head->addWidget(m_note);
    head->addStretch(1);
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(theme.scaled(8));
    layout->addLayout(head);
    layout->addWidget(m_code, 1);
    connect(m_choice, &Segmented::chosen, this, &ConnectPane::showSnippet);
    connect(copy, &QAbstractButton::clicked, this,
        [this] { copyText(m_snippets.value(m_choice->current()).code); });
    return box;
}

void ConnectPane::refresh()
{
    const SandboxStatus &status = m_sandbox.status();
    if (status.isRunning())
        m_lastUrl = status.apiUrl;
    m_address->setText(status.isRunning() ? m_lastUrl.toString() : tr("stopped"));
    m_serverKey->setText(status.serverKey);
    m_clientKey->setText(status.clientKey);
    const bool isFirst = m_snippets.isEmpty();
    m_snippets = sdkSnippets(m_lastUrl, status.serverKey, status.clientKey, someGate(status.project));
    for (const SdkSnippet &snippet : std::as_const(m_snippets)) {
        if (isFirst)
            m_choice->addSegment(snippet.sdk);
    }
    showSnippet();
}

void ConnectPane::showSnippet()
{
    const SdkSnippet snippet = m_snippets.value(m_choice->current());
    m_note->setText(snippet.note);
    m_code->setText(snippet.code.trimmed().toUtf8(), CodeView::Syntax::Plain);
}

} // namespace Gatescope
