// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "openedexchanges.h"

#include "exchangeview.h"

#include <models/exchangeformats/curlcommand.h>
#include <models/exchangeformats/exchangecontents.h>
#include <models/exchangeformats/harfile.h>
#include <models/items/exchangesmodel.h>
#include <ui/onfinished.h>
#include <ui/wholefile.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/statustext.h>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLocale>
#include <QSplitter>
#include <QTabBar>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

constexpr qsizetype commandHead = 4096; ///< enough to tell
constexpr qsizetype mostCommands = 10'000; ///< nobody copies as many

} // namespace

struct OpenedExchanges::Contents
{
    QList<ExchangePtr> exchanges;
    QList<Result<StatsigUser>> users; ///< of each
    QString creator;
    qsizetype others = 0;
    bool isCut = false; ///< there may be more
};

OpenedExchanges::OpenedExchanges(QWidget *parent)
    : QDialog(parent)
    , m_model(new ExchangesModel(this))
    , m_source(new StatusText(Theme::Font::Label, Theme::Color::TextMuted, this))
    , m_bar(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Normal, this))
    , m_table(new DataView(DataView::Shape::Table, tr("Exchanges of the file"), this))
    , m_view(new ExchangeView(this))
    , m_use(new ActionButton(tr("Use this user"), ActionButton::Look::Primary, this))
{
    const auto px = [](int pixels) { return Theme::instance().scaled(pixels); };
    setObjectName(QStringLiteral("openedExchanges"));
    m_table->setObjectName(QStringLiteral("openedExchangesTable"));
    m_use->setObjectName(QStringLiteral("useExchangeUserButton"));
    m_bar->setObjectName(QStringLiteral("openedExchangesBar"));
    setWindowTitle(tr("Exchanges of a file"));
    m_bar->hide();
    m_table->setModel(m_model);
    m_table->setLeadingInset(16);
    for (const int column : {ExchangesModel::Connection, ExchangesModel::SizeOut, ExchangesModel::SizeIn})
        m_table->setColumnHidden(column, true);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(ExchangesModel::Subject, QHeaderView::Stretch);

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_view);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(px(16), px(8), px(16), px(8));
    foot->addWidget(m_source, 1);
    foot->addWidget(m_use);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_view->tabBar());
    layout->addLayout(foot);
    resize(px(760), px(520));

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &OpenedExchanges::showCurrent);
    connect(m_table, &DataView::rowActivated, this, &OpenedExchanges::useUser);
    connect(m_use, &QAbstractButton::clicked, this, &OpenedExchanges::useUser);
    showCurrent();
}

/// Those that can be read; where none can, what is wrong with the first.
Result<OpenedExchanges::Contents> OpenedExchanges::contentsOfCommands(const QByteArray &bytes)
{
    if (bytes.size() > maxCommandsBytes)
        return failure(ErrorCode::TooLarge,
            tr("The file is larger than %1 MB, more than is read of commands.")
                .arg(maxCommandsBytes / (1024 * 1024)));
    Contents contents;
    std::optional<Error> firstError;
    readCommands(QString::fromUtf8(bytes), [&](const Result<Exchange> &read) {
        if (read) {
            Exchange exchange = *read;
            exchange.number = quint64(contents.exchanges.size()) + 1;
            contents.exchanges.append(std::make_shared<const Exchange>(std::move(exchange)));
        } else {
            ++contents.others;
            firstError = firstError.value_or(read.error());
        }
        contents.isCut = contents.exchanges.size() + contents.others >= mostCommands;
        return !contents.isCut;
    });
    if (contents.exchanges.isEmpty() && firstError)
        return std::unexpected(*firstError);
    return contents;
}

Result<OpenedExchanges::Contents> OpenedExchanges::contentsOf(const QString &fileName)
{
    auto bytes = readWholeFile(fileName, maxHarBytes, tr("Save fewer requests to it."));
    if (!bytes)
        return std::unexpected(bytes.error());
    if (looksLikeCommand(QString::fromUtf8(bytes->left(commandHead))))
        return contentsOfCommands(*bytes);
    auto har = readHar(std::move(*bytes));
    if (!har)
        return std::unexpected(har.error());
    Contents contents;
    contents.creator = har->creator;
    contents.others = har->otherEntries + har->brokenEntries;
    for (Exchange &exchange : har->exchanges)
        contents.exchanges.append(std::make_shared<const Exchange>(std::move(exchange)));
    return contents;
}

void OpenedExchanges::openFile(const QString &fileName)
{
    m_fileName = QFileInfo(fileName).fileName();
    setWindowTitle(tr("Exchanges of %1").arg(m_fileName));
    m_source->setText(tr("Reading %1").arg(m_fileName));
    const auto work = [fileName] {
        auto contents = contentsOf(fileName);
        if (contents) {
            for (const ExchangePtr &exchange : std::as_const(contents->exchanges))
                contents->users.append(userOf(*exchange));
        }
        return contents;
    };
    onFinished(QtConcurrent::run(work), this, [this](const Result<Contents> &contents) { take(contents); });
}

void OpenedExchanges::take(const Result<Contents> &contents)
{
    m_source->setText({});
    m_bar->setVisible(!contents || contents->exchanges.isEmpty());
    if (!contents) {
        m_bar->setError(contents.error());
    } else if (contents->exchanges.isEmpty()) {
        m_bar->setKind(InlineBar::Kind::Info);
        m_bar->setText(tr("The file has requests, but none of Statsig."));
    } else {
        const QLocale locale;
        m_bar->setVisible(contents->isCut);
        m_bar->setKind(InlineBar::Kind::Info);
        if (contents->isCut)
            m_bar->setText(tr("Only the first %1 commands are read.").arg(locale.toString(mostCommands)));
        const QString creator = contents->creator.isEmpty() ? m_fileName : contents->creator;
        m_source->setText(tr("%1 of Statsig, %2 others not listed. Written by %3. Keys were removed.")
                .arg(
                    locale.toString(contents->exchanges.size()), locale.toString(contents->others), creator));
        m_users = contents->users;
        m_model->setItems(contents->exchanges);
        m_table->setCurrentIndex(m_model->index(0, 0));
        m_table->setFocus();
    }
    Q_EMIT read();
}

void OpenedExchanges::showCurrent()
{
    const int row = m_table->currentIndex().row();
    const ExchangePtr exchange = row < 0 ? nullptr : m_model->item(row);
    m_view->setExchange(exchange);
    m_user.reset();
    if (!exchange) {
        m_use->setDisabledReason(tr("Choose an exchange first."));
        return;
    }
    const Result<StatsigUser> &user = m_users.at(qsizetype(exchange->number) - 1);
    if (user)
        m_user = *user;
    m_use->setDisabledReason(user ? QString() : user.error().message);
}

void OpenedExchanges::useUser()
{
    if (m_user)
        Q_EMIT userChosen(*m_user);
}

} // namespace Gatescope
