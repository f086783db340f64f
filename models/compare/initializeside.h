// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparison.h"
#include "memberindex.h"

#include <models/statsig/hashednames.h>
#include <models/statsig/initializeshape.h>

namespace Gatescope {

/// One of two initialize responses that are compared: reads its entries whatever the format.
class InitializeSide
{
public:
    explicit InitializeSide(const ComparedDocument &document);

    JsonValue root() const { return m_root; }
    InitializeFormat format() const { return m_format; }
    bool isShort() const { return m_format == InitializeFormat::InitV2; }
    HashAlgorithm hash() const { return m_names->algorithm(); }

    const std::shared_ptr<const HashedNames> &knownNames() const { return m_names; }

    JsonValue field(const JsonValue &entry, std::string_view longName, std::string_view shortName) const;
    /// The value of a config, also where it is kept apart.
    JsonValue configValue(const JsonValue &entry) const;
    /// The exposure that an element of a list stands for.
    JsonValue exposure(const JsonValue &element) const;

    QStringList names(HashedNames::Space space, std::string_view hash) const
    {
        return m_names->names(space, hash);
    }
    const Spec *spec(HashedNames::Space space, std::string_view hash) const
    {
        return m_names->spec(space, hash);
    }
    /// The known name, else the hash.
    QString nameOf(HashedNames::Space space, std::string_view hash) const;
    ComparedKind kindOf(const JsonValue &entry, HashedNames::Space space) const;
    /// What people call the rule of an entry.
    QString ruleOf(const JsonValue &entry, HashedNames::Space space) const;

private:
    JsonValue m_root;
    InitializeFormat m_format;
    std::shared_ptr<const HashedNames> m_names;
    MemberIndex m_exposures;
    MemberIndex m_values;
};

} // namespace Gatescope
