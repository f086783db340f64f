// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/lint/finding.h>
#include <models/json/jsonmember.h>
#include <models/statsig/typedtext.h>

#include <QAbstractTableModel>
#include <QHash>

namespace Gatescope {

/// Rows of key, type and value over the members of a JSON object. What is typed stays as typed, even where it
/// is not of its type yet: such a value goes out as text, and warnings() says so. Rows that are not touched
/// keep their JSON byte for byte.
class AttributeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Key, Type, Value, Remove, ColumnCount };

    /// `table` is the name in the user, for accessible texts.
    explicit AttributeModel(const QString &table, QObject *parent = nullptr);

    /// Leaves the rows as they are if they already say this.
    void setMembers(const JsonMembers &members);
    JsonMembers members() const;
    /// What is odd about what was typed, beside the members it makes: `row` of the subject is a row here.
    LintFindings typingFindings() const;
    /// The rows of members(), in their order.
    QList<int> rowsOfMembers() const;
    /// Marks the rows that findings are about, by rows here, and says them to who cannot see them.
    void setFindings(const LintFindings &findings);

    int addRow(); ///< an empty one at the end, its index; it is no member until it has a key
    void removeRow(int row);
    bool isEmptyRow(int row) const;
    ValueType type(int row) const { return m_rows.at(row).value.type; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void setKeyTitle(const QString &title) { m_keyTitle = title; }

Q_SIGNALS:
    void edited(); ///< by the user: members() may be others now

private:
    struct Row
    {
        QString key;
        TypedText value;
        QByteArray json; ///< what goes out
        bool isNew = false;
        bool isEdited = false;
    };

    void edit(int row, const TypedText &value);
    QString text(const QModelIndex &index) const;
    QString typingWarning(const Row &row) const;
    QString accessibleText(const QModelIndex &index) const;
    QString toolTip(const QModelIndex &index) const;
    /// The gravest about that row; null if there is none.
    const LintFinding *findingAbout(int row) const;
    void forgetFindings();
    QVariant noteData(int row, int role) const;

    QString m_table;
    QString m_keyTitle;
    QList<Row> m_rows;
    LintFindings m_findings;
    QHash<int, qsizetype> m_gravest; ///< by row, the one of them that is shown
};

} // namespace Gatescope
