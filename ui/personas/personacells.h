// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/wordsproxy.h>

namespace Gatescope {

/// The personas as tables and lists show them; filtered by words of name, tags, user and notes.
class PersonaCells : public WordsProxy
{
    Q_OBJECT
public:
    enum class Place { Table, List }; ///< a list says the user beside the name

    explicit PersonaCells(Place place, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVariant listData(const QModelIndex &index, int role) const;
    QVariant tableData(const QModelIndex &index, int role) const;

    Place m_place;
};

} // namespace Gatescope
