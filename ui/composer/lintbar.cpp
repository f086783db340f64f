// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lintbar.h"

#include <ui/theme/paint.h>
#include <ui/widgets/announce.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/phrasetext.h>

#include <QPainter>
#include <QStyle>

namespace Gatescope {

namespace {

constexpr int lintEdge = 3;
constexpr int iconSide = 16;
constexpr int gap = 8;
constexpr int linkPadding = 2; // of ActionButton

} // namespace

LintBar::LintBar(const LintFinding &finding, QWidget *parent)
    : QWidget(parent)
    , m_finding(finding)
    , m_sentence(new PhraseText(PhraseLayout::Size::Label, this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const QString text = plainText(finding.sentence);
    setAccessibleName(isWarning() ? tr("Warning: %1").arg(text) : tr("Hint: %1").arg(text));
    m_sentence->setPhrases(finding.sentence);
    m_sentence->setColorRole(isWarning() ? Theme::Color::Text : Theme::Color::TextMuted);
    connect(m_sentence, &PhraseText::linkActivated, this, &LintBar::entityRequested);
    if (finding.mend) {
        ActionButton *mend = addLink(finding.mend->label);
        mend->setObjectName(QStringLiteral("mendLink"));
        connect(mend, &QPushButton::clicked, this, [this] { Q_EMIT mendRequested(m_finding); });
    }
    if (finding.kind == LintFinding::Kind::Privacy) {
        ActionButton *keep = addLink(tr("Leave it"));
        keep->setObjectName(QStringLiteral("leaveLink"));
        connect(keep, &QPushButton::clicked, this, [this] { Q_EMIT dismissed(m_finding); });
    }
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &LintBar::applyTheme);
}

bool LintBar::says(const LintFinding &finding) const
{
    LintFinding other = finding;
    other.subject = m_finding.subject;
    return other == m_finding;
}

void LintBar::setFinding(const LintFinding &finding)
{
    Q_ASSERT(says(finding));
    m_finding = finding;
}

QList<QWidget *> LintBar::tabStops() const
{
    QList<QWidget *> stops;
    if (m_sentence->focusPolicy() != Qt::NoFocus)
        stops << m_sentence;
    for (ActionButton *link : m_links)
        stops << link;
    return stops;
}

ActionButton *LintBar::addLink(const QString &text)
{
    auto *link = new ActionButton(text, ActionButton::Look::Link, this);
    link->setSmall(true);
    link->setAccessibleDescription(plainText(m_finding.sentence));
    m_links << link;
    return link;
}

QMargins LintBar::margins() const
{
    const Theme &theme = Theme::instance();
    const int vertical = theme.scaled(isWarning() ? 6 : 2);
    const int left = isWarning() ? qMax(theme.scaled(gap), lintEdge + 4) : 0;
    return {left, vertical, theme.scaled(isWarning() ? gap : 0), vertical};
}

int LintBar::textLeft() const
{
    return margins().left() + Theme::instance().scaled(iconSide + gap);
}

int LintBar::layOut(int width, bool place) const
{
    const int left = textLeft();
    const int space = qMax(1, width - left - margins().right());
    const int textHeight = m_sentence->heightForWidth(space);
    const auto put = [&](QWidget *widget, const QRect &where) {
        if (place)
            widget->setGeometry(
                QStyle::visualRect(layoutDirection(), rect(), where.translated(left, margins().top())));
    };
    put(m_sentence, {0, 0, space, textHeight});
    const QRect last = m_sentence->lastLine(space).toAlignedRect();
    const int apart = Theme::instance().scaled(6);
    int x = last.isEmpty() ? 0 : last.right() + 1 + apart;
    int middle = last.center().y();
    int bottom = textHeight;
    for (ActionButton *link : m_links) {
        const QSize size = link->sizeHint();
        if (x > 0 && x + size.width() > space) {
            x = -linkPadding; // so that its words stand below the others
            middle += last.height() + 2;
        }
        put(link, {x, middle - size.height() / 2, qMin(size.width(), space - x), size.height()});
        bottom = qMax(bottom, middle + last.height() / 2 + 1);
        x += size.width() + apart;
    }
    return margins().top() + bottom + margins().bottom();
}

int LintBar::heightForWidth(int width) const
{
    return layOut(width, false);
}

QSize LintBar::sizeHint() const
{
    const int width = Theme::instance().scaled(280);
    return {width, heightForWidth(width)};
}

QSize LintBar::minimumSizeHint() const
{
    return {Theme::instance().scaled(120), m_sentence->minimumSizeHint().height()};
}

void LintBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut(width(), true);
}

void LintBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    const auto visual = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    if (isWarning()) {
        painter.fillRect(rect(), theme.color(Theme::Color::WarningBackground));
        painter.fillRect(visual({0, 0, lintEdge, height()}), theme.color(Theme::Color::Warning));
    }
    const int side = theme.scaled(iconSide);
    const int line = QFontMetrics(theme.font(Theme::Font::Label)).height();
    const QRect place(margins().left(), margins().top(), side, line);
    Paint::icon(painter, visual(place), isWarning() ? Theme::Icon::Warning : Theme::Icon::Info,
        isWarning() ? Theme::Color::Warning : Theme::Color::TextMuted, isWarning() ? side : side * 7 / 8);
}

void LintBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!isWarning() || std::exchange(m_isAnnounced, true))
        return;
    announce(this);
}

void LintBar::applyTheme()
{
    for (ActionButton *link : std::as_const(m_links))
        link->setFont(Theme::instance().font(Theme::Font::Label));
    updateGeometry();
    if (width() > 0)
        layOut(width(), true);
    update();
}

} // namespace Gatescope
