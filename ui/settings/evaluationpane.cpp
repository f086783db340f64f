// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationpane.h"

#include <models/ports/preferences.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/workspace.h>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>

namespace Gatescope {

namespace {

QString dateWords(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    return EvaluationFileChoice::tr("%1, %2 (%3 UTC)", "date, time, UTC time")
        .arg(QLocale().toString(local.date(), QLocale::ShortFormat), local.toString(QStringLiteral("HH:mm")),
            utc.toString(QStringLiteral("HH:mm")));
}

Sentence *mutedSentence(QWidget *parent)
{
    auto *sentence = new Sentence(Theme::Font::Label, parent);
    sentence->setColorRole(Theme::Color::TextMuted);
    return sentence;
}

} // namespace

EvaluationFileChoice::EvaluationFileChoice(Workspace &workspace, const Subject &subject, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_subject(subject)
    , m_path(new StatusText(Theme::Font::Mono, Theme::Color::Text, this))
    , m_contents(mutedSentence(this))
    , m_problem(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Compact, this))
    , m_clear(new ActionButton(tr("Clear"), ActionButton::Look::Plain, this))
{
    const Theme &theme = Theme::instance();
    auto *choose = new ActionButton(tr("Choose a file…"), ActionButton::Look::Plain, this);
    choose->setAccessibleName(tr("Choose a file for %1").arg(subject.title));
    choose->setObjectName(QStringLiteral("chooseButton"));
    m_clear->setAccessibleName(tr("Clear %1").arg(subject.title));
    m_clear->setObjectName(QStringLiteral("clearButton"));
    m_contents->setObjectName(QStringLiteral("contentsText"));
    m_path->setElideMode(Qt::ElideMiddle);
    m_problem->setObjectName(QStringLiteral("problemBar"));
    auto *purpose = mutedSentence(this);
    purpose->setText({}, subject.purpose);

    auto *row = new QHBoxLayout;
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    row->addWidget(m_clear);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.scaled(6));
    column->addWidget(new TextLabel(subject.title, Theme::Font::BodyStrong, Theme::Color::Text, this));
    column->addWidget(purpose);
    column->addLayout(row);
    column->addWidget(m_contents);
    column->addWidget(m_problem);

    connect(choose, &QAbstractButton::clicked, this, &EvaluationFileChoice::chooseFile);
    connect(m_clear, &QAbstractButton::clicked, this, [this] { setPath({}); });
    connect(&workspace, &Workspace::evaluationDataChanged, this, &EvaluationFileChoice::showState);
    showState();
}

void EvaluationFileChoice::chooseFile()
{
    auto *dialog = new QFileDialog(
        this, m_subject.title, m_workspace.preferences().values().*m_subject.path, m_subject.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &EvaluationFileChoice::setPath);
    dialog->open();
}

void EvaluationFileChoice::setPath(const QString &path)
{
    PreferenceValues values = m_workspace.preferences().values();
    values.*m_subject.path = path;
    m_workspace.preferences().setValues(values);
}

void EvaluationFileChoice::showState()
{
    const EvaluationFile &file = m_workspace.evaluationData().*m_subject.file;
    const bool isNone = file.path.isEmpty();
    m_path->setText(isNone ? tr("No file") : file.path);
    m_path->setColorRole(isNone ? Theme::Color::TextMuted : Theme::Color::Text);
    m_clear->setVisible(!isNone);
    m_problem->setVisible(file.error.has_value());
    m_contents->setVisible(!file.error);
    if (file.error)
        m_problem->setError(*file.error);
    else if (file.isLoaded())
        m_contents->setText({}, tr("%1. Written %2.").arg(file.contents, dateWords(file.writtenUtc)));
    else
        m_contents->setText({}, file.loading ? tr("Reading the file…") : m_subject.noneText);
}

EvaluationPane::EvaluationPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
{
    const Theme &theme = Theme::instance();
    auto *countries = new EvaluationFileChoice(workspace,
        {tr("Countries of IP addresses"),
            tr("For rules that ask for the country of users who are known by their address alone."),
            tr("Without a table their verdicts on this machine read “Cannot tell”."),
            tr("Databases and tables (*.mmdb *.json);;All files (*)"), &PreferenceValues::countriesFile,
            &EvaluationDataState::countriesFile},
        this);
    countries->setObjectName(QStringLiteral("countriesChoice"));
    auto *idLists = new EvaluationFileChoice(workspace,
        {tr("ID lists"), tr("For segments whose members are listed by ID, which specs only name."),
            tr("Without the lists their verdicts on this machine read “Cannot tell”."),
            tr("ID lists (*.json);;All files (*)"), &PreferenceValues::idListsFile,
            &EvaluationDataState::idListsFile},
        this);
    idLists->setObjectName(QStringLiteral("idListsChoice"));
    auto *formats = mutedSentence(this);
    formats->setText({},
        tr("A table is a database in MaxMind's format (.mmdb), or JSON such as {\"8.8.8.8\":\"US\"}. ID "
           "lists "
           "are JSON such as {\"LIST\":[\"kZfRXdwq\"]}, each ID as the first eight characters of "
           "base64(SHA-256(ID)). The built-in sandbox answers with the same table, and with lists of its own "
           "if it has any."));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    column->setSpacing(theme.scaled(24));
    column->addWidget(countries);
    column->addWidget(idLists);
    column->addWidget(formats);
    column->addStretch();
}

} // namespace Gatescope
