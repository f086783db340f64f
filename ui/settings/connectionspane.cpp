// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionspane.h"

#include "connectionreportview.h"
#include "connectiontest.h"

#include <ui/connectionlook.h>
#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/stripedelegate.h>
#include <ui/workspace.h>

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QScopedValueRollback>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

/// What is stored for the proxy must not be sent to the one that is typed now, and nothing else was typed.
bool losesPassword(const ConnectionDraft &draft, const Connection &connection)
{
    const ConnectionProxy &saved = draft.connection.proxy;
    return saved.wantsPassword() && connection.proxy.wantsPassword() && draft.network.proxyPassword.isEmpty()
        && isAnotherProxy(saved, connection.proxy);
}

/// Nothing is typed that could be lost.
bool isUntouched(const ConnectionDraft &draft)
{
    return draft == ConnectionDraft(draft.connection);
}

/// What it is that no keychain keeps.
QString secretsText(const QList<SecretChange> &secrets, const Connection &connection)
{
    const auto isTyped = [&](const QString &id) {
        return std::ranges::any_of(
            secrets, [&](const SecretChange &each) { return each.id == id && each.value; });
    };
    if (!isTyped(connection.id))
        return ConnectionsPane::tr("the password of the proxy");
    return isTyped(proxySecretId(connection.id))
        ? ConnectionsPane::tr("the key and the password of the proxy")
        : ConnectionsPane::tr("the key");
}

} // namespace

ConnectionsPane::ConnectionsPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_test(new ConnectionTest(workspace.api(), workspace.secrets(), this))
{
    const Theme &theme = Theme::instance();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    layout->setSpacing(theme.scaled(16));
    layout->addWidget(makeList());
    layout->addWidget(makeEditor(), 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionsPane::showSelected);
    connect(m_form, &ConnectionForm::edited, this, &ConnectionsPane::keepDraft);
    connect(m_test, &ConnectionTest::changed, this, &ConnectionsPane::showReport);
    connect(m_report, &ConnectionReportView::exchangeRequested, this, &ConnectionsPane::exchangeRequested);
    refill();
    showConnection({}, false);
}

QWidget *ConnectionsPane::makeList()
{
    const Theme &theme = Theme::instance();
    auto *side = new QWidget(this);
    side->setFixedWidth(theme.scaled(208));
    m_list = new QListWidget(side);
    m_list->setObjectName(QStringLiteral("connectionsListWidget"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setItemDelegate(new StripeDelegate(m_list));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *add = new ActionButton(tr("Add a connection"), ActionButton::Look::Plain, side);
    add->setObjectName(QStringLiteral("addConnectionButton"));
    add->setThemeIcon(Theme::Icon::Add);
    m_remove = new ActionButton(tr("Remove"), ActionButton::Look::Plain, side);
    m_remove->setObjectName(QStringLiteral("removeConnectionButton"));

    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.scaled(8));
    column->addWidget(m_list, 1);
    column->addWidget(add);
    column->addWidget(m_remove);
    connect(add, &QAbstractButton::clicked, this, &ConnectionsPane::addConnection);
    connect(m_remove, &QAbstractButton::clicked, this, &ConnectionsPane::remove);
    return side;
}

QWidget *ConnectionsPane::makeEditor()
{
    const Theme &theme = Theme::instance();
    auto *editor = new QWidget(this);
    m_form = new ConnectionForm;
    auto *page = new QWidget; // keeps the form at its own height
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->addWidget(m_form);
    pageLayout->addStretch(1);
    m_formArea = new QScrollArea(editor);
    m_formArea->setWidget(page);
    m_formArea->setWidgetResizable(true);
    m_formArea->setFrameShape(QFrame::NoFrame);
    m_formArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formArea->setFocusPolicy(Qt::NoFocus);
    m_builtInText = new Sentence(Theme::Font::Body, editor);
    m_bar = new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, editor);
    m_bar->setObjectName(QStringLiteral("connectionBar"));
    m_bar->setClosable(true);
    m_bar->hide();
    m_report = new ConnectionReportView(editor);
    m_report->hide();
    m_testButton = new ActionButton(tr("Test the connection"), ActionButton::Look::Plain, editor);
    m_testButton->setObjectName(QStringLiteral("testConnectionButton"));
    m_discard = new ActionButton(tr("Discard changes"), ActionButton::Look::Plain, editor);
    m_discard->setObjectName(QStringLiteral("discardConnectionButton"));
    m_save = new ActionButton(tr("Save the connection"), ActionButton::Look::Primary, editor);
    m_save->setObjectName(QStringLiteral("saveConnectionButton"));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_testButton);
    buttons->addStretch();
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.scaled(12));
    column->addWidget(m_bar);
    column->addWidget(m_report);
    column->addWidget(m_builtInText);
    column->addWidget(m_formArea, 1);
    column->addStretch();
    column->addLayout(buttons);

    connect(m_bar, &InlineBar::closed, m_bar, &QWidget::hide);
    connect(m_bar, &InlineBar::closed, m_report, &QWidget::hide);
    connect(m_testButton, &QAbstractButton::clicked, this, &ConnectionsPane::test);
    connect(m_discard, &QAbstractButton::clicked, this, &ConnectionsPane::discard);
    connect(m_save, &QAbstractButton::clicked, this, &ConnectionsPane::save);
    return editor;
}

