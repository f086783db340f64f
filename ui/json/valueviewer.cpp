// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "valueviewer.h"

#include "filesave.h"
#include "jsontreepane.h"

#include <ui/onfinished.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/lazymime.h>
#include <ui/widgets/segmented.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/textlabel.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace Gatescope {

ValueViewer::ValueViewer(
    const JsonDocumentPtr &document, const JsonValue &value, PersonalKind within, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_value(value)
    , m_within(within)
    , m_what(new TextLabel(tr("Reading the value"), Theme::Font::BodyStrong))
    , m_moment(new Sentence(Theme::Font::Body, this))
    , m_choice(new Segmented(tr("How to read the value"), this))
    , m_copy(new ActionButton(tr("Copy"), ActionButton::Look::Plain, this))
    , m_save(new ActionButton(tr("Save…"), ActionButton::Look::Plain, this))
    , m_problem(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Normal, this))
    , m_body(new QStackedWidget(this))
    , m_text(new CodeView(tr("Value"), this))
    , m_tree(new JsonTreePane(tr("Value"), this))
{
    const Theme &theme = Theme::instance();
    setObjectName(QStringLiteral("valueViewer"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Value of %1").arg(value.jsonPath()));
    m_moment->hide();
    m_choice->hide();
    m_problem->setClosable(true);
    m_problem->hide();
    m_tree->tree()->setWithin(within);
    m_body->addWidget(m_text);
    m_body->addWidget(m_tree);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_problem);
    layout->addWidget(m_body, 1);
    resize(theme.scaled(640), theme.scaled(460));

    connect(m_choice, &Segmented::chosen, this, &ValueViewer::showForm);
    connect(m_copy, &QAbstractButton::clicked, this, &ValueViewer::copy);
    connect(m_save, &QAbstractButton::clicked, this, &ValueViewer::save);
    for (const QKeySequence &key : {QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)}) {
        auto *shortcut = new QShortcut(key, m_tree, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_tree, &JsonTreePane::focusSearch);
    }
    connect(m_problem, &InlineBar::closed, m_problem, &QWidget::hide);
    onFinished(QtConcurrent::run(&readValue, document, value), this,
        [this](const ValueReading &reading) { take(reading); });
}

QWidget *ValueViewer::makeHead()
{
    const auto px = [](int pixels) { return Theme::instance().scaled(pixels); };
    auto *path = new Sentence(Theme::Font::Mono, this);
    path->setText({}, m_value.jsonPath());
    path->setIsPath(true);
    path->setColorRole(Theme::Color::TextMuted);
    m_what->setObjectName(QStringLiteral("valueWhat"));
    m_what->setWordWrap(true);
    m_moment->setObjectName(QStringLiteral("valueMoment"));
    m_choice->setObjectName(QStringLiteral("valueChoice"));
    m_problem->setObjectName(QStringLiteral("valueProblem"));
    m_copy->setObjectName(QStringLiteral("copyValue"));
    m_copy->setThemeIcon(Theme::Icon::Copy);
    m_copy->setToolTip(tr("Copy what is shown"));
    m_save->setObjectName(QStringLiteral("saveValue"));
    m_save->setThemeIcon(Theme::Icon::Download);
    m_save->setToolTip(tr("Save what is shown to a file"));
    for (ActionButton *button : {m_copy, m_save}) {
        button->setAutoDefault(false); // Enter is the search line's
        button->setDisabledReason(tr("The value is still being read."));
    }
    auto *head = new Panel(Theme::Color::Raised, Qt::BottomEdge, this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(8));
    auto *line = new QHBoxLayout;
    line->setSpacing(px(8));
    line->addWidget(m_choice);
    line->addStretch(1);
    line->addWidget(m_copy);
    line->addWidget(m_save);
    column->addWidget(path);
    column->addWidget(m_what);
    column->addWidget(m_moment);
    column->addLayout(line);
    return head;
}

void ValueViewer::take(const ValueReading &reading)
{
    m_forms = reading.forms;
    m_what->setText(reading.what);
    m_moment->setText(reading.moment, reading.momentRemark);
    m_moment->setVisible(!reading.moment.isEmpty());
    for (const ValueForm &form : m_forms)
        m_choice->addSegment(form.name);
    m_choice->setVisible(m_forms.size() > 1);
    for (ActionButton *button : {m_copy, m_save})
        button->setDisabledReason({});
    showForm(0);
    m_body->currentWidget()->setFocus();
    Q_EMIT shown();
}

const ValueForm &ValueViewer::current() const
{
    return m_forms[std::size_t(m_choice->current())];
}

void ValueViewer::showForm(int index)
{
    const ValueForm &form = m_forms[std::size_t(index)];
    if (form.look == ValueForm::Look::Tree) {
        m_tree->setValue(form.document, form.root);
        m_body->setCurrentWidget(m_tree);
        return;
    }
    m_text->setWrapped(form.look == ValueForm::Look::Prose);
    m_text->setText(form.text,
        form.look == ValueForm::Look::Json ? CodeView::Syntax::Json : CodeView::Syntax::Plain, m_within);
    m_body->setCurrentWidget(m_text);
}

void ValueViewer::copy()
{
    auto *mime = new LazyMime(m_within);
    mime->offerText([form = current()] { return copiedText(form); });
    QGuiApplication::clipboard()->setMimeData(mime);
}

void ValueViewer::save()
{
    FileToSave file {tr("Save the value"), m_value.hasKey() ? m_value.key() : m_value.jsonPath(),
        current().suffix, [form = current()] { return savedBytes(form); }};
    file.within = m_within;
    saveFile(this, file, [this](const Error &error) { showProblem(error); });
}

void ValueViewer::showProblem(const Error &error)
{
    m_problem->setError(error);
    m_problem->show();
}

} // namespace Gatescope
