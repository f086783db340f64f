// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "targetseditor.h"

#include <models/evaluation/conditionwords.h>
#include <models/json/utf8text.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/phrasetext.h>
#include <ui/widgets/spokencells.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QStringListModel>

namespace Gatescope {

namespace {

bool isIdList(const Condition &condition)
{
    return condition.op == Operator::InSegmentList || condition.op == Operator::NotInSegmentList;
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

constexpr int shownValues = 4; ///< the list is as high as so many

} // namespace

bool TargetsEditor::canEdit(const Condition &condition)
{
    return isIdList(condition) || hasTargetList(condition);
}

TargetsEditor::TargetsEditor(
    const ProjectPtr &project, const Spec &spec, std::size_t rule, int condition, QWidget *parent)
    : QWidget(parent)
    , m_rule(ruleRef(spec, rule))
    , m_condition(condition)
    , m_text(new QLineEdit)
    , m_add(new ActionButton(tr("Add")))
    , m_remove(new ActionButton(tr("Remove")))
{
    const Theme &theme = Theme::instance();
    const Condition &edited =
        project->conditions().at(spec.rules.at(rule).conditions.at(std::size_t(condition)));
    const QString words = plainText(conditionWords(*project, spec, edited));
    auto *clause = new PhraseText;
    clause->setPhrases(conditionWords(*project, spec, edited));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme.scaled(4));
    layout->addWidget(clause);
    if (isIdList(edited)) {
        m_idList = edited.target.toString();
    } else {
        QStringList texts;
        for (quint32 i = 0; i < edited.target.size(); ++i) {
            const JsonValue value = edited.target.at(i);
            m_values << bytesOf(value.rawText());
            m_hasNumbers = m_hasNumbers || value.isNumber();
            texts << (value.isString() ? value.toString() : utf8Text(value.rawText()));
        }
        m_view = new QListView;
        m_view->setAccessibleName(words);
        m_view->setUniformItemSizes(true);
        m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
        m_view->setFont(theme.font(Theme::Font::Mono));
        auto *cells = new SpokenCells(m_view);
        cells->setSourceModel(new QStringListModel(texts, m_view));
        m_view->setModel(cells);
        m_view->setFixedHeight(
            theme.scaled(24) * qBound(1, int(texts.size()), shownValues) + theme.scaled(4));
        layout->addWidget(m_view);
    }
    m_text->setObjectName(QStringLiteral("target/%1").arg(condition));
    m_add->setObjectName(QStringLiteral("addTarget/%1").arg(condition));
    m_remove->setObjectName(QStringLiteral("removeTarget/%1").arg(condition));
    m_text->setAccessibleName(tr("Value to add: %1").arg(words));
    m_text->setPlaceholderText(m_idList.isEmpty() ? tr("another value") : tr("a unit ID"));
    m_text->setMaximumWidth(theme.scaled(280));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_text, 1);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch(1);
    layout->addLayout(row);
    connect(m_text, &QLineEdit::returnPressed, this, &TargetsEditor::add);
    connect(m_add, &QAbstractButton::clicked, this, &TargetsEditor::add);
    connect(m_remove, &QAbstractButton::clicked, this, &TargetsEditor::remove);
}

/// A number where the list has numbers, as rules compare what is written.
QByteArray TargetsEditor::jsonOf(const QString &text) const
{
    const Result<JsonDocumentPtr> parsed = JsonDocument::parse(text.toUtf8());
    const bool isNumber = parsed && (*parsed)->root().isNumber();
    return m_hasNumbers && isNumber ? text.toUtf8() : jsonQuoted(text);
}

void TargetsEditor::add()
{
    const QString text = m_text->text().trimmed();
    if (text.isEmpty())
        return m_text->setFocus();
    if (m_idList.isEmpty())
        Q_EMIT editRequested(AddTarget {m_rule, m_condition, jsonOf(text)});
    else
        Q_EMIT idListEditRequested({m_idList, text, true});
    m_text->clear();
}

void TargetsEditor::remove()
{
    if (!m_idList.isEmpty()) {
        const QString text = m_text->text().trimmed();
        if (text.isEmpty())
            return m_text->setFocus();
        Q_EMIT idListEditRequested({m_idList, text, false});
        return m_text->clear();
    }
    if (const QModelIndex chosen = m_view->currentIndex(); chosen.isValid())
        Q_EMIT editRequested(RemoveTarget {m_rule, m_condition, m_values.at(chosen.row())});
}

} // namespace Gatescope
