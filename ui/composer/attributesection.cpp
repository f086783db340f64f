// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "attributesection.h"

#include "attributemodel.h"
#include "attributetable.h"
#include "lintlist.h"

#include <ui/theme/paint.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/textlabel.h>

#include <QHBoxLayout>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

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
    m_lint = new LintList(m_add);
    m_column->addWidget(m_lint);
    connect(m_lint, &LintList::mendRequested, this, &AttributeSection::mendRequested);
    connect(m_lint, &LintList::dismissed, this, &AttributeSection::dismissed);
    connect(m_lint, &LintList::entityRequested, this, &AttributeSection::entityRequested);
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
        m_lint->setTabAnchor(m_table);
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
    showFindings();
}

void AttributeSection::setFindings(const LintFindings &findings)
{
    m_memberFindings = findings;
    showFindings();
}

const LintFindings &AttributeSection::findings() const
{
    return m_lint->findings();
}

/// What the linter says of a value says more than that it is not what its type says.
LintFindings AttributeSection::allFindings() const
{
    LintFindings all;
    QSet<int> judged;
    const QList<int> rows = m_memberFindings.isEmpty() ? QList<int>() : m_model->rowsOfMembers();
    for (LintFinding finding : m_memberFindings) {
        if (finding.subject.row >= 0)
            finding.subject.row = rows.value(finding.subject.row, -1);
        if (finding.kind == LintFinding::Kind::Type)
            judged << finding.subject.row;
        all << finding;
    }
    for (const LintFinding &finding : m_model->typingFindings())
        if (!judged.contains(finding.subject.row))
            all << finding;
    const auto place = [](const LintFinding &finding) { return unsigned(finding.subject.row); }; // −1 is last
    std::ranges::stable_sort(all, {}, place);
    return all;
}

void AttributeSection::showFindings()
{
    const LintFindings all = allFindings();
    m_model->setFindings(all);
    if (all == m_lint->findings())
        return;
    m_lint->setFindings(all);
    Q_EMIT findingsChanged();
}

void AttributeSection::showFinding(const LintFinding &finding)
{
    setOpen(true);
    if (finding.subject.row >= 0 && m_model->rowCount() > 0)
        table()->showRow(finding.subject.row);
    else
        m_add->setFocus(Qt::OtherFocusReason);
}

} // namespace Gatescope
