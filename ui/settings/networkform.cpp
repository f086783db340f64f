// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "networkform.h"

#include "connectionadvice.h"

#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/inlinebar.h>

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

constexpr int mostConnectSeconds = 300;
constexpr int mostIdleSeconds = 3600;

std::optional<std::chrono::seconds> secondsOf(int value)
{
    return value > 0 ? std::optional(std::chrono::seconds(value)) : std::nullopt;
}

int numberOf(const std::optional<std::chrono::seconds> &seconds)
{
    return int(seconds.value_or(std::chrono::seconds(0)).count());
}

} // namespace

NetworkDraft::NetworkDraft(const Connection &source)
    : proxyKind(source.proxy.kind)
    , proxyAddress(proxyAddressText(source.proxy))
    , proxyUser(source.proxy.user)
    , connectSeconds(numberOf(source.connectTimeout))
    , idleSeconds(numberOf(source.idleTimeout))
{ }

bool isAnotherProxy(const ConnectionProxy &one, const ConnectionProxy &other)
{
    return one.kind != other.kind || one.host.compare(other.host, Qt::CaseInsensitive) != 0
        || one.port != other.port;
}

Result<> applyNetwork(const NetworkDraft &draft, Connection &connection)
{
    connection.proxy = {};
    connection.proxy.kind = draft.proxyKind;
    if (connection.proxy.isOwn()) {
        const auto address = readProxyAddress(draft.proxyAddress);
        if (!address)
            return std::unexpected(address.error());
        connection.proxy.host = address->host;
        connection.proxy.port = address->port;
        connection.proxy.user = draft.proxyUser.trimmed();
    }
    connection.connectTimeout = secondsOf(draft.connectSeconds);
    connection.idleTimeout = secondsOf(draft.idleSeconds);
    return {};
}

NetworkForm::NetworkForm(QWidget *parent)
    : QWidget(parent)
    , m_fold(new ActionButton(QString(), ActionButton::Look::Flat, this))
    , m_fields(new QWidget(this))
    , m_layout(new QFormLayout(m_fields))
{
    const Theme &theme = Theme::instance();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.scaled(8));
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_fields);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(theme.scaled(12));
    m_layout->setVerticalSpacing(theme.scaled(8));
    m_layout->setLabelAlignment(Qt::AlignLeft);
    m_layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);

    m_fold->setObjectName(QStringLiteral("networkFoldButton"));
    m_fold->setCheckable(true);
    addProxy();
    addLine(tr("Proxy address"), "proxyAddressLineEdit", &NetworkDraft::proxyAddress)
        ->setPlaceholderText(tr("for example proxy.example.com:8080"));
    addLine(tr("Proxy user"), "proxyUserLineEdit", &NetworkDraft::proxyUser)->setPlaceholderText(tr("None"));
    m_password = addLine(tr("Proxy password"), "proxyPasswordLineEdit", &NetworkDraft::proxyPassword);
    m_password->setEchoMode(QLineEdit::Password);
    m_note = new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Compact, m_fields);
    m_note->setObjectName(QStringLiteral("proxyNote"));
    m_layout->addRow(QString(), m_note);
    addSeconds(tr("Give up connecting after"), "ownConnectTimeoutSpinBox", &NetworkDraft::connectSeconds,
        mostConnectSeconds);
    addSeconds(
        tr("Give up waiting after"), "ownIdleTimeoutSpinBox", &NetworkDraft::idleSeconds, mostIdleSeconds);
    connect(m_fold, &QAbstractButton::clicked, this, &NetworkForm::setOpen);
    setOpen(false);
    refresh();
}

void NetworkForm::addProxy()
{
    m_proxy = new QComboBox(m_fields);
    m_proxy->setObjectName(QStringLiteral("proxyComboBox"));
    m_proxy->setAccessibleName(tr("Proxy"));
    m_proxy->addItem(tr("As the system says"), int(ConnectionProxy::Kind::System));
    m_proxy->addItem(tr("None"), int(ConnectionProxy::Kind::None));
    m_proxy->addItem(tr("HTTP"), int(ConnectionProxy::Kind::Http));
    m_proxy->addItem(tr("SOCKS5"), int(ConnectionProxy::Kind::Socks5));
    m_layout->addRow(tr("Proxy"), m_proxy);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, [this] {
        m_draft.proxyKind = ConnectionProxy::Kind(m_proxy->currentData().toInt());
        refresh();
        Q_EMIT edited();
    });
}

