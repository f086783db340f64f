// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsonmember.h>

#include <QWidget>

class QAbstractButton;
class QVBoxLayout;

namespace Gatescope {

class AttributeModel;
class AttributeTable;
class ActionButton;
class InlineBar;
class TextLabel;

/// A table of members under a heading that folds it, with its count and a button to add a row. Warnings stand
/// right below the table.
class AttributeSection : public QWidget
{
    Q_OBJECT
public:
    enum class Types { Shown, Hidden };

    /// `name` is the API's own, such as "custom".
    AttributeSection(const QString &name, Types types, QWidget *parent = nullptr);

    void setMembers(const JsonMembers &members);
    JsonMembers members() const;
    AttributeModel *model() const { return m_model; }
    AttributeTable *table() const { return m_table; }

    void setPrivate(const QString &explanation); ///< a padlock with this tool tip
    void setKeyTitle(const QString &title);
    int warningCount() const { return m_warningCount; }
    void showFirstWarning();

Q_SIGNALS:
    void edited(); ///< by the user: members() may be others now
    void warningsChanged();

private:
    void refresh();
    void setOpen(bool open);
    QWidget *makeHeading(const QString &name);

    AttributeModel *m_model;
    AttributeTable *m_table;
    ActionButton *m_fold = nullptr;
    TextLabel *m_count = nullptr;
    QWidget *m_lock = nullptr;
    InlineBar *m_bar;
    QString m_name;
    bool m_open = true;
    int m_warningCount = 0;
};

} // namespace Gatescope
