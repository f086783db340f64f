// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "confirmwritedialog.h"

#include <ui/theme/style.h>
#include <ui/theme/theme.h>
#include <ui/workspace.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConfirmWriteDialog::ConfirmWriteDialog(const Words &words, QWidget *parent)
    : QDialog(parent)
    , m_name(words.connectionName)
    , m_nameEdit(new QLineEdit(this))
    , m_actionButton(new QPushButton(words.action, this))
{
    const Theme &theme = Theme::instance();
    setWindowTitle(tr("Write to production"));
    auto *headline = plainLabel(words.reason, this);
    headline->setFont(theme.font(Theme::Font::Title));
    auto *prompt = plainLabel(tr("Type the connection's name to go on. This is asked once per run."), this);
    prompt->setBuddy(m_nameEdit);
    m_nameEdit->setObjectName(QStringLiteral("nameLineEdit"));
    m_nameEdit->setAccessibleName(tr("Name of the connection"));
    m_nameEdit->setPlaceholderText(words.connectionName);

    auto *cancelButton = new QPushButton(tr("Go back"), this);
    cancelButton->setAutoDefault(false);
    m_actionButton->setObjectName(QStringLiteral("actionButton"));
    m_actionButton->setDefault(true);
    m_actionButton->setProperty(primaryProperty, true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancelButton);
    buttons->addWidget(m_actionButton);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    layout->setSpacing(theme.scaled(12));
    for (QWidget *row : {headline, plainLabel(words.consequence, this), prompt})
        layout->addWidget(row);
    layout->addWidget(m_nameEdit);
    layout->addLayout(buttons);
    setMinimumWidth(theme.scaled(440));
    setTabOrder(m_nameEdit, cancelButton);
    setTabOrder(cancelButton, m_actionButton);

    connect(m_nameEdit, &QLineEdit::textChanged, this, &ConfirmWriteDialog::compare);
    connect(cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_actionButton, &QPushButton::clicked, this, &QDialog::accept);
    compare();
}

void ConfirmWriteDialog::compare()
{
    const bool same = m_nameEdit->text().trimmed() == m_name.trimmed();
    m_actionButton->setEnabled(same);
    m_actionButton->setToolTip(same ? QString() : tr("Type the connection's name first."));
}

void ConfirmWriteDialog::ask(
    Workspace &workspace, const Write &write, QWidget *parent, std::function<void()> proceed)
{
    const QString id = workspace.connection().id;
    ask(workspace, workspace.connection(), write, parent, [&workspace, id, proceed = std::move(proceed)] {
        if (workspace.connection().id == id)
            proceed();
    });
}

void ConfirmWriteDialog::ask(Workspace &workspace, const Connection &connection, const Write &write,
    QWidget *parent, std::function<void()> proceed)
{
    const QString id = connection.id;
    if (workspace.isWriteConfirmed(id, write.userTier)) {
        proceed();
        return;
    }
    const QString reason = connection.isProduction()
        ? tr("%1 is a production connection").arg(connection.name)
        : tr("The user’s own tier is production, at %1").arg(connection.name);
    auto *dialog = new ConfirmWriteDialog({connection.name, reason, write.action, write.consequence}, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, [&workspace, id, proceed = std::move(proceed)] {
        if (!workspace.findConnection(id))
            return;
        workspace.confirmWrite(id);
        proceed();
    });
    dialog->open();
}

} // namespace Gatescope
