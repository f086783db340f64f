// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "checkanswer.h"

#include <QAbstractListModel>

namespace Gatescope {

/// Everything in a project that can be asked about, for looking up by name. Immutable, any thread.
class EntityNames
{
public:
    explicit EntityNames(const Project &project);

    struct Entry
    {
        CheckItem item;
        QString name; ///< for display
        QString folded;
    };
    const std::vector<Entry> &entries() const { return m_entries; }
    /// All entities of exactly that name, a segment also without its "segment:".
    CheckItems named(const QString &name) const;
    /// Names that begin with the text first, then those that contain it; at most `limit`.
    QList<std::size_t> matching(const QString &text, qsizetype limit) const;

private:
    std::vector<Entry> m_entries;
};
using EntityNamesPtr = std::shared_ptr<const EntityNames>;

/// The names that match what is being typed.
class NamesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int KindRole = Qt::UserRole; ///< int(EntityKind)
    static constexpr qsizetype mostShown = 50;

    using QAbstractListModel::QAbstractListModel;

    void setNames(const EntityNamesPtr &names); ///< may be null
    void setQuery(const QString &text);
    CheckItem item(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    EntityNamesPtr m_names;
    QList<std::size_t> m_shown;
};

} // namespace Gatescope
