// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "attributesection.h"

#include "attributemodel.h"
#include "attributetable.h"

#include <ui/theme/paint.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/textlabel.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

constexpr qsizetype sentencesShown = 3;

} // namespace

AttributeSection::AttributeSection(const QString &name, Types types, QWidget *parent)
    : QWidget(parent)
    , m_model(new AttributeModel(name, this))
    , m_column(new QVBoxLayout(this))
    , m_types(types)
    , m_name(name)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addWidget(makeHeading(name));
    connect(m_model, &AttributeModel::edited, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    const auto rows = [this] { refresh(); };
    connect(m_model, &QAbstractItemModel::modelReset, this, rows);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, rows);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, rows);
    refresh();
}

QWidget *AttributeSection::makeHeading(const QString &name)
{
    auto *heading = new QWidget;
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_fold = new ActionButton(Theme::Icon::ChevronDown, tr("Fold %1").arg(name));
    m_fold->setSmall(true);
    connect(m_fold, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    row->addWidget(m_fold);
    row->addWidget(new TextLabel(name, Theme::Font::BodyStrong));
    m_count = new TextLabel(Theme::Font::Body, Theme::Color::TextMuted);
    row->addWidget(m_count);
    auto *lock = new TextLabel(Theme::Font::Body);
    lock->hide();
    m_lock = lock;
    row->addWidget(m_lock);
    row->addStretch(1);
    m_add = new ActionButton(Theme::Icon::Add, tr("Add a row to %1").arg(name));
    m_add->setObjectName(name + QStringLiteral("AddButton"));
    m_add->setSmall(true);
    connect(m_add, &QPushButton::clicked, this, [this] {
        setOpen(true);
        table()->show();
        table()->editNewRow();
    });
    row->addWidget(m_add);
    return heading;
}

AttributeTable *AttributeSection::table()
{
    if (m_table == nullptr) {
        m_table = new AttributeTable(m_model, m_name);
        m_table->setTypeShown(m_types == Types::Shown);
        m_table->setObjectName(m_name + QStringLiteral("Table"));
        m_column->insertWidget(1, m_table);
        setTabOrder(m_add, m_table);
    }
    return m_table;
}

void AttributeSection::setMembers(const JsonMembers &members)
{
    m_model->setMembers(members);
}

JsonMembers AttributeSection::members() const
{
    return m_model->members();
}

void AttributeSection::setPrivate(const QString &explanation)
{
    auto *label = static_cast<TextLabel *>(m_lock);
    const auto draw = [label] {
        const Theme &theme = Theme::instance();
        label->setPixmap(theme.pixmap(
            Theme::Icon::Private, Theme::Color::TextMuted, theme.scaled(14), label->devicePixelRatioF()));
    };
    draw();
    connect(&Theme::instance(), &Theme::changed, label, draw);
    label->setToolTip(plainToolTip(explanation));
    label->setAccessibleName(explanation);
    label->show();
}

void AttributeSection::setKeyTitle(const QString &title)
{
    m_model->setKeyTitle(title);
}

void AttributeSection::setOpen(bool open)
{
    m_open = open;
    m_fold->setThemeIcon(open ? Theme::Icon::ChevronDown : Theme::Icon::ChevronRight);
    const QString action = open ? tr("Fold %1").arg(m_name) : tr("Unfold %1").arg(m_name);
    m_fold->setAccessibleName(action);
    m_fold->setToolTip(plainToolTip(action));
    refresh();
}

void AttributeSection::refresh()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_count->setText(locale().toString(m_model->rowCount()));
    if (hasRows || m_table != nullptr) {
        table()->setVisible(m_open && hasRows);
        table()->viewport()->update();
    }
    const QList<AttributeWarning> &warnings = m_model->warnings();
    showWarnings(warnings);
    if (m_warningCount != int(warnings.size())) {
        m_warningCount = int(warnings.size());
        Q_EMIT warningsChanged();
    }
}

void AttributeSection::showWarnings(const QList<AttributeWarning> &warnings)
{
    if (m_bar == nullptr && warnings.isEmpty())
        return;
    if (m_bar == nullptr) {
        m_bar = new InlineBar(InlineBar::Kind::Warning, InlineBar::Density::Compact);
        m_column->addWidget(m_bar);
    }
    QStringList sentences;
    for (const AttributeWarning &warning : warnings.first(qMin(sentencesShown, warnings.size())))
        sentences << warning.message;
    if (warnings.size() > sentencesShown)
        sentences << tr("And %1 more.").arg(warnings.size() - sentencesShown);
    m_bar->setText(sentences.join(u' '));
    m_bar->setVisible(!warnings.isEmpty());
}

void AttributeSection::showFirstWarning()
{
    const QList<AttributeWarning> &warnings = m_model->warnings();
    if (warnings.isEmpty())
        return;
    setOpen(true);
    table()->showRow(warnings.first().row);
}

} // namespace Gatescope
