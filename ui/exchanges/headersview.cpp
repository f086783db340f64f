// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "headersview.h"

#include <ui/theme/theme.h>

#include <QHeaderView>

namespace Gatescope {

HeadersView::HeadersView(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Headers"));
    setColumnCount(2);
    setHeaderLabels({tr("Header"), tr("Value")});
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideMiddle);
    header()->setSectionResizeMode(0, QHeaderView::Interactive);
    header()->setStretchLastSection(true);
    header()->resizeSection(0, Theme::instance().scaled(260));
    connect(&Theme::instance(), &Theme::changed, this, &HeadersView::applyTheme);
}

void HeadersView::setExchange(const ExchangePtr &exchange)
{
    clear();
    if (!exchange)
        return;
    addGroup(tr("Request"), exchange->requestHeaders);
    addGroup(tr("Response"), exchange->responseHeaders);
    expandAll();
    applyTheme();
}

void HeadersView::addGroup(const QString &title, const QList<HttpHeader> &headers)
{
    auto *group = new QTreeWidgetItem(this, {tr("%1 · %2").arg(title).arg(headers.size())});
    group->setFirstColumnSpanned(true);
    for (const HttpHeader &each : headers) {
        const QString value = QString::fromUtf8(each.value);
        auto *item = new QTreeWidgetItem(group, {QString::fromUtf8(each.name), value});
        item->setToolTip(1, value.toHtmlEscaped());
    }
}

void HeadersView::applyTheme()
{
    const Theme &theme = Theme::instance();
    for (int row = 0; row < topLevelItemCount(); ++row) {
        QTreeWidgetItem *group = topLevelItem(row);
        group->setFont(0, theme.font(Theme::Font::BodyStrong));
        for (int i = 0; i < group->childCount(); ++i) {
            group->child(i)->setFont(0, theme.font(Theme::Font::Mono));
            group->child(i)->setFont(1, theme.font(Theme::Font::Mono));
        }
    }
}

} // namespace Gatescope
