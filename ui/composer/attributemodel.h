// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsonmember.h>
#include <models/statsig/typedtext.h>

#include <QAbstractTableModel>

#include <optional>

namespace Gatescope {

/// Something odd about one row of an AttributeModel.
struct AttributeWarning
{
    int row = 0;
    QString message;
    bool operator==(const AttributeWarning &) const = default;
};

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
    /// Made again when the rows change, not per call.
    const QList<AttributeWarning> &warnings() const;

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
    QString typeWarning(const Row &row) const;
    QList<AttributeWarning> findWarnings() const;
    QString accessibleText(const QModelIndex &index) const;
    bool hasWarning(int row) const;

    QString m_table;
    QString m_keyTitle;
    QList<Row> m_rows;
    mutable std::optional<QList<AttributeWarning>> m_warnings;
};

} // namespace Gatescope
