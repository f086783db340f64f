// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace Gatescope {

/// One way to read a value: as a tree, or as text.
struct ValueForm
{
    enum class Look {
        Tree,
        Json, ///< text in the colours of JSON
        Prose, ///< text whose lines are wrapped
        Bytes, ///< text in columns
    };
    QString name;
    Look look = Look::Prose;
    JsonDocumentPtr document {}; ///< of a tree
    JsonValue root {};
    QByteArray text {}; ///< of the others
    QByteArray bytes {}; ///< what Bytes shows
    QString suffix {}; ///< of a file with what savedBytes() says

    bool operator==(const ValueForm &) const = default;
};

/// What is to be said about a value, and the ways to read it; the best is the first.
struct ValueReading
{
    QString what;
    QString moment; ///< local time and UTC; empty if it is none
    QString momentRemark; ///< on what condition it is one
    std::vector<ValueForm> forms;

    bool operator==(const ValueReading &) const = default;
};

/// Takes a time that grows with the value: for workers.
ValueReading readValue(const JsonDocumentPtr &document, const JsonValue &value);
QString copiedText(const ValueForm &form);
QByteArray savedBytes(const ValueForm &form);

} // namespace Gatescope
