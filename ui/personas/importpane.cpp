// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "importpane.h"

#include "columnmapping.h"
#include "personacells.h"
#include "personadelegate.h"

#include <models/exchangeformats/harfile.h>
#include <models/items/personasmodel.h>
#include <ui/onfinished.h>
#include <ui/presenter/presenter.h>
#include <ui/theme/theme.h>
#include <ui/wholefile.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/paneheader.h>

#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

constexpr qsizetype mostProblemsShown = 200;

PersonaImport importedFile(const QString &fileName)
{
    // What is no HAR file has a smaller limit, which readPersonas() tells.
    const auto bytes = readWholeFile(fileName, maxHarBytes, ImportPane::tr("Divide it into several files."));
    if (!bytes)
        return {ImportFormat::Unknown, {}, {bytes.error().message}};
    return readPersonas(*bytes, QFileInfo(fileName).fileName());
}

} // namespace

ImportPane::ImportPane(QWidget *parent)
    : Panel(Theme::Color::Surface, {}, parent)
    , m_header(new PaneHeader(tr("Import")))
    , m_problemsBar(new InlineBar(InlineBar::Kind::Warning))
    , m_problems(new QPlainTextEdit)
    , m_mapping(new ColumnMapping)
    , m_model(new PersonasModel(this))
    , m_cells(new PersonaCells(PersonaCells::Place::Table, this))
    , m_table(new DataView(DataView::Shape::Table, tr("Personas to import")))
{
    const Theme &theme = Theme::instance();
    setObjectName(QStringLiteral("importPane"));
    m_problemsBar->setObjectName(QStringLiteral("importProblemsBar"));
    m_problems->setObjectName(QStringLiteral("importProblems"));
    m_problems->setAccessibleName(tr("What cannot be read"));
    m_problems->setReadOnly(true);
    m_problems->setTabChangesFocus(true);
    m_problems->setMaximumHeight(theme.scaled(88));
    m_cells->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("importTable"));
    m_table->setModel(m_cells);
    m_table->setItemDelegateForColumn(PersonasModel::TagsColumn, new PersonaDelegate(m_table));
    const int widths[] = {236, 200, 200, 84, 200};
    for (int column = 0; column < PersonasModel::columns; ++column)
        m_table->setColumnWidth(column, theme.scaled(widths[column]));
    m_table->header()->setStretchLastSection(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_problemsBar);
    layout->addWidget(m_problems);
    layout->addWidget(m_mapping);
    layout->addWidget(m_table, 1);
    connect(&Presenter::instance(), &Presenter::teachersWanted, this, &ImportPane::teachPresenter);
    connect(m_mapping, &ColumnMapping::changed, this, &ImportPane::readTableAgain);
    showFound();
}

bool ImportPane::mayHold(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    return urls.isEmpty() ? mime.hasText() : urls.size() == 1 && urls.first().isLocalFile();
}

void ImportPane::readFile(const QString &fileName)
{
    read(QFileInfo(fileName).fileName(), [fileName] { return importedFile(fileName); });
}

void ImportPane::readMime(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        return readFile(urls.first().toLocalFile());
    read(tr("the clipboard"), [text = mime.text()] { return readPersonas(text.toUtf8()); });
}

void ImportPane::read(const QString &source, const std::function<PersonaImport()> &work)
{
    m_source = source;
    m_import = {};
    m_isReading = true;
    showFound();
    onFinished(QtConcurrent::run(work), this, [this, token = ++m_token](const PersonaImport &found) {
        if (token == m_token)
            take(found);
    });
}

void ImportPane::stop()
{
    ++m_token;
    m_isReading = false;
    m_import = {};
    showFound();
}

void ImportPane::take(const PersonaImport &found)
{
    m_isReading = false;
    m_import = found;
    if (found.table)
        m_mapping->setTable(*found.table);
    showFound();
}

void ImportPane::readTableAgain()
{
    m_import.table->columns = m_mapping->columns();
    m_isReading = true;
    Q_EMIT changed();
    onFinished(QtConcurrent::run([table = *m_import.table] { return personasOf(table); }), this,
        [this, token = ++m_token](const TableDrafts &drafts) {
            if (token != m_token)
                return;
            m_isReading = false;
            m_import.personas = drafts.personas;
            m_import.problems = drafts.problems;
            showFound();
        });
}

/// Before what was found is shown.
void ImportPane::teachPresenter() const
{
    if (!Presenter::instance().isTaught())
        return;
    PersonalValues values;
    for (const Persona &persona : m_import.personas)
        values += personalValues(persona.user);
    Presenter::instance().learn(values);
}

void ImportPane::showFound()
{
    teachPresenter();
    const qsizetype problems = m_import.problems.size();
    m_header->setTitle(m_source.isEmpty() ? tr("Import") : tr("Import from %1").arg(m_source));
    m_header->setSubtitle(m_isReading ? tr("reading") : formatName(m_import.format));
    m_mapping->setVisible(m_import.table.has_value());
    m_model->setPersonas(m_import.personas);
    m_table->setVisible(!m_import.personas.isEmpty());
    m_problemsBar->setVisible(problems > 0);
    m_problems->setVisible(problems > 1);
    if (problems == 1)
        m_problemsBar->setText(m_import.problems.first());
    else if (problems > 1)
        m_problemsBar->setText(tr("%1 problems.").arg(QLocale().toString(problems)),
            tr("What is listed below is not imported, or not as it stands; the rest is."));
    QStringList shown = m_import.problems.mid(0, mostProblemsShown);
    if (problems > mostProblemsShown)
        shown << tr("and %1 more").arg(QLocale().toString(problems - mostProblemsShown));
    m_problems->setPlainText(Presenter::instance().text(shown.join(u'\n')));
    Q_EMIT changed();
}

} // namespace Gatescope
