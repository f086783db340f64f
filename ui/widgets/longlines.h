// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace Gatescope {

/// Breaks the long lines of a text that comes in parts, because an editor lays a line out as a whole. It
/// remembers where, so that line numbers and copies are those of the text.
class LongLines
{
public:
    /// Characters; a line is broken after a space or a comma near there, else just there.
    static constexpr int longest = 2000;

    void clear() { *this = LongLines(); }
    /// The next part with its breaks.
    QString broken(QStringView part);

    /// \name Of the lines as broken, counted from 0
    /// @{
    bool isContinued(int line) const; ///< goes on the one before
    int number(int line) const; ///< of the line it is part of, counted from 0
    bool startsInString(int line) const; ///< of JSON
    /// @}

private:
    struct Break
    {
        int line;
        bool isInString;
    };

    std::vector<Break>::const_iterator breakAt(int line) const; ///< or behind it
    bool mayBreakAfter(QChar c) const;
    bool mustBreakBefore(QChar c) const;
    void read(QChar c);

    std::vector<Break> m_breaks;
    int m_line = 0;
    int m_length = 0; ///< of that line
    bool m_isInString = false;
    bool m_isEscaped = false; ///< what comes next
};

} // namespace Gatescope
