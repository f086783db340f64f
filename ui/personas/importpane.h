// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/personas/personaimport.h>
#include <ui/widgets/panel.h>

class QMimeData;
class QPlainTextEdit;

namespace Gatescope {

class ColumnMapping;
class DataView;
class InlineBar;
class PaneHeader;
class PersonaCells;
class PersonasModel;

/// What would be imported, before it is: the personas, the columns of a table to assign, and what cannot be
/// read. Reads on a worker. UI thread.
class ImportPane : public Panel
{
    Q_OBJECT
public:
    explicit ImportPane(QWidget *parent = nullptr);

    static bool mayHold(const QMimeData &mime); ///< a file or text
    void readFile(const QString &fileName);
    void readMime(const QMimeData &mime);
    void stop(); ///< what is being read is not shown

    bool isReading() const { return m_isReading; }
    const QList<Persona> &personas() const { return m_import.personas; }
    QString source() const { return m_source; } ///< a file's name, "the clipboard"

Q_SIGNALS:
    void changed(); ///< what is there, or that it is being read

private:
    void read(const QString &source, const std::function<PersonaImport()> &work);
    void take(const PersonaImport &found);
    void readTableAgain();
    void showFound();
    void teachPresenter() const;

    PersonaImport m_import;
    QString m_source;
    bool m_isReading = false;
    quint64 m_token = 0; ///< of what is being read
    PaneHeader *m_header;
    InlineBar *m_problemsBar;
    QPlainTextEdit *m_problems;
    ColumnMapping *m_mapping;
    PersonasModel *m_model;
    PersonaCells *m_cells;
    DataView *m_table;
};

} // namespace Gatescope
