// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionform.h"

#include "connectionadvice.h"

#include <ui/connectionlook.h>
#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/stripedelegate.h>
#include <ui/widgets/textlabel.h>

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace Gatescope {

namespace {

void showNote(InlineBar *note, InlineBar::Kind kind, const QString &headline, const QString &text)
{
    note->setKind(kind);
    note->setText(headline, text);
    note->setVisible(!text.isEmpty());
}

void adviseOnUrl(InlineBar *note, const QString &text)
{
    const auto url = readBaseUrl(text);
    if (!url)
        showNote(note, InlineBar::Kind::Error, {}, url.error().message);
    else
        showNote(note, InlineBar::Kind::Warning, {}, urlAdvice(*url));
}

InlineBar::Kind adviceKind(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Console:
        return InlineBar::Kind::Error;
    case KeyKind::Client:
    case KeyKind::Unknown:
        return InlineBar::Kind::Warning;
    default:
        return InlineBar::Kind::Info;
    }
}

} // namespace

ConnectionDraft::ConnectionDraft(const Connection &source)
    : connection(source)
    , name(source.name)
    , apiUrl(source.apiUrl.toString())
    , eventsUrl(source.eventsUrl.toString())
    , tier(source.tier)
    , caFile(source.caFile)
    , color(source.color)
    , network(source)
{ }

Result<Connection> connectionOf(const ConnectionDraft &draft, const QList<Connection> &others)
{
    Connection result = draft.connection;
    if (const QString advice = nameAdvice(draft.name, result.id, others); !advice.isEmpty())
        return failure(ErrorCode::BadInput, advice);
    const auto apiUrl = readBaseUrl(draft.apiUrl);
    if (!apiUrl)
        return std::unexpected(apiUrl.error());
    const auto eventsUrl = readBaseUrl(draft.eventsUrl);
    if (!eventsUrl)
        return std::unexpected(eventsUrl.error());
    result.name = draft.name.trimmed();
    result.apiUrl = *apiUrl;
    result.eventsUrl = *eventsUrl;
    result.tier = draft.tier.trimmed();
    result.caFile = draft.caFile.trimmed();
    result.color = draft.color;
    if (const auto applied = applyNetwork(draft.network, result); !applied)
        return std::unexpected(applied.error());
    if (!draft.key.isEmpty()) {
        result.keyKind = keyKindOf(draft.key);
        result.keyHint = keyHint(draft.key);
    }
    return result;
}

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    const Theme &theme = Theme::instance();
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(theme.scaled(12));
    m_layout->setVerticalSpacing(theme.scaled(8));
    m_layout->setLabelAlignment(Qt::AlignLeft);
    m_layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);

    m_name = addLine(tr("Name"), QStringLiteral("connectionNameLineEdit"), &ConnectionDraft::name);
    m_name->setPlaceholderText(tr("for example Acme shop, staging"));
    addKey();
    addTier();
    addColor();
    addLine(tr("API address"), QStringLiteral("apiUrlLineEdit"), &ConnectionDraft::apiUrl);
    m_apiNote = addNote();
    addLine(tr("Events address"), QStringLiteral("eventsUrlLineEdit"), &ConnectionDraft::eventsUrl);
    m_eventsNote = addNote();
    addCaFile();
    addNetwork();
}

QLineEdit *ConnectionForm::addLine(
    const QString &label, const QString &objectName, QString ConnectionDraft::*field)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(objectName);
    line->setAccessibleName(label);
    m_layout->addRow(label, line);
    m_lines.append({line, field});
    connect(line, &QLineEdit::textEdited, this, [this, field](const QString &text) {
        m_draft.*field = text;
        refreshAdvice();
        Q_EMIT edited();
    });
    return line;
}

InlineBar *ConnectionForm::addNote()
{
    auto *note = new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Compact, this);
    note->hide();
    m_layout->addRow(QString(), note);
    return note;
}

void ConnectionForm::addKey()
{
    m_key = addLine(tr("Key"), QStringLiteral("keyLineEdit"), &ConnectionDraft::key);
    m_key->setEchoMode(QLineEdit::Password);
    m_keyNote = addNote();
}

