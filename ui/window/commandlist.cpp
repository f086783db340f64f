// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandlist.h"

#include "commanddelegate.h"

#include <ui/theme/paint.h>
#include <ui/widgets/announce.h>
#include <ui/widgets/spokencells.h>

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int listWidth = 480; ///< at 100 %
constexpr int mostRows = 12;

} // namespace

CommandList::CommandList(LookOf lookOf, QWidget *window)
    : QFrame(window)
    , m_model(new CommandsModel(this))
    , m_cells(new SpokenCells(this))
    , m_view(new QListView(this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("commandList"));
    m_view->setObjectName(QStringLiteral("commandView"));
    m_view->setAccessibleName(tr("Found"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setItemDelegate(new CommandDelegate(*m_model, std::move(lookOf), m_view));
    m_cells->setSourceModel(m_model);
    m_view->setModel(m_cells);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMargin(Theme::instance().scaled(8));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_view);
    layout->addWidget(m_hint);
    connect(m_view, &QListView::clicked, this, &CommandList::chosen);
    hide();
}

void CommandList::setFound(const QList<FoundCommand> &found)
{
    m_model->setFound(found);
    m_view->setVisible(!found.isEmpty());
    if (!found.isEmpty())
        m_view->setCurrentIndex(m_cells->index(0, 0));
    tellCurrent();
}

void CommandList::openUnder(const QWidget *field)
{
    const Theme &theme = Theme::instance();
    m_hint->setFont(theme.font(Theme::Font::Label));
    QPalette palette = m_hint->palette();
    palette.setColor(QPalette::WindowText, theme.color(Theme::Color::TextMuted));
    m_hint->setPalette(palette);
    const int rows = std::min(m_model->rowCount(), mostRows);
    m_view->setFixedHeight(rows * theme.rowHeight());
    const int width = std::min(theme.scaled(listWidth), window()->width());
    const QPoint corner = field->mapTo(window(), QPoint(field->width(), field->height()));
    const int left = isRightToLeft() ? corner.x() - field->width() : corner.x() - width;
    const int height = m_view->height() * (rows > 0) + m_hint->sizeHint().height() + 2;
    setGeometry(std::max(0, left), corner.y() + 2, width, height);
    raise();
    show();
}

void CommandList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    Paint::box(
        painter, rect(), theme.color(Theme::Color::Raised), theme.color(Theme::Color::ControlBorder), 0);
}

void CommandList::move(int rows)
{
    if (m_model->rowCount() == 0)
        return;
    const int row = std::clamp(m_view->currentIndex().row() + rows, 0, m_model->rowCount() - 1);
    m_view->setCurrentIndex(m_cells->index(row, 0));
    tellCurrent();
}

const Command *CommandList::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? &m_model->at(index.row()).command : nullptr;
}

/// The focus stays in the field, so a screen reader is told.
void CommandList::tellCurrent()
{
    const Command *command = current();
    if (!command)
        m_hint->setText(tr("Nothing has this in its name."));
    else if (command->listed)
        m_hint->setText(tr("Enter shows it in the specs, Ctrl+Enter checks it."));
    else
        m_hint->setText(tr("Enter chooses, Esc leaves."));
    setAccessibleName(
        command ? m_view->currentIndex().data(Qt::AccessibleTextRole).toString() : m_hint->text());
    announce(this);
}

} // namespace Gatescope
