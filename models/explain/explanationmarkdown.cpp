// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "explanationmarkdown.h"
#include "explanationuser.h"
#include "markdowntext.h"

#include <models/evaluation/targetwords.h>
#include <models/items/entitystatus.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

constexpr int deepestRow = 16;
constexpr qsizetype longestJson = 20'000;

class MarkdownWriter
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ExplanationMarkdown)
public:
    MarkdownWriter(const Explanation &explanation, const QString &program, const QString &server)
        : m_explanation(explanation)
        , m_program(program)
        , m_server(server)
    { }

    QString write();

private:
    void writeHead();
    void writeRows();
    void writeRow(const ExplanationRow &row, const QString &indent, const QString &marker);
    void writeBuckets();
    void writeValue();
    void writeUser();
    void block(const QString &json);
    void writeSource();
    void heading(const QString &text) { m_text += QStringLiteral("\n#### ") + text + QStringLiteral("\n\n"); }
    QString ruleText(const ExplanationRow &row) const;
    QString conditionText(const ExplanationRow &row) const;
    QString bucketText(const BucketFact &fact) const;

    const Explanation &m_explanation;
    const QString &m_program;
    const QString &m_server;
    QString m_text;
};

QString MarkdownWriter::write()
{
    writeHead();
    writeRows();
    writeBuckets();
    writeValue();
    writeUser();
    writeSource();
    return m_text;
}

void MarkdownWriter::writeHead()
{
    m_text = QStringLiteral("### %1: %2\n\n")
                 .arg(markdownCode(m_explanation.name), markdownWords(verdictText(m_explanation)));
    m_text += markdownPhrases(m_explanation.headline) + u'\n';
    if (!m_explanation.summary.isEmpty())
        m_text += u'\n' + markdownWords(m_explanation.summary) + u'\n';
    if (!m_server.isEmpty())
        m_text += u'\n' + markdownBold(tr("Server:")) + u' ' + markdownWords(m_server) + u'\n';
}

void MarkdownWriter::writeRows()
{
    const ExplanationRows &rows = m_explanation.rows;
    if (rows.empty())
        return;
    heading(tr("Rules"));
    std::vector<QString> indents(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ExplanationRow &row = rows[i];
        if (row.depth > deepestRow)
            continue;
        const QString indent = row.parent == ExplanationRow::none ? QString() : indents[row.parent];
        const QString marker =
            row.number > 0 ? QString::number(row.number) + QStringLiteral(". ") : QStringLiteral("- ");
        indents[i] = indent + QString(marker.size(), u' ');
        writeRow(row, indent, marker);
        if (row.depth == deepestRow && !row.children.empty())
            m_text += indents[i] + tr("- … (nested deeper)") + u'\n';
    }
}

void MarkdownWriter::writeRow(const ExplanationRow &row, const QString &indent, const QString &marker)
{
    const bool isRule = row.kind == ExplanationRow::Kind::Rule;
    m_text += indent + marker + (isRule ? ruleText(row) : conditionText(row)) + u'\n';
}

QString MarkdownWriter::ruleText(const ExplanationRow &row) const
{
    Phrases title = row.title;
    for (Phrase &phrase : title) {
        if (phrase.style == Phrase::Style::Plain)
            phrase.style = Phrase::Style::Strong;
    }
    QString text = markdownPhrases(title);
    if (!row.id.isEmpty() && row.id != plainText(row.title))
        text = tr("%1 (rule ID %2)").arg(text, markdownCode(row.id));
    text = tr("%1: %2").arg(text, markdownWords(row.resultText));
    return row.decides && row.depth == 0 ? tr("%1. **Decides.**").arg(text) : text;
}

