// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "bodypane.h"

#include <models/json/jsondocument.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/paneheader.h>
#include <ui/widgets/segmented.h>

#include <QLocale>
#include <QVBoxLayout>

namespace Gatescope {

BodyPane::BodyPane(QWidget *parent)
    : QWidget(parent)
    , m_header(new PaneHeader(tr("Exact body")))
    , m_form(new Segmented(tr("Form of the body")))
    , m_copy(new ActionButton(tr("Copy"), ActionButton::Look::Flat))
    , m_view(new CodeView(tr("Exact body")))
{
    m_form->addSegment(tr("Indented"));
    m_form->addSegment(tr("As sent"));
    m_copy->setThemeIcon(Theme::Icon::Copy);
    m_copy->setObjectName(QStringLiteral("copyBodyButton"));
    m_copy->setAccessibleName(tr("Copy the exact body"));
    m_view->setPlaceholder(tr("The body appears here as soon as an event is ready to be sent."));
    m_header->addTool(m_form);
    m_header->addTool(m_copy);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_view, 1);
    connect(m_form, &Segmented::chosen, this, &BodyPane::showBody);
    connect(m_copy, &ActionButton::clicked, this, [this] { copyText(m_body); });
}

void BodyPane::setBody(const QByteArray &body, const QString &note)
{
    const QString size = QLocale().formattedDataSize(body.size(), 1, QLocale::DataSizeSIFormat);
    m_header->setSubtitle(body.isEmpty() ? note : tr("%1, %2").arg(note, size));
    m_copy->setDisabledReason(body.isEmpty() ? tr("There is nothing to send.") : QString());
    if (body == m_body)
        return;
    m_body = body;
    showBody();
}

void BodyPane::showBody()
{
    const auto document = JsonDocument::parse(m_body);
    const bool indented = m_form->current() == 0 && document;
    m_view->setText(indented ? jsonIndented((*document)->root()) : m_body);
}

} // namespace Gatescope
