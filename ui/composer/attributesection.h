// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsonmember.h>

#include <QWidget>

class QVBoxLayout;

namespace Gatescope {

class AttributeModel;
struct AttributeWarning;
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

    void setPrivate(const QString &explanation); ///< a padlock with this tool tip
    void setKeyTitle(const QString &title);
    int warningCount() const { return m_warningCount; }
    void showFirstWarning();

Q_SIGNALS:
    void edited(); ///< by the user: members() may be others now
    void warningsChanged();

private:
    /// Made when there is first a row: most users have few tables, and views are dear at start-up.
    AttributeTable *table();
    void refresh();
    void showWarnings(const QList<AttributeWarning> &warnings);
    void setOpen(bool open);
    QWidget *makeHeading(const QString &name);

    AttributeModel *m_model;
    AttributeTable *m_table = nullptr;
    QVBoxLayout *m_column;
    Types m_types;
    ActionButton *m_fold = nullptr;
    ActionButton *m_add = nullptr;
    TextLabel *m_count = nullptr;
    QWidget *m_lock = nullptr;
    InlineBar *m_bar = nullptr;
    QString m_name;
    bool m_open = true;
    int m_warningCount = 0;
};

} // namespace Gatescope
