// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "bodyview.h"

#include <ui/onfinished.h>
#include <ui/widgets/codeview.h>

#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

/// Below it indenting takes well under a millisecond, and showing at once avoids a flicker.
constexpr qsizetype indentedAtOnce = 16384;

} // namespace

BodyView::BodyView(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_code(new CodeView(accessibleName, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_code);
}

void BodyView::setBody(const QByteArray &body, const QString &emptyText)
{
    m_code->setPlaceholder(emptyText);
    if (body == m_body)
        return;
    m_body = body;
    const quint64 token = ++m_token;
    if (body.size() <= indentedAtOnce) {
        take(readableBody(body));
        return;
    }
    onFinished(QtConcurrent::run(&readableBody, body), this, [this, token](const BodyText &text) {
        if (token == m_token)
            take(text);
    });
}

void BodyView::take(const BodyText &text)
{
    m_code->setText(text.text, text.isJson ? CodeView::Syntax::Json : CodeView::Syntax::Plain);
}

} // namespace Gatescope
