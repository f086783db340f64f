// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "initializeview.h"

namespace Gatescope {

/// Fills an InitializeView from its body.
class InitializeReader
{
public:
    explicit InitializeReader(InitializeView &view);
    void read();

private:
    void readTable(std::string_view table, HashedNames::Space space);
    void readStores();
    InitializeEntry entryOf(const JsonValue &source, HashedNames::Space space) const;
    void readCommon(InitializeEntry &entry) const;
    void readConfig(InitializeEntry &entry) const;
    void readRule(InitializeEntry &entry) const;
    InitializeKind kindOf(const InitializeEntry &entry, HashedNames::Space space) const;
    JsonValue field(const JsonValue &source, std::string_view longName, std::string_view shortName) const;
    void sortEntries();
    void count();

    InitializeView &m_view;
    bool m_isShort;
    InitializeView::Index m_values; ///< of init-v2
};

} // namespace Gatescope