void ConnectionForm::addTier()
{
    m_tier = new QComboBox(this);
    m_tier->setObjectName(QStringLiteral("connectionTierComboBox"));
    m_tier->setAccessibleName(tr("Tier"));
    m_tier->setEditable(true);
    m_tier->addItems({productionTier.toString(), QStringLiteral("staging"), QStringLiteral("development")});
    m_layout->addRow(tr("Tier"), m_tier);
    connect(m_tier, &QComboBox::editTextChanged, this, [this](const QString &text) {
        m_draft.tier = text;
        Q_EMIT edited();
    });
}

void ConnectionForm::addColor()
{
    m_color = new QComboBox(this);
    m_color->setObjectName(QStringLiteral("connectionColorComboBox"));
    m_color->setAccessibleName(tr("Colour"));
    m_color->setItemDelegate(new StripeDelegate(m_color));
    Connection example;
    for (const auto color : {ConnectionColor::Automatic, ConnectionColor::Blue, ConnectionColor::Teal,
             ConnectionColor::Green, ConnectionColor::Violet, ConnectionColor::Pink}) {
        example.color = color;
        m_color->addItem(connectionColorText(color), int(color));
        if (color == ConnectionColor::Automatic)
            continue;
        m_color->setItemData(
            m_color->count() - 1, int(connectionStripe(example)), StripeDelegate::StripeRole);
        m_color->setItemIcon(
            m_color->count() - 1, Theme::instance().icon(Theme::Icon::Server, connectionStripe(example)));
    }
    m_layout->addRow(tr("Colour"), m_color);
    connect(m_color, &QComboBox::currentIndexChanged, this, [this] {
        m_draft.color = ConnectionColor(m_color->currentData().toInt());
        Q_EMIT edited();
    });
}

void ConnectionForm::addNetwork()
{
    m_network = new NetworkForm(this);
    m_layout->addRow(m_network);
    connect(m_network, &NetworkForm::edited, this, [this] {
        m_draft.network = m_network->draft();
        Q_EMIT edited();
    });
}

void ConnectionForm::addCaFile()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_caFile = new QLineEdit(row);
    m_caFile->setObjectName(QStringLiteral("caFileLineEdit"));
    m_caFile->setAccessibleName(tr("Certificates to trust"));
    m_caFile->setPlaceholderText(tr("Only those of the system"));
    auto *choose = new ActionButton(tr("Choose a file…"), ActionButton::Look::Plain, row);
    layout->addWidget(m_caFile, 1);
    layout->addWidget(choose);
    m_layout->addRow(tr("Certificates"), row);
    m_lines.append({m_caFile, &ConnectionDraft::caFile});
    connect(m_caFile, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_draft.caFile = text;
        Q_EMIT edited();
    });
    connect(choose, &QAbstractButton::clicked, this, &ConnectionForm::chooseCaFile);
}

void ConnectionForm::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("Certificates to trust besides the system's"), {},
        tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        m_caFile->setText(fileName);
        m_draft.caFile = fileName;
        Q_EMIT edited();
    });
    dialog->open();
}

void ConnectionForm::setDraft(const ConnectionDraft &draft)
{
    const bool isAnother = m_draft.connection.id != draft.connection.id;
    m_draft = draft;
    for (const auto &[line, field] : std::as_const(m_lines))
        if (line->text() != draft.*field)
            line->setText(draft.*field);
    const QSignalBlocker blocker(m_tier);
    m_tier->setEditText(draft.tier);
    const QSignalBlocker colorBlocker(m_color);
    m_color->setCurrentIndex(m_color->findData(int(draft.color)));
    if (isAnother || m_network->draft() != draft.network || m_network->saved() != draft.connection.proxy)
        m_network->setDraft(draft.network, draft.connection.proxy);
    const QString hint = draft.connection.keyHint;
    m_key->setPlaceholderText(
        hint.isEmpty() ? tr("Paste the key") : tr("%1, paste another to replace it").arg(hint));
    refreshAdvice();
}

void ConnectionForm::refreshAdvice()
{
    const KeyKind kind = m_draft.key.isEmpty() ? m_draft.connection.keyKind : keyKindOf(m_draft.key);
    const QString kindText = keyKindText(kind);
    showNote(m_keyNote, adviceKind(kind), kindText.isEmpty() ? kindText : kindText + QLatin1Char('.'),
        keyAdvice(kind));
    adviseOnUrl(m_apiNote, m_draft.apiUrl);
    adviseOnUrl(m_eventsNote, m_draft.eventsUrl);
}

void ConnectionForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void ConnectionForm::focusKey()
{
    m_key->setFocus();
    m_key->selectAll();
}

} // namespace Gatescope
