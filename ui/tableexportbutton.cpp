// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tableexportbutton.h"

#include "tablereader.h"

#include <ui/json/filesave.h>
#include <ui/onfinished.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/dataview.h>

#include <QMenu>
#include <QtConcurrentRun>

namespace Gatescope {

struct TableExportButton::Form
{
    QByteArray (*write)(const ExportedTable &);
    QString suffix;
};

TableExportButton::TableExportButton(const QString &name, QWidget *parent)
    : ActionButton(Theme::Icon::Copy, tr("Copy or save the table"), parent)
    , m_name(name)
{
    setObjectName(QStringLiteral("tableExportButton"));
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tableExportMenu"));
    const Form csv {&tableCsv, QStringLiteral("csv")};
    const Form markdown {&tableMarkdown, QStringLiteral("md")};
    const Form json {&tableJson, QStringLiteral("json")};
    add(*menu, tr("Copy as &CSV"), "copyTableCsvAction", csv, false);
    add(*menu, tr("Copy as &Markdown"), "copyTableMarkdownAction", markdown, false);
    add(*menu, tr("Copy as &JSON"), "copyTableJsonAction", json, false);
    menu->addSeparator();
    add(*menu, tr("Save as C&SV…"), "saveTableCsvAction", csv, true);
    add(*menu, tr("Save as Mark&down…"), "saveTableMarkdownAction", markdown, true);
    add(*menu, tr("Save as JS&ON…"), "saveTableJsonAction", json, true);
    connect(this, &QAbstractButton::clicked, menu,
        [this, menu] { menu->popup(mapToGlobal(QPoint(0, height()))); });
}

void TableExportButton::add(QMenu &menu, const QString &text, const char *name, const Form &form, bool save)
{
    QAction *action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, [this, form, save] { save ? this->save(form) : copy(form); });
}

void TableExportButton::setView(DataView *view)
{
    m_view = view;
    const QAbstractItemModel *model = view->model();
    connect(model, &QAbstractItemModel::modelReset, this, &TableExportButton::followRows);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableExportButton::followRows);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TableExportButton::followRows);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TableExportButton::followRows);
    followRows();
}

void TableExportButton::followRows()
{
    setDisabledReason(m_view->model()->rowCount() > 0 ? QString() : tr("There is nothing to export."));
}

void TableExportButton::copy(const Form &form)
{
    if (m_view == nullptr)
        return;
    connect(
        new TableReader(*m_view, this), &TableReader::ready, this, [this, form](const ExportedTable &table) {
            onFinished(QtConcurrent::run(form.write, table), this, [this](const QByteArray &text) {
                copyText(text);
                Q_EMIT copied();
            });
        });
}

void TableExportButton::save(const Form &form)
{
    if (m_view == nullptr)
        return;
    connect(
        new TableReader(*m_view, this), &TableReader::ready, this, [this, form](const ExportedTable &table) {
            saveFile(window(),
                {tr("Save the table"), m_name, form.suffix, [form, table] { return form.write(table); }},
                [this](const Error &error) { Q_EMIT failed(error); });
        });
}

} // namespace Gatescope