QList<Connection> ConnectionsPane::shownConnections() const
{
    QList<Connection> shown;
    for (const Connection &each : m_workspace.connections())
        if (!m_removed.contains(each.id))
            shown.append(each);
    for (const ConnectionDraft &draft : m_drafts)
        if (std::ranges::find(shown, draft.connection.id, &Connection::id) == shown.end())
            shown.append(draft.connection);
    return shown;
}

void ConnectionsPane::refill()
{
    const QString id = selectedId();
    const QScopedValueRollback refilling(m_refilling, true);
    m_list->clear();
    for (const Connection &each : shownConnections()) {
        const auto draft = m_drafts.constFind(each.id);
        QString name = draft == m_drafts.cend() ? each.name : draft->name;
        if (name.isEmpty())
            name = tr("New connection");
        const bool isEdited = draft != m_drafts.cend() && !isUntouched(*draft);
        auto *item = new QListWidgetItem(Theme::instance().icon(connectionIcon(each)),
            isEdited ? tr("%1, not saved").arg(name) : name, m_list);
        item->setData(Qt::UserRole, each.id);
        Connection shown = each;
        if (draft != m_drafts.cend()) {
            shown.color = draft->color;
            shown.tier = draft->tier.trimmed();
        }
        item->setData(StripeDelegate::StripeRole, int(connectionStripe(shown)));
        item->setToolTip(plainToolTip(name));
        item->setSizeHint(QSize(0, Theme::instance().rowHeight()));
        if (each.id == id)
            m_list->setCurrentItem(item);
    }
}

bool ConnectionsPane::isNew(const QString &id) const
{
    const auto &stored = m_workspace.connections();
    return std::ranges::find(stored, id, &Connection::id) == stored.end();
}

QString ConnectionsPane::selectedId() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void ConnectionsPane::showConnection(const QString &id, bool focusKey)
{
    const auto rowOf = [this](const QString &wanted) {
        for (int row = 0; row < m_list->count(); ++row)
            if (m_list->item(row)->data(Qt::UserRole).toString() == wanted)
                return row;
        return -1;
    };
    const int row = rowOf(id);
    m_list->setCurrentRow(row >= 0 ? row : rowOf(m_workspace.connection().id));
    if (focusKey)
        m_form->focusKey();
}

void ConnectionsPane::showSelected()
{
    if (m_refilling)
        return;
    m_test->stop();
    m_bar->hide();
    m_report->hide();
    const QString id = selectedId();
    const auto shown = shownConnections();
    const auto found = std::ranges::find(shown, id, &Connection::id);
    if (found != shown.end())
        m_form->setDraft(m_drafts.value(id, ConnectionDraft(*found)));
    refreshButtons();
}

void ConnectionsPane::keepDraft()
{
    const ConnectionDraft &draft = m_form->draft();
    m_drafts[draft.connection.id] = draft;
    refill();
    refreshButtons();
}

void ConnectionsPane::refreshButtons()
{
    const Connection &connection = m_form->draft().connection;
    const bool edited = m_drafts.contains(connection.id);
    const bool isFixed = connection.builtIn || connection.isTemporary;
    m_formArea->setVisible(!isFixed);
    m_builtInText->setVisible(isFixed);
    describeFixed(connection);
    m_discard->setVisible(edited);
    m_save->setVisible(!isFixed);
    const QString saving = m_isSaving ? tr("The keychain is still being asked.") : QString();
    m_discard->setDisabledReason(saving);
    m_remove->setDisabledReason(m_isSaving ? saving
            : connection.builtIn           ? tr("The sandbox is built in.")
            : connection.isTemporary       ? tr("It goes when Gatescope closes.")
                                           : QString());
    const auto valid = connectionOf(m_form->draft(), shownConnections());
    const QString problem = valid ? QString() : valid.error().message;
    m_testButton->setDisabledReason(problem);
    m_save->setDisabledReason(m_isSaving ? saving : edited ? problem : tr("Nothing was changed."));
}

