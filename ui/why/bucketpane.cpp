// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "bucketpane.h"

#include "bucketbar.h"

#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

int panePx(int pixels)
{
    return Theme::instance().scaled(pixels);
}

} // namespace

BucketPane::BucketPane(QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::TopEdge, parent)
    , m_box(new QWidget(this))
{
    auto *title = new TextLabel(tr("Bucket"), Theme::Font::BodyStrong, Theme::Color::Text, m_box);
    m_about = new StatusText(Theme::Font::Label, Theme::Color::TextMuted, m_box);
    m_about->setObjectName(QStringLiteral("bucketAbout"));
    m_more = new ActionButton(tr("Show the arithmetic"), ActionButton::Look::Flat, m_box);
    m_more->setCheckable(true);
    m_more->setSmall(true);
    auto *copy = new ActionButton(tr("Copy"), ActionButton::Look::Flat, m_box);
    copy->setThemeIcon(Theme::Icon::Copy);
    copy->setAccessibleName(tr("Copy the arithmetic of the bucket"));
    copy->setSmall(true);
    m_bar = new BucketBar(m_box);
    m_arithmetic = new TextLabel(Theme::Font::Mono, Theme::Color::Text, m_box);
    m_arithmetic->setObjectName(QStringLiteral("bucketArithmetic"));
    m_arithmetic->setWordWrap(true);
    m_arithmetic->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_arithmetic->hide();
    m_summary = new TextLabel(Theme::Font::Body, Theme::Color::TextMuted, this);
    m_summary->setObjectName(QStringLiteral("ruleSummary"));
    m_summary->setWordWrap(true);

    auto *head = new QHBoxLayout;
    head->setSpacing(panePx(8));
    head->addWidget(title);
    head->addWidget(m_about, 1);
    head->addWidget(m_more);
    head->addWidget(copy);
    auto *box = new QVBoxLayout(m_box);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(panePx(4));
    box->addLayout(head);
    box->addWidget(m_bar);
    box->addWidget(m_arithmetic);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(panePx(16), panePx(10), panePx(16), panePx(12));
    layout->setSpacing(panePx(8));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layout->addWidget(m_box);
    layout->addWidget(m_summary);
    connect(m_more, &QAbstractButton::toggled, this, &BucketPane::showArithmetic);
    connect(copy, &QAbstractButton::clicked, this, [this] { copyText(arithmetic()); });
}

void BucketPane::setFact(const BucketFact &fact)
{
    m_fact = fact;
    const QString id = fact.unitId.isEmpty() ? tr("%1, which is not set").arg(fact.idType)
                                             : tr("%1 %2").arg(fact.idType, fact.unitId);
    m_about->setText(fact.salt.isEmpty() ? tr("%1, by %2").arg(fact.title, id)
                                         : tr("%1, by %2, salt %3").arg(fact.title, id, fact.salt));
    m_bar->setFact(fact);
    m_arithmetic->setText(arithmetic());
    m_box->show();
}

void BucketPane::clearFact()
{
    m_box->hide();
}

void BucketPane::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
}

/// Facts §3.5: what is hashed, and how the bucket follows.
QString BucketPane::arithmetic() const
{
    return tr("SHA-256 of \"%1\", first 8 bytes: %2\n%2 mod %3 = %4")
        .arg(m_fact.hashedText, QString::number(m_fact.hash), QString::number(m_fact.modulus),
            QString::number(m_fact.bucket));
}

void BucketPane::showArithmetic(bool shown)
{
    m_arithmetic->setVisible(shown);
    m_more->setText(shown ? tr("Hide the arithmetic") : tr("Show the arithmetic"));
}

} // namespace Gatescope
