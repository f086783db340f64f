// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandwords.h"

#include "ansicquote.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Gatescope {

namespace {

struct CommandWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CommandWords)
};

std::unexpected<Error> openQuote()
{
    return failure(ErrorCode::BadInput,
        CommandWords::tr("The command ends within a quoted text. Was all of it copied?"));
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// Words of sh.
class ShReader
{
public:
    ShReader(const QByteArray &text, qsizetype start)
        : m_text(text)
        , m_at(start)
    { }

    Result<WordsOfCommand> read()
    {
        while (m_at < m_text.size() && !m_ended) {
            if (!step())
                return openQuote();
        }
        endWord();
        return WordsOfCommand {m_words, m_at};
    }

private:
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void endWord()
    {
        if (m_word)
            m_words.append(*m_word);
        m_word.reset();
    }

    QByteArray &word()
    {
        if (!m_word)
            m_word.emplace();
        return *m_word;
    }

    /// False: a quote is never closed.
    bool step()
    {
        const char c = m_text[m_at];
        if (isBlank(c)) {
            endWord();
            ++m_at;
        } else if (QByteArrayView("\n;|&<>()").contains(c)) {
            endCommand(c);
        } else if (c == '#' && !m_word) {
            m_at = m_text.indexOf('\n', m_at) < 0 ? m_text.size() : m_text.indexOf('\n', m_at);
        } else if (c == '\\') {
            readEscape();
        } else if (c == '\'') {
            return readSingleQuoted();
        } else if (c == '"') {
            return readDoubleQuoted();
        } else if (c == '$' && peek(1) == '\'') {
            return readAnsiC();
        } else if (c == '$' && peek(1) == '"') {
            ++m_at;
        } else {
            word() += c;
            ++m_at;
        }
        return true;
    }

    /// A line end before the first word is none; the number before a redirection is no word.
    void endCommand(char c)
    {
        const bool isStream = (c == '<' || c == '>') && m_word && (*m_word == "1" || *m_word == "2");
        if (isStream)
            m_word.reset();
        endWord();
        ++m_at;
        m_ended = !m_words.isEmpty();
    }

    void readEscape()
    {
        ++m_at;
        if (peek() == '\r' && peek(1) == '\n')
            ++m_at;
        if (peek() != '\n' && m_at < m_text.size())
            word() += peek();
        ++m_at;
    }

    bool readSingleQuoted()
    {
        const qsizetype end = m_text.indexOf('\'', m_at + 1);
        if (end < 0)
            return false;
        word() += m_text.mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return true;
    }

    bool readDoubleQuoted()
    {
        word();
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = peek();
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\\' && QByteArrayView("$`\"\\").contains(peek(1)) && peek(1) != '\0')
                word() += m_text[++m_at];
            else if (c == '\\' && peek(1) == '\n')
                ++m_at;
            else
                word() += c;
        }
        return false;
    }

    bool readAnsiC()
    {
        const auto quoted = ansiCQuoted(QByteArrayView(m_text).sliced(m_at + 2));
        if (!quoted)
            return false;
        word() += quoted->text;
        m_at += 2 + quoted->length;
        return true;
    }

    const QByteArray &m_text;
    qsizetype m_at;
    QByteArrayList m_words;
    std::optional<QByteArray> m_word;
    bool m_ended = false;
};

/// What cmd.exe makes of a line before it hands it on: carets outside of quotes are gone with their meaning.
/// A line end that no caret stands before ends the command, and so does a "&" that another one follows.
class CaretReader
{
public:
    CaretReader(const QByteArray &text, qsizetype start)
        : m_text(text)
        , m_at(start)
    {
        skipReturn();
    }

    QByteArray read()
    {
        bool hasEnded = false;
        while (m_at < m_text.size() && !hasEnded)
            hasEnded = step();
        return m_line.trimmed();
    }

    qsizetype end() const { return std::min(m_at, m_text.size()); }

private:
    /// True: the command ends here.
    bool step()
    {
        const char c = m_text[m_at];
        if (c == '^' && !m_inQuotes) {
            advance();
            // Behind a line end the next character is taken as it is, also a second line end.
            if (isAt('\n'))
                advance();
            take();
            return false;
        }
        const bool isEnd = c == '\n' || (c == '&' && !m_inQuotes && isBeforeCommand());
        if (isEnd) {
            advance();
            return m_hasText;
        }
        if (c == '"')
            m_inQuotes = !m_inQuotes;
        take();
        return false;
    }

    bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }

    void advance()
    {
        ++m_at;
        skipReturn();
    }

    void skipReturn()
    {
        if (isAt('\r') && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')
            ++m_at;
    }

    void take()
    {
        if (m_at < m_text.size()) {
            m_line += m_text[m_at];
            m_hasText = m_hasText || !(isBlank(m_text[m_at]) || m_text[m_at] == '\n');
        }
        advance();
    }

    /// Older browsers leave a "&" of the body as it is.
    bool isBeforeCommand() const
    {
        qsizetype next = m_at + 1;
        while (next < m_text.size() && isBlank(m_text[next]))
            ++next;
        const QByteArrayView rest = QByteArrayView(m_text).sliced(next);
        return rest.isEmpty() || rest.front() == '\n' || rest.front() == '&' || rest.startsWith("curl");
    }

    const QByteArray &m_text;
    qsizetype m_at;
    QByteArray m_line;
    bool m_inQuotes = false;
    bool m_hasText = false;
};