void ConnectionsPane::describeFixed(const Connection &connection)
{
    if (connection.isTemporary)
        m_builtInText->setText(tr("A connection for this run"),
            tr("with the key %1 from GATESCOPE_API_KEY, which is held in memory only. It asks %2 and counts "
               "as "
               "production. Nothing of it is stored.")
                .arg(connection.keyHint, connection.apiUrl.host()));
    else
        m_builtInText->setText(tr("The built-in sandbox"),
            tr("answers every endpoint on this machine from a sample shop. It needs no key and cannot be "
               "changed."));
}

void ConnectionsPane::addConnection()
{
    Connection connection;
    connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    connection.tier = productionTier.toString();
    m_drafts[connection.id] = ConnectionDraft(connection);
    refill();
    showConnection(connection.id, false);
    m_form->focusName();
}

void ConnectionsPane::discard()
{
    const std::optional<ConnectionDraft> discarded = takeDraft(selectedId());
    if (!discarded || isUntouched(*discarded))
        return;
    tell(InlineBar::Kind::Info, tr("What was typed about %1 is discarded.").arg(nameOf(*discarded)));
    connect(m_bar->addAction(tr("Undo")), &QAbstractButton::clicked, this,
        [this, draft = *discarded] { bringBack(draft); });
}

std::optional<ConnectionDraft> ConnectionsPane::takeDraft(const QString &id)
{
    const auto draft = m_drafts.constFind(id);
    const auto taken = draft == m_drafts.cend() ? std::nullopt : std::optional(*draft);
    m_drafts.remove(id);
    refill();
    if (!m_list->currentItem())
        showConnection({}, false);
    showSelected();
    return taken;
}

void ConnectionsPane::bringBack(const ConnectionDraft &draft)
{
    m_drafts[draft.connection.id] = draft;
    refill();
    showConnection(draft.connection.id, false);
    showSelected();
}

QString ConnectionsPane::nameOf(const ConnectionDraft &draft) const
{
    return draft.name.isEmpty() ? tr("the new connection") : draft.name;
}

void ConnectionsPane::remove()
{
    const QString id = selectedId();
    if (isNew(id)) {
        discard();
        return;
    }
    const QString name = m_form->draft().name;
    const auto draft = m_drafts.constFind(id);
    const auto typed = draft == m_drafts.cend() ? std::nullopt : std::optional(*draft);
    m_drafts.remove(id);
    m_removed.append(id);
    refill();
    showConnection(m_workspace.connections().first().id, false);
    showSelected();
    tell(InlineBar::Kind::Info, tr("%1 is removed, with its key, when the settings close.").arg(name));
    connect(m_bar->addAction(tr("Undo")), &QAbstractButton::clicked, this, [this, id, typed] {
        undoRemove(id);
        if (typed)
            bringBack(*typed);
    });
}

void ConnectionsPane::undoRemove(const QString &id)
{
    m_removed.removeAll(id);
    refill();
    showConnection(id, false);
}

void ConnectionsPane::commitRemovals()
{
    for (const QString &id : std::exchange(m_removed, {}))
        m_workspace.removeConnection(id);
}

bool ConnectionsPane::mayClose()
{
    if (m_isSaving) {
        tell(InlineBar::Kind::Info, tr("The keychain is still being asked to store what is being saved."));
        return false;
    }
    m_drafts.removeIf(
        [this](QMap<QString, ConnectionDraft>::iterator each) { return isUntouched(each.value()); });
    if (m_drafts.isEmpty())
        return true;
    if (!m_drafts.contains(selectedId()))
        showConnection(m_drafts.firstKey(), false);
    const auto valid = connectionOf(m_form->draft(), shownConnections());
    tell(InlineBar::Kind::Warning,
        valid ? tr("These changes are not saved yet. Save or discard them to close the settings.")
              : tr("These changes are not saved yet. %1 Then save them, or discard them, to close the "
                   "settings.")
                    .arg(valid.error().message));
    return false;
}

void ConnectionsPane::test()
{
    const auto connection = connectionOf(m_form->draft(), shownConnections());
    if (!connection)
        return;
    const ConnectionDraft &draft = m_form->draft();
    m_test->start(*connection, {draft.key, draft.network.proxyPassword, losesPassword(draft, *connection)});
}

void ConnectionsPane::stopTest()
{
    m_test->stop();
    showReport(m_test->report());
}

