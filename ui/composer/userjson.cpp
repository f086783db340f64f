// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userjson.h"

#include "userdocument.h"
#include "userimport.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/inlinebar.h>

#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

QString asSentence(const QString &text)
{
    return text.endsWith(u'.') ? text : text + u'.';
}

} // namespace

UserJson::UserJson(UserDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_edit(new CodeText)
    , m_bar(new InlineBar(InlineBar::Kind::Warning, InlineBar::Density::Compact))
{
    m_edit->setEditable();
    m_edit->setObjectName(QStringLiteral("userJsonEdit"));
    m_edit->setAccessibleName(tr("The user as JSON"));
    m_edit->document()->setDocumentMargin(6);
    m_bar->hide();
    connect(
        m_bar->addLink(tr("Back to the last valid user")), &QPushButton::clicked, this, &UserJson::discard);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_edit, 1);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &UserJson::takeText);
    connect(&document, &UserDocument::userChanged, this, &UserJson::markStale);
}

QString UserJson::text() const
{
    return m_edit->toPlainText();
}

void UserJson::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void UserJson::discard()
{
    m_stale = true;
    showUser();
}

void UserJson::markStale()
{
    // What is being typed here is the user already, in the words of who types it.
    if (m_isTaking)
        return;
    m_stale = true;
    if (isVisible())
        showUser();
    else
        setError({});
}

void UserJson::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showUser();
}

void UserJson::showUser()
{
    if (!m_stale)
        return;
    m_stale = false;
    const QScopedValueRollback showing(m_isShowing, true);
    m_edit->setPlainText(QString::fromUtf8(m_document.user().toIndentedJson()));
    setError({});
}

void UserJson::takeText()
{
    if (m_isShowing)
        return;
    const auto user = userFromJson(m_edit->toPlainText().toUtf8());
    if (!user) {
        setError(user.error());
        return;
    }
    const QScopedValueRollback taking(m_isTaking, true);
    m_document.edit(*user, tr("Edit the JSON"), QStringLiteral("json"));
    setError({});
}

void UserJson::setError(const std::optional<Error> &error)
{
    if (error == m_error)
        return;
    m_error = error;
    if (error)
        m_bar->setText(asSentence(error->message), tr("The form keeps the last valid user."));
    m_bar->setVisible(error.has_value());
    Q_EMIT errorChanged();
}

} // namespace Gatescope
