// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/tableexport.h>
#include <models/result.h>
#include <ui/widgets/actionbutton.h>

class QMenu;

namespace Gatescope {

class DataView;

/// A button whose menu copies or saves what a view lists as CSV, Markdown or JSON. UI thread.
class TableExportButton : public ActionButton
{
    Q_OBJECT
public:
    /// `name` is that of the file unless the user says otherwise. The view outlives the button.
    TableExportButton(const QString &name, QWidget *parent);

    void setView(DataView *view); ///< which has its model

Q_SIGNALS:
    void copied();
    void failed(const Gatescope::Error &error);

private:
    struct Form;

    void add(QMenu &menu, const QString &text, const char *name, const Form &form, bool save);
    void followRows();
    void copy(const Form &form);
    void save(const Form &form);

    QString m_name;
    DataView *m_view = nullptr;
};

} // namespace Gatescope