void ConnectionsPane::showReport(const ConnectionReport &report)
{
    const bool isGood = !report.isOver || report.isStopped || report.worksForAll();
    tell(isGood                     ? InlineBar::Kind::Info
            : report.worksForSome() ? InlineBar::Kind::Warning
                                    : InlineBar::Kind::Error,
        verdictText(report));
    if (!report.isOver)
        connect(m_bar->addAction(tr("Stop")), &QAbstractButton::clicked, this, &ConnectionsPane::stopTest);
    m_report->setReport(report);
    m_report->show();
}

void ConnectionsPane::save()
{
    const auto connection = connectionOf(m_form->draft(), shownConnections());
    if (!connection) {
        tell(InlineBar::Kind::Error, connection.error().message);
        return;
    }
    const ConnectionDraft &draft = m_form->draft();
    storeSecrets({draft, *connection, secretsOf(draft, *connection), losesPassword(draft, *connection)},
        SecretStore::Keep::Stored);
}

/// A password was given for the proxy before, and is not for any other to see: it goes before the connection
/// is saved, since with the new one it must never be sent.
QList<SecretChange> ConnectionsPane::secretsOf(
    const ConnectionDraft &draft, const Connection &connection) const
{
    QList<SecretChange> secrets;
    if (losesPassword(draft, connection))
        secrets.append({proxySecretId(connection.id), std::nullopt});
    else if (connection.proxy.wantsPassword() && !draft.network.proxyPassword.isEmpty())
        secrets.append({proxySecretId(connection.id), draft.network.proxyPassword});
    if (!draft.key.isEmpty())
        secrets.append({connection.id, draft.key});
    return secrets;
}

void ConnectionsPane::storeSecrets(const Saving &saving, SecretStore::Keep keep)
{
    m_isSaving = true;
    refreshButtons();
    SecretsChange::start(
        m_workspace.secrets(), saving.secrets, keep, this, [this, saving](const Result<> &stored) {
            m_isSaving = false;
            if (stored)
                finishSave(saving);
            else
                offerAnotherWay(stored.error(), saving);
        });
}

void ConnectionsPane::offerAnotherWay(const Error &error, const Saving &saving)
{
    const QString id = saving.connection.id;
    showConnection(id, false); // another may have been looked at meanwhile
    refreshButtons();
    if (saving.forgetsPassword) // memory cannot take what the keychain would go on giving
        tell(InlineBar::Kind::Warning,
            tr("%1 The connection is not saved. The password that is stored is for the proxy before: type "
               "this one's.")
                .arg(error.message));
    else
        offerMemory(error, saving);
    connect(m_bar->addAction(tr("Try again")), &QAbstractButton::clicked, this, [this, id] {
        showConnection(id, false);
        save();
    });
}

void ConnectionsPane::offerMemory(const Error &error, const Saving &saving)
{
    const QString secrets = secretsText(saving.secrets, saving.connection);
    tell(InlineBar::Kind::Warning,
        tr("%1 The connection is not saved yet. Memory can keep %2 until Gatescope closes.")
            .arg(error.message, secrets));
    connect(m_bar->addAction(tr("Keep %1 for this run only").arg(secrets)), &QAbstractButton::clicked, this,
        [this, saving] { storeSecrets(saving, SecretStore::Keep::ThisRunOnly); });
}

void ConnectionsPane::finishSave(const Saving &saving)
{
    const Connection &connection = saving.connection;
    const bool wasNew = isNew(connection.id);
    m_workspace.saveConnection(connection);
    if (wasNew)
        m_workspace.selectConnection(connection.id);
    keepWhatWasTypedMeanwhile(saving);
    refill();
    showSelected();
    if (saving.forgetsPassword)
        return tell(InlineBar::Kind::Warning,
            tr("%1 is saved. Type the password of its proxy: the one that was stored was for another.")
                .arg(connection.name));
    tell(InlineBar::Kind::Info,
        wasNew ? tr("%1 is saved and in use.").arg(connection.name)
               : tr("%1 is saved.").arg(connection.name));
}

void ConnectionsPane::keepWhatWasTypedMeanwhile(const Saving &saving)
{
    const auto found = m_drafts.find(saving.connection.id);
    if (found == m_drafts.end())
        return;
    if (*found == saving.draft) {
        m_drafts.erase(found);
        return;
    }
    found->connection = saving.connection;
    if (found->key == saving.draft.key)
        found->key.clear();
    if (found->network.proxyPassword == saving.draft.network.proxyPassword)
        found->network.proxyPassword.clear();
}

void ConnectionsPane::tell(InlineBar::Kind kind, const QString &text)
{
    m_report->hide();
    m_bar->clearActions();
    m_bar->setKind(kind);
    m_bar->setSentences(text);
    m_bar->show();
}

} // namespace Gatescope
