// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "csvtext.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr std::array delimiters {u',', u';', u'\t', u'|'};
constexpr qsizetype rowsToGuessFrom = 20;
constexpr qsizetype mostCsvProblems = 100;

QString trCsv(const char *text)
{
    return QCoreApplication::translate("Gatescope::CsvText", text);
}

class CsvReader
{
public:
    CsvReader(const QString &text, QChar delimiter, qsizetype maxRows)
        : m_text(text)
        , m_delimiter(delimiter)
        , m_maxRows(maxRows)
    { }

    CsvTable read()
    {
        while (m_at < m_text.size()) {
            if (m_table.rows.size() == m_maxRows) {
                m_table.problems.append(trCsv("Only the first %1 rows are read.").arg(m_maxRows));
                break;
            }
            readRow();
        }
        if (m_untold > 0)
            m_table.problems.append(trCsv("%1 more rows cannot be read and are left out.").arg(m_untold));
        return m_table;
    }

private:
    bool isAt(QChar c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool isAtLineEnd() const { return m_at >= m_text.size() || isAt(u'\n') || isAt(u'\r'); }

    void takeLineEnd()
    {
        if (isAt(u'\r'))
            ++m_at;
        if (isAt(u'\n'))
            ++m_at;
        ++m_line;
    }

    void readRow()
    {
        CsvRow row {m_line, {}};
        m_fault.clear();
        row.cells.append(cell());
        while (isAt(m_delimiter)) {
            ++m_at;
            const QString next = cell();
            if (row.cells.size() <= maxTableColumns) // one more tells
                row.cells.append(next);
        }
        takeLineEnd();
        if (row.cells.size() > maxTableColumns)
            m_fault = trCsv("there are more than %1 cells").arg(maxTableColumns);
        if (!m_fault.isEmpty())
            tellFault(row.line);
        else if (row.cells.size() > 1 || !row.cells.constFirst().trimmed().isEmpty())
            m_table.rows.append(row);
    }

    void tellFault(int line)
    {
        if (m_table.problems.size() < mostCsvProblems)
            m_table.problems.append(trCsv("Line %1: %2. The row is left out.").arg(line).arg(m_fault));
        else
            ++m_untold;
    }

    QString cell() { return isAt(u'"') ? quotedCell() : plainCell(); }

    QString plainCell()
    {
        const qsizetype begin = m_at;
        while (!isAtLineEnd() && !isAt(m_delimiter))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    QString quotedCell()
    {
        QString text;
        ++m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c != u'"') {
                m_line += c == u'\n' || (c == u'\r' && !isAt(u'\n'));
                text += c;
            } else if (isAt(u'"')) {
                ++m_at;
                text += c;
            } else {
                if (!isAtLineEnd() && !isAt(m_delimiter))
                    m_fault = trCsv("text follows a closing quote");
                return text + plainCell();
            }
        }
        m_fault = trCsv("a quote is not closed");
        return text;
    }

    const QString &m_text;
    QChar m_delimiter;
    qsizetype m_maxRows;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_fault; ///< of the row that is read
    qsizetype m_untold = 0; ///< rows with faults
    CsvTable m_table;
};

} // namespace

QString decodedTable(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    const QString text = decoder.decode(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

QChar guessedDelimiter(const QString &text)
{
    QChar best = u',';
    std::pair<qsizetype, qsizetype> bestScore {0, 0};
    for (const QChar delimiter : delimiters) {
        const CsvTable table = readCsv(text, delimiter, rowsToGuessFrom);
        if (table.rows.isEmpty() || table.rows[0].cells.size() < 2)
            continue;
        const qsizetype width = table.rows[0].cells.size();
        const auto even = std::ranges::count_if(
            table.rows, [width](const CsvRow &row) { return row.cells.size() == width; });
        if (const std::pair score {qsizetype(even), width}; score > bestScore) {
            best = delimiter;
            bestScore = score;
        }
    }
    return best;
}

CsvTable readCsv(const QString &text, QChar delimiter, qsizetype maxRows)
{
    return CsvReader(text, delimiter, maxRows).read();
}

QString csvCell(const QString &cell, QChar delimiter, bool isQuoted)
{
    const bool needsQuotes = isQuoted || std::ranges::any_of(cell, [delimiter](QChar c) {
        return c == delimiter || c == u'"' || c == u'\n' || c == u'\r';
    });
    return needsQuotes ? u'"' + QString(cell).replace(u'"', QStringLiteral("\"\"")) + u'"' : cell;
}

} // namespace Gatescope