QLineEdit *NetworkForm::addLine(const QString &label, const char *objectName, QString NetworkDraft::*field)
{
    auto *line = new QLineEdit(m_fields);
    line->setObjectName(QLatin1String(objectName));
    line->setAccessibleName(label);
    m_layout->addRow(label, line);
    m_lines.append({line, field});
    connect(line, &QLineEdit::textEdited, this, [this, field](const QString &text) {
        m_draft.*field = text;
        refresh();
        Q_EMIT edited();
    });
    return line;
}

QSpinBox *NetworkForm::addSeconds(
    const QString &label, const char *objectName, int NetworkDraft::*field, int most)
{
    auto *number = new QSpinBox(m_fields);
    number->setObjectName(QLatin1String(objectName));
    number->setAccessibleName(label);
    number->setRange(0, most);
    number->setSuffix(tr(" s"));
    number->setSpecialValueText(tr("As in the settings"));
    number->setMaximumWidth(Theme::instance().scaled(180));
    m_layout->addRow(label, number);
    m_seconds.append({number, field});
    connect(number, &QSpinBox::valueChanged, this, [this, field](int value) {
        m_draft.*field = value;
        refresh();
        Q_EMIT edited();
    });
    return number;
}

void NetworkForm::setDraft(const NetworkDraft &draft, const ConnectionProxy &saved)
{
    m_draft = draft;
    m_saved = saved;
    for (const auto &[line, field] : std::as_const(m_lines))
        if (line->text() != draft.*field)
            line->setText(draft.*field);
    for (const auto &[number, field] : std::as_const(m_seconds)) {
        const QSignalBlocker blocker(number);
        number->setValue(draft.*field);
    }
    const QSignalBlocker blocker(m_proxy);
    m_proxy->setCurrentIndex(m_proxy->findData(int(draft.proxyKind)));
    setOpen(draft != NetworkDraft());
    refresh();
}

void NetworkForm::setOpen(bool open)
{
    m_fold->setChecked(open);
    m_fold->setThemeIcon(open ? Theme::Icon::ChevronDown : Theme::Icon::ChevronRight);
    m_fold->setAccessibleDescription(open ? tr("Unfolded") : tr("Folded"));
    m_fields->setVisible(open);
}

void NetworkForm::showPasswordHint()
{
    Connection typed;
    const bool isAnother = !applyNetwork(m_draft, typed) || isAnotherProxy(m_saved, typed.proxy);
    m_password->setPlaceholderText(!m_saved.wantsPassword() ? tr("Kept in the keychain")
            : isAnother                                     ? tr("Type it again for this proxy")
                        : tr("What is stored, type another to replace it"));
}

void NetworkForm::refresh()
{
    showPasswordHint();
    const bool isOwn = m_draft.proxyKind == ConnectionProxy::Kind::Http
        || m_draft.proxyKind == ConnectionProxy::Kind::Socks5;
    for (const auto &[line, field] : std::as_const(m_lines)) {
        const bool isShown = isOwn && (line != m_password || !m_draft.proxyUser.trimmed().isEmpty());
        line->setVisible(isShown);
        m_layout->labelForField(line)->setVisible(isShown);
    }
    const Result<ProxyAddress> address = isOwn ? readProxyAddress(m_draft.proxyAddress) : ProxyAddress();
    if (address) {
        const bool tellsPassword =
            m_draft.proxyKind == ConnectionProxy::Kind::Http && !m_draft.proxyUser.trimmed().isEmpty();
        m_note->setKind(tellsPassword ? InlineBar::Kind::Warning : InlineBar::Kind::Info);
        m_note->setText(proxyAdvice(m_draft.proxyKind, !m_draft.proxyUser.trimmed().isEmpty()));
    } else {
        m_note->setKind(InlineBar::Kind::Error);
        m_note->setText(address.error().message);
    }
    m_fold->setText(summary());
}

QString NetworkForm::summary() const
{
    QString proxy;
    switch (m_draft.proxyKind) {
    case ConnectionProxy::Kind::System:
        proxy = tr("the system’s proxy");
        break;
    case ConnectionProxy::Kind::None:
        proxy = tr("no proxy");
        break;
    case ConnectionProxy::Kind::Http:
        proxy = tr("an HTTP proxy");
        break;
    case ConnectionProxy::Kind::Socks5:
        proxy = tr("a SOCKS5 proxy");
        break;
    }
    const bool hasTimes = m_draft.connectSeconds > 0 || m_draft.idleSeconds > 0;
    return hasTimes ? tr("Network: %1, times of its own").arg(proxy) : tr("Network: %1").arg(proxy);
}

} // namespace Gatescope
