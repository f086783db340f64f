// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>
#include <models/statsig/exchange.h>

#include <QStringList>

namespace Gatescope {

/// Takes the values of a request's private attributes out of what was sent and of what came back. Pure; any
/// thread.
class PrivateMask
{
public:
    /// What stands where a value stood, in JSON within quotes.
    static constexpr char mask[] = "[private]";
    /// In characters; a shorter value is masked where it was sent, but elsewhere it may be anything.
    static constexpr qsizetype shortestTold = 6;

    /// Reads every member called "privateAttributes", of however many users.
    explicit PrivateMask(const QByteArray &requestBody);

    /// Nothing was private.
    bool isEmpty() const { return m_masked == m_body && m_told.isEmpty(); }
    /// Byte for byte the body but for the values, whose names stay. A body that speaks of private attributes
    /// and cannot be read as JSON is left out as a whole: nobody could say where they end.
    const QByteArray &request() const { return m_masked; }
    /// With the mask for each of the values that is repeated, within a text too; JSON stays JSON, and is byte
    /// for byte the same but for them.
    QByteArray response(const QByteArray &body) const;
    QString text(QString text) const;
    QByteArray bytes(QByteArray bytes) const; ///< of a header
    void cleanAnswer(Exchange &exchange) const; ///< its body, headers and error

private:
    void readPrivate(const JsonDocumentPtr &document);

    QByteArray m_body;
    QByteArray m_masked;
    QStringList m_told; ///< what would be recognised elsewhere, longest first
};

/// The exchange without the values of private attributes, in bodies, headers and error; the same one if it
/// has none.
ExchangePtr withPrivateMasked(const ExchangePtr &exchange);

} // namespace Gatescope
