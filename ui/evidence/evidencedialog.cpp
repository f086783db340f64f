// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evidencedialog.h"

#include "evidencechoices.h"

#include <models/evidence/evidencehtml.h>
#include <ui/json/filesave.h>
#include <ui/onfinished.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/textlabel.h>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

QByteArray previewText(const EvidenceDraft &draft, const EvidenceTreatment &treatment)
{
    const QByteArray json = evidenceJson(finishedEvidence(draft, treatment));
    const auto document = JsonDocument::parse(json);
    return document ? jsonIndented((*document)->root()) : json;
}

int evidencePx(int pixels)
{
    return Theme::instance().scaled(pixels);
}

} // namespace

EvidenceDialog::EvidenceDialog(const EvidenceDraft &draft, QWidget *parent)
    : QDialog(parent)
    , m_draft(draft)
    , m_choices(new EvidenceChoices(draft.evidence.user, this))
    , m_preview(new CodeView(tr("What the file will hold"), this))
    , m_bar(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Normal, this))
    , m_save(new ActionButton(tr("Save…"), ActionButton::Look::Primary, this))
{
    setObjectName(QStringLiteral("evidenceDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Evidence of %1").arg(draft.evidence.item.name));
    m_preview->setObjectName(QStringLiteral("evidencePreview"));
    m_save->setObjectName(QStringLiteral("saveEvidenceFileButton"));
    m_bar->setClosable(true);
    m_bar->hide();
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(m_choices->minimumSizeHint().width() + evidencePx(12));
    area->setWidget(m_choices);
    area->setAccessibleName(tr("What becomes of the values"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(area);
    splitter->addWidget(m_preview);
    splitter->setSizes({evidencePx(590), evidencePx(410)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_bar);
    layout->addWidget(splitter, 1);
    layout->addWidget(makeFoot());
    resize(evidencePx(1000), evidencePx(600));
    connect(m_bar, &InlineBar::closed, m_bar, &QWidget::hide);
    connect(m_choices, &EvidenceChoices::changed, this, &EvidenceDialog::preview);
    connect(m_save, &QAbstractButton::clicked, this, &EvidenceDialog::save);
    preview();
}

QWidget *EvidenceDialog::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(evidencePx(16), evidencePx(12), evidencePx(16), evidencePx(8));
    auto *title = new TextLabel(
        tr("Choose what the file says of the user"), Theme::Font::BodyStrong, Theme::Color::Text, head);
    auto *text =
        new TextLabel(tr("One HTML file: the verdicts, why, the rules, when and where. The same value has "
                         "the same pseudonym throughout the file, and another in the next one. Names of "
                         "rules and of the project stay. There is never a key in it."),
            Theme::Font::Body, Theme::Color::TextMuted, head);
    text->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(text);
    return head;
}

QWidget *EvidenceDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(evidencePx(16), evidencePx(8), evidencePx(16), evidencePx(12));
    auto *cancel = new ActionButton(tr("Cancel"), ActionButton::Look::Plain, foot);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_save);
    return foot;
}

void EvidenceDialog::preview()
{
    const quint64 token = ++m_token;
    onFinished(QtConcurrent::run(&previewText, m_draft, m_choices->treatment()), this,
        [this, token](const QByteArray &text) {
            if (token != m_token)
                return;
            m_preview->setText(text);
            Q_EMIT previewed();
        });
}

void EvidenceDialog::save()
{
    const auto content = [draft = m_draft, treatment = m_choices->treatment()] {
        return evidenceHtml(finishedEvidence(draft, treatment));
    };
    const FileToSave file {tr("Save the evidence"), QStringLiteral("evidence-") + m_draft.evidence.item.name,
        QStringLiteral("html"), content};
    m_bar->hide();
    const auto failed = [this](const Error &error) {
        m_bar->setError(error);
        m_bar->show();
    };
    saveFile(this, file, failed, [this] {
        Q_EMIT saved();
        accept();
    });
}

} // namespace Gatescope
