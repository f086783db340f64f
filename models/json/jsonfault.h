// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>
#include <models/result.h>

#include <QCoreApplication>

#include <string_view>
#include <vector>

namespace Gatescope {

/// A name in an object longer than this cannot be stored.
constexpr qsizetype maxJsonKeyLength = (qsizetype(1) << 24) - 1;

/// Looks for the first fault in a text that could not be parsed, to say what it is and where.
/// The second scan of a failed parse: strict, no recursion, not made for speed.
class JsonFaultFinder
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::JsonFaultFinder)
public:
    JsonFaultFinder(std::string_view text, const JsonLimits &limits);

    Error find();

private:
    enum class Expect { Value, ElementOrEnd, KeyOrEnd, Key, Colon, CommaOrEnd, Nothing };
    struct Opened
    {
        size_t offset;
        bool isObject;
    };

    void step();
    void takeValue();
    void open(bool isObject);
    void close(char bracket);
    void takeKey();
    void takeString();
    void takeEscape();
    void takeUtf8();
    void takeWord();
    void valueDone();
    void textEnded();

    bool atEnd() const { return m_at >= m_text.size(); }
    char here() const { return m_text[m_at]; }
    void skipSpace();
    void fail(ErrorCode code, size_t offset, const QString &what);
    void unexpected(const QString &wanted);
    QString position(size_t offset) const;
    QString quotedHere() const;

    std::string_view m_text;
    JsonLimits m_limits;
    size_t m_at = 0;
    Expect m_expect = Expect::Value;
    std::vector<Opened> m_open;
    Error m_error;
    bool m_failed = false;
};

} // namespace Gatescope
