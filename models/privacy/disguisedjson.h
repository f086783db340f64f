// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "disguise.h"

#include <vector>

namespace Gatescope {

/// Disguises a JSON text that comes in pieces, as it is shown. Strings and keys by their words; within a
/// user's members every text and number. Tolerates any text: what is no JSON is read as far as it looks like
/// it.
class DisguisedJson
{
public:
    explicit DisguisedJson(const Disguise &disguise, PersonalKind within = {})
        : m_disguise(disguise)
        , m_within(within)
    { }

    /// The next piece; a string that goes on in a later one waits for it.
    QByteArray next(const QByteArray &piece, bool isLast);

private:
    using Kind = PersonalKind;
    struct Frame
    {
        Kind within; ///< all in it is somebody's
        Kind member; ///< what the last key said
        bool isObject = false;
        bool awaitsKey = false;
    };

    qsizetype takeString(const QByteArray &text, qsizetype from, bool isLast);
    qsizetype takeWord(const QByteArray &text, qsizetype from, bool isLast);
    void takeSign(char sign);
    void writeString(const QByteArray &quoted);
    void writeWord(const QByteArray &word);
    Kind kindHere() const;

    const Disguise &m_disguise;
    const Kind m_within; ///< all of it is somebody's
    std::vector<Frame> m_frames;
    std::optional<bool> m_isJson; ///< as its first sign says
    QByteArray m_waiting;
    QByteArray m_out;
};

} // namespace Gatescope