/// The words that the C runtime makes of a command line.
class RuntimeReader
{
public:
    enum class Backslashes { AsRuntime, Doubled };
    RuntimeReader(QByteArray line, Backslashes backslashes)
        : m_line(std::move(line))
        , m_backslashes(backslashes)
    { }

    Result<QByteArrayList> read()
    {
        for (; m_at < m_line.size(); ++m_at)
            step(m_line[m_at]);
        if (m_inQuotes)
            return openQuote();
        endWord();
        return m_words;
    }

private:
    void step(char c)
    {
        // A line end is no end of a word here: what a caret kept of it belongs to the text.
        if (!m_inQuotes && (c == ' ' || c == '\t'))
            return endWord();
        if (!m_word)
            m_word.emplace();
        if (c == '\\')
            readBackslashes();
        else if (c == '"')
            readQuote();
        else
            *m_word += c;
    }

    void readQuote()
    {
        const bool isDoubled = m_inQuotes && m_at + 1 < m_line.size() && m_line[m_at + 1] == '"';
        if (isDoubled) {
            *m_word += '"';
            ++m_at;
        } else {
            m_inQuotes = !m_inQuotes;
        }
    }

    /// Only those before a quote mean something: each two are one, and one that is left makes the quote a
    /// character.
    void readBackslashes()
    {
        qsizetype count = 0;
        while (m_at + count < m_line.size() && m_line[m_at + count] == '\\')
            ++count;
        const bool beforeQuote = m_at + count < m_line.size() && m_line[m_at + count] == '"';
        const bool isHalved = beforeQuote || m_backslashes == Backslashes::Doubled;
        m_word->append(isHalved ? (count + (beforeQuote ? 0 : 1)) / 2 : count, '\\');
        m_at += count - 1;
        if (beforeQuote && count % 2 == 1) {
            *m_word += '"';
            ++m_at;
        }
    }

    void endWord()
    {
        if (m_word)
            m_words.append(*m_word);
        m_word.reset();
    }

    QByteArray m_line;
    Backslashes m_backslashes;
    QByteArrayList m_words;
    std::optional<QByteArray> m_word;
    qsizetype m_at = 0;
    bool m_inQuotes = false;
};

/// Where a text in double quotes ends, or the text does.
qsizetype closingQuote(const QByteArray &text, qsizetype start)
{
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i;
    }
    return text.size();
}

} // namespace

CommandShell shellOf(const QByteArray &commands)
{
    static const QRegularExpression program(QStringLiteral("^\\s*curl\\.exe\\s+\""));
    if (program.match(QString::fromUtf8(commands.left(4096))).hasMatch())
        return CommandShell::Cmd;
    char before = ' ';
    for (qsizetype i = 0; i < commands.size(); ++i) {
        const char c = commands[i];
        const char next = i + 1 < commands.size() ? commands[i + 1] : '\0';
        if (c == '^' && (next == '"' || next == '\n' || next == '\r'))
            return CommandShell::Cmd;
        // No browser writes an apostrophe around a word for cmd, nor a backslash at a line's end.
        const bool beginsWord = isBlank(before) || before == '\n' || before == '=';
        if ((c == '\'' && (beginsWord || before == '$')) || (c == '\\' && (next == '\n' || next == '\r')))
            return CommandShell::Sh;
        if (c == '"')
            i = closingQuote(commands, i);
        before = c;
    }
    return CommandShell::Sh;
}

Result<WordsOfCommand> commandWordsAt(const QByteArray &text, qsizetype start, CommandShell shell)
{
    if (shell == CommandShell::Sh)
        return ShReader(text, start).read();
    CaretReader reader(text, start);
    const QByteArray line = reader.read();
    // Browsers that write ^" double every backslash, also where the runtime would not halve them again. What
    // they meant is what was sent.
    using Backslashes = RuntimeReader::Backslashes;
    const bool hasCarets = QByteArrayView(text).sliced(start, reader.end() - start).contains("^\"");
    auto words = RuntimeReader(line, hasCarets ? Backslashes::Doubled : Backslashes::AsRuntime).read();
    return words ? Result<WordsOfCommand>(WordsOfCommand {std::move(*words), reader.end()})
                 : std::unexpected(words.error());
}

Result<QByteArrayList> commandWords(const QByteArray &command, CommandShell shell)
{
    auto read = commandWordsAt(command, 0, shell);
    return read ? Result<QByteArrayList>(std::move(read->words)) : std::unexpected(read.error());
}

} // namespace Gatescope