/// A cell's value, and what stands muted behind it in brackets.
QString valueText(Phrases phrases, const QString &where = {})
{
    QStringList remarks;
    if (phrases.size() > 1 && phrases.last().style == Phrase::Style::Muted)
        remarks += phrases.takeLast().text.remove(u',').trimmed();
    if (!where.isEmpty() && !remarks.contains(where))
        remarks += where;
    const QString value = markdownPhrases(phrases);
    return remarks.isEmpty()
        ? value
        : value + QStringLiteral(" (") + markdownWords(remarks.join(QStringLiteral(", "))) + u')';
}

QString MarkdownWriter::conditionText(const ExplanationRow &row) const
{
    const bool isPlace = row.source != ValueSource::Nowhere && row.source != ValueSource::Bucket;
    QString text = markdownPhrases(row.title);
    if (!row.target.isEmpty())
        text += u' ' + valueText(row.target);
    if (!row.user.isEmpty())
        text = tr("%1; this user: %2").arg(text, valueText(row.user, isPlace ? row.where : QString()));
    text = tr("%1. **%2**").arg(text, markdownWords(row.resultText));
    return row.note.isEmpty() ? text : tr("%1, %2").arg(text, markdownPhrases(row.note));
}

QString MarkdownWriter::bucketText(const BucketFact &fact) const
{
    return tr("%1: %2. The first 8 bytes of the SHA-256 of %3 are %4, and %4 mod %5 = %6.")
        .arg(markdownBold(fact.title), markdownWords(fact.sentence), markdownCode(fact.hashedText),
            QString::number(fact.hash), QString::number(fact.modulus), QString::number(fact.bucket));
}

/// Those that decided; of an answer that hangs on none, nothing.
void MarkdownWriter::writeBuckets()
{
    bool isFirst = true;
    for (const BucketFact &fact : m_explanation.buckets) {
        if (!fact.decides)
            continue;
        if (isFirst)
            heading(tr("Buckets"));
        isFirst = false;
        m_text += QStringLiteral("- ") + bucketText(fact) + u'\n';
    }
}

/// What configs, experiments and layers give.
void MarkdownWriter::writeValue()
{
    const Verdict &verdict = m_explanation.verdict;
    if (!verdict.isDetermined() || m_explanation.ref.table == SpecTable::FeatureGates)
        return;
    const auto document = JsonDocument::parse(verdict.json);
    if (!document || !(*document)->root().isObject() || (*document)->root().size() == 0)
        return;
    heading(tr("Value"));
    block(QString::fromUtf8(jsonIndented((*document)->root())));
}

void MarkdownWriter::writeUser()
{
    heading(tr("User"));
    const QByteArray compact = userWithoutPrivate(m_explanation.user->json());
    const auto document = JsonDocument::parse(compact);
    block(QString::fromUtf8(document ? jsonIndented((*document)->root()) : compact));
}

void MarkdownWriter::block(const QString &json)
{
    const bool isLong = json.size() > longestJson;
    m_text +=
        markdownBlock(QStringLiteral("json"), isLong ? json.left(longestJson) + QStringLiteral("\n…") : json);
}

void MarkdownWriter::writeSource()
{
    const Project &project = *m_explanation.project;
    QStringList facts {project.time() > 0
            ? tr("Computed locally from specs of %1").arg(momentText(project.time()))
            : tr("Computed locally from specs without a time")};
    facts += project.format() == Project::Format::V1 ? QStringLiteral("dcs-v1") : QStringLiteral("dcs-v2");
    if (m_explanation.spec) {
        const JsonValue version = project.specs()[*m_explanation.spec].source.member("version");
        if (version.isNumber())
            facts += tr("version %1 of this %2")
                         .arg(QString::fromUtf8(jsonCompact(version)), kindWords(m_explanation.kind));
    }
    if (!m_program.isEmpty())
        facts += m_program;
    m_text += u'\n' + markdownWords(facts.join(QStringLiteral(", "))) + QStringLiteral(".\n");
}

} // namespace

QString explanationMarkdown(const Explanation &explanation, const QString &program, const QString &server)
{
    return MarkdownWriter(explanation, program, server).write();
}

} // namespace Gatescope
