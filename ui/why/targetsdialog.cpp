// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "targetsdialog.h"

#include "targetsmodel.h"

#include <ui/onfinished.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/phrasetext.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/statustext.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace Gatescope {

TargetsDialog::TargetsDialog(const ExplanationPtr &explanation, std::uint32_t row, QWidget *parent)
    : QDialog(parent)
    , m_model(new TargetsModel(this))
    , m_filter(new FilterEdit(tr("Find a target"), this))
    , m_count(new StatusText(Theme::Font::Label, Theme::Color::TextMuted, this))
    , m_fitting(new Sentence(Theme::Font::Body, this))
    , m_view(new DataView(DataView::Shape::Table, tr("Targets"), this))
{
    const Theme &theme = Theme::instance();
    setObjectName(QStringLiteral("targetsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const Phrases &condition = explanation->rows[row].title;
    setWindowTitle(tr("Targets of “%1”").arg(plainText(condition)));
    m_filter->setObjectName(QStringLiteral("targetsFilter"));
    m_count->setObjectName(QStringLiteral("targetsCount"));
    m_fitting->setObjectName(QStringLiteral("targetsFitting"));
    auto *title = new PhraseText(PhraseLayout::Size::Body, this);
    title->setPhrases(condition);
    m_view->setObjectName(QStringLiteral("targetsView"));
    m_view->setModel(m_model);
    m_view->setRows(DataView::Rows::Nested);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(TargetsModel::TargetColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(TargetsModel::FitColumn, theme.scaled(140));

    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme.scaled(16), theme.scaled(12), theme.scaled(16), theme.scaled(8));
    head->setSpacing(theme.scaled(8));
    auto *line = new QHBoxLayout;
    line->setSpacing(theme.scaled(12));
    line->addWidget(m_filter, 1);
    line->addWidget(m_count);
    head->addWidget(title);
    head->addWidget(m_fitting);
    head->addLayout(line);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    resize(theme.scaled(520), theme.scaled(480));
    m_filter->setFocus();

    m_fitting->setText({}, tr("Reading the targets"));
    connect(m_filter, &FilterEdit::filterChanged, this, &TargetsDialog::search);
    const auto read = [explanation, row]() -> ConditionTargetsPtr {
        return std::make_shared<const ConditionTargets>(explanation, row);
    };
    onFinished(QtConcurrent::run(read), this, [this](const ConditionTargetsPtr &targets) { take(targets); });
}

TargetsDialog::~TargetsDialog()
{
    m_stop.request_stop();
}

void TargetsDialog::take(const ConditionTargetsPtr &targets)
{
    m_model->setTargets(targets);
    const QString fitting = fittingWords(*targets);
    m_fitting->setText({}, fitting);
    m_fitting->setVisible(!fitting.isEmpty());
    if (const QString text = m_filter->text(); !text.isEmpty())
        search(text);
    else
        showCount();
}

void TargetsDialog::search(const QString &text)
{
    m_stop.request_stop();
    m_stop = {};
    const quint64 token = ++m_token;
    const ConditionTargetsPtr targets = m_model->targets();
    if (!targets)
        return; // looked for once they are read
    if (text.isEmpty()) {
        m_model->setFound({});
        showCount();
        return;
    }
    const auto look = [targets, text, stop = m_stop.get_token()] { return targets->containing(text, stop); };
    onFinished(QtConcurrent::run(look), this, [this, token](const std::vector<quint32> &found) {
        if (token != m_token)
            return;
        m_model->setFound(found);
        showCount();
    });
}

/// With the user's own in sight, if there is one.
void TargetsDialog::showCount()
{
    const QLocale locale;
    const quint32 all = m_model->targets()->count();
    const int shown = m_model->rowCount();
    m_count->setText(quint32(shown) == all
            ? tr("%1 targets").arg(locale.toString(all))
            : tr("%1 of %2 targets").arg(locale.toString(shown), locale.toString(all)));
    if (const int row = m_model->firstFitting(); row >= 0) {
        const QModelIndex index = m_model->index(row, TargetsModel::TargetColumn);
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
    Q_EMIT this->shown();
}

} // namespace Gatescope
