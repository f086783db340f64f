// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "headersview.h"

#include <ui/widgets/cellroles.h>

#include <QHeaderView>
#include <QStandardItemModel>

namespace Gatescope {

namespace {

QStandardItem *headerCell(const QByteArray &text)
{
    auto *cell = new QStandardItem(QString::fromUtf8(text));
    cell->setData(toVariant(Theme::Font::Mono), CellRole::Font);
    cell->setData(true, CellRole::ElideMiddle);
    return cell;
}

} // namespace

HeadersView::HeadersView(QWidget *parent)
    : DataView(Shape::Tree, tr("Headers"), parent)
    , m_headers(new QStandardItemModel(this))
{
    m_headers->setHorizontalHeaderLabels({tr("Header"), tr("Value")});
    setModel(m_headers);
    setRows(Rows::Nested);
    header()->setStretchLastSection(true);
    header()->resizeSection(0, Theme::instance().scaled(260));
}

void HeadersView::setExchange(const ExchangePtr &exchange)
{
    m_headers->removeRows(0, m_headers->rowCount());
    if (!exchange)
        return;
    addGroup(tr("Request"), exchange->requestHeaders);
    addGroup(tr("Response"), exchange->responseHeaders);
    expandAll();
}

void HeadersView::addGroup(const QString &title, const QList<HttpHeader> &headers)
{
    auto *group = new QStandardItem(title);
    group->setData(true, CellRole::GroupRow);
    group->setData(QString::number(headers.size()), CellRole::Suffix);
    for (const HttpHeader &each : headers)
        group->appendRow({headerCell(each.name), headerCell(each.value)});
    m_headers->appendRow(group);
    setFirstColumnSpanned(m_headers->rowCount() - 1, {}, true);
}

} // namespace Gatescope
