// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "pagerail.h"

#include "railbutton.h"

#include <ui/theme/paint.h>

#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

/// To a screen reader the rail is a list of page tabs.
class RailButtonAccessible : public QAccessibleWidget
{
public:
    explicit RailButtonAccessible(RailButton *button)
        : QAccessibleWidget(button, button->isCheckable() ? QAccessible::PageTab : QAccessible::Button)
    { }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        const auto *button = static_cast<const RailButton *>(widget());
        state.selectable = button->isCheckable();
        state.selected = button->isChecked();
        return state;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &actionName) override
    {
        if (actionName == pressAction())
            static_cast<RailButton *>(widget())->click();
    }
};

QAccessibleInterface *makeRailAccessible(const QString &, QObject *object)
{
    auto *button = qobject_cast<RailButton *>(object);
    return button ? new RailButtonAccessible(button) : nullptr;
}

} // namespace

PageRail::PageRail(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_pages(new QVBoxLayout)
{
    QAccessible::installFactory(&makeRailAccessible);
    const Theme &theme = Theme::instance();
    m_pages->setSpacing(0);
    auto *settings = new RailButton(Theme::Icon::Settings, tr("Settings"), this);
    settings->setObjectName(QStringLiteral("settingsRailButton"));
    settings->setToolTip(tr("Connections, appearance and limits (Ctrl+,)"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme.scaled(8), 0, theme.scaled(4));
    layout->setSpacing(0);
    layout->addLayout(m_pages);
    layout->addStretch();
    layout->addWidget(settings);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);

    connect(m_group, &QButtonGroup::idClicked, this, &PageRail::pageChosen);
    connect(settings, &QAbstractButton::clicked, this, &PageRail::settingsRequested);
}

void PageRail::addPage(Theme::Icon icon, const QString &word, const QString &toolTip)
{
    auto *button = new RailButton(icon, word, this);
    button->setCheckable(true);
    button->setToolTip(toolTip);
    m_group->addButton(button, m_pages->count());
    m_pages->addWidget(button);
}

void PageRail::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void PageRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    Paint::lineRight(painter, rect(), Theme::Color::Border);
}

} // namespace Gatescope
