// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonsearchbar.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>

#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

constexpr int narrowBar = 440;
constexpr int wordyBar = 560; ///< below it the line says less of itself

} // namespace

JsonSearchBar::JsonSearchBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new FilterEdit(tr("Find in this JSON"), this))
    , m_how(new QComboBox(this))
    , m_options(new ActionButton(Theme::Icon::More, tr("Where to look"), this))
    , m_place(new StatusText(Theme::Font::Small, Theme::Color::TextMuted, this))
    , m_previous(new ActionButton(Theme::Icon::ChevronUp, tr("Previous match (Shift+F3)"), this))
    , m_next(new ActionButton(Theme::Icon::ChevronDown, tr("Next match (F3)"), this))
    , m_only(new Chip(tr("Only matches"), this))
    , m_problem(new TextLabel(Theme::Font::Small, Theme::Color::Error, this))
{
    m_how->addItem(tr("Text"));
    m_how->addItem(tr("Pattern"));
    m_how->addItem(tr("JSONPath"));
    m_how->setItemData(1, tr("A regular expression"), Qt::ToolTipRole);
    m_how->setItemData(
        2, tr("Such as $.feature_gates.* or $..rules[?@.passPercentage > 0]"), Qt::ToolTipRole);
    m_how->setAccessibleName(tr("How to look"));
    m_how->setObjectName(QStringLiteral("searchHow"));
    m_edit->setMinimumWidth(Theme::instance().scaled(70));
    m_edit->setObjectName(QStringLiteral("jsonSearchEdit"));
    m_edit->installEventFilter(this);
    m_place->setObjectName(QStringLiteral("searchPlace"));
    m_previous->setObjectName(QStringLiteral("previousMatch"));
    m_next->setObjectName(QStringLiteral("nextMatch"));
    m_only->setObjectName(QStringLiteral("onlyMatches"));
    makeOptions();

    m_problem->setObjectName(QStringLiteral("searchProblem"));
    m_problem->setWordWrap(true);

    const auto px = [](int pixels) { return Theme::instance().scaled(pixels); };
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(px(8), px(4), px(8), px(4));
    whole->setSpacing(px(4));
    m_line = new QHBoxLayout;
    m_line->setSpacing(px(4));
    m_below = new QHBoxLayout;
    m_below->setSpacing(px(4));
    whole->addLayout(m_line);
    whole->addLayout(m_below);
    whole->addWidget(m_problem);
    m_line->addWidget(m_edit, 1);
    m_line->addWidget(m_how);
    m_line->addWidget(m_options);
    m_below->addStretch(1);
    arrange(false);

    connect(m_edit, &FilterEdit::filterChanged, this, &JsonSearchBar::tell);
    connect(m_edit, &QLineEdit::textChanged, this, &JsonSearchBar::showParts);
    connect(m_how, &QComboBox::currentIndexChanged, this, [this](int how) {
        m_options->setDisabledReason(
            how == int(JsonQuery::How::Path) ? tr("A path says itself where to look.") : QString());
        tell();
    });
    connect(m_previous, &QAbstractButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(m_only, &QAbstractButton::toggled, this, &JsonSearchBar::onlyFoundChanged);
    showNothing();
}

/// In a narrow pane what tells of matches stands on a line of its own, and only while something is looked
/// for.
void JsonSearchBar::arrange(bool isNarrow)
{
    m_isNarrow = isNarrow;
    for (QWidget *part : std::initializer_list<QWidget *> {m_place, m_previous, m_next, m_only}) {
        m_line->removeWidget(part);
        m_below->removeWidget(part);
    }
    QHBoxLayout *layout = isNarrow ? m_below : m_line;
    layout->insertWidget(isNarrow ? 0 : layout->count(), m_place);
    for (QWidget *part : std::initializer_list<QWidget *> {m_previous, m_next, m_only})
        layout->addWidget(part);
    showParts();
}

void JsonSearchBar::showParts()
{
    const bool isShown = !m_isNarrow || !m_edit->text().isEmpty();
    for (QWidget *part : std::initializer_list<QWidget *> {m_previous, m_next, m_only})
        part->setVisible(isShown);
    m_place->setVisible(isShown && !m_place->text().isEmpty());
}

void JsonSearchBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_edit->setPlaceholderText(
        width() < Theme::instance().scaled(wordyBar) ? tr("Find") : tr("Find in this JSON"));
    const bool isNarrow = width() < Theme::instance().scaled(narrowBar);
    if (isNarrow != m_isNarrow)
        arrange(isNarrow);
}

/// As narrow as it can be arranged, whichever way it is.
QSize JsonSearchBar::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    const int width = m_edit->minimumWidth() + m_how->minimumSizeHint().width()
        + m_options->minimumSizeHint().width() + 2 * m_line->spacing() + margins.left() + margins.right();
    return {width, QWidget::minimumSizeHint().height()};
}

void JsonSearchBar::makeOptions()
{
    auto *menu = new QMenu(this);
    auto *where = new QActionGroup(menu);
    const auto add = [menu, where](const QString &text) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        where->addAction(action);
        return action;
    };
    add(tr("In keys and values"))->setChecked(true);
    m_keys = add(tr("In keys"));
    m_values = add(tr("In values"));
    menu->addSeparator();
    m_matchesCase = menu->addAction(tr("Match case"));
    m_matchesCase->setCheckable(true);
    connect(menu, &QMenu::triggered, this, &JsonSearchBar::tell);
    m_options->setMenu(menu);
}

JsonQuery JsonSearchBar::query() const
{
    using Where = JsonQuery::Where;
    return {m_edit->text(), JsonQuery::How(m_how->currentIndex()),
        m_keys->isChecked()         ? Where::Keys
            : m_values->isChecked() ? Where::Values
                                    : Where::Everywhere,
        m_matchesCase->isChecked()};
}

bool JsonSearchBar::wantsOnlyFound() const
{
    return m_only->isChecked();
}

void JsonSearchBar::focusEdit()
{
    m_edit->focusFilter();
}

bool JsonSearchBar::clearQuery()
{
    return m_edit->clearFilter();
}

void JsonSearchBar::tell()
{
    if (query() == m_told)
        return;
    m_told = query();
    Q_EMIT queryChanged(m_told);
}

void JsonSearchBar::showNothing()
{
    say({});
    setStepsEnabled(false);
}

void JsonSearchBar::showBusy()
{
    say(tr("Searching…"));
    setStepsEnabled(false);
}

void JsonSearchBar::showFound(qsizetype current, qsizetype count, bool isComplete)
{
    const QLocale locale;
    const QString total = isComplete ? locale.toString(count) : tr("%1 or more").arg(locale.toString(count));
    if (count == 0)
        say(tr("No matches"));
    else if (current < 0)
        say(count == 1 ? tr("1 match") : tr("%1 matches").arg(total));
    else
        say(tr("%1 of %2").arg(locale.toString(current + 1), total));
    setStepsEnabled(count > 0);
}

void JsonSearchBar::showProblem(const QString &sentence)
{
    say({}, sentence);
    setStepsEnabled(false);
}

void JsonSearchBar::showUnfoldedPartly()
{
    say(tr("Unfolded as far as 100,000 rows"));
}

void JsonSearchBar::say(const QString &place, const QString &problem)
{
    m_place->setText(place);
    showParts();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void JsonSearchBar::setStepsEnabled(bool enabled)
{
    m_previous->setEnabled(enabled);
    m_next->setEnabled(enabled);
}

/// Enter goes to the next match once what is in the line was looked for.
bool JsonSearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && query() == m_told && !m_told.isEmpty()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            Q_EMIT stepped(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Gatescope
