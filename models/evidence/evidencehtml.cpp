// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evidencehtml.h"

#include "evidencenames.h"

#include <models/exchangeformats/keyremoval.h>
#include <models/statsig/members.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

struct EvidencePage
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::EvidencePage)
};

/// Colours of its own in either appearance; on paper the light ones.
constexpr const char *pageStyle = R"css(
:root { color-scheme: light dark; --ink: #1d2330; --muted: #5b6576; --line: #d5dae3; --paper: #ffffff; --raised: #f4f6f9; --good: #0f7b45; --bad: #a3402a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaf0; --muted: #9aa5b8; --line: #363f4f; --paper: #161a22; --raised: #1e242f; --good: #58c48d; --bad: #ef9d84; } }
@media print { :root { --ink: #000000; --muted: #444444; --line: #bbbbbb; --paper: #ffffff; --raised: #ffffff; --good: #000000; --bad: #000000; } }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
p.what, small { color: var(--muted); }
p { margin: .25rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 600; white-space: nowrap; }
tr.decides td { background: var(--raised); font-weight: 600; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; white-space: pre-wrap; overflow-wrap: anywhere; }
pre { background: var(--raised); border: 1px solid var(--line); padding: .75rem; margin: .5rem 0; }
p.headline { font-size: 1.1rem; }
tr { break-inside: avoid; }
)css";

QString htmlText(const QString &text)
{
    QString safe;
    for (const QChar c : text.toHtmlEscaped()) {
        // What turns or hides text is shown by its number.
        const bool isHidden = (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            || (c.category() == QChar::Other_Format && c != QChar(0x200d));
        safe += isHidden ? QStringLiteral("[U+%1]").arg(uint(c.unicode()), 4, 16, QLatin1Char('0')).toUpper()
                         : QString(c);
    }
    return safe;
}

QString codeHtml(const QString &text)
{
    return QStringLiteral("<code>%1</code>").arg(htmlText(text));
}

QString evidenceTime(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    return EvidencePage::tr("%1 (%2 UTC)", "local time, UTC")
        .arg(utc.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t")),
            utc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

QString factHtml(const QString &name, const QString &valueHtml)
{
    return valueHtml.isEmpty()
        ? QString()
        : QStringLiteral("<tr><th scope=\"row\">%1</th><td>%2</td></tr>\n").arg(htmlText(name), valueHtml);
}

QString headingHtml(const QString &text)
{
    return QStringLiteral("<h2>%1</h2>\n").arg(htmlText(text));
}

QString answerHtml(const QString &who, const std::optional<EvidenceAnswer> &answer)
{
    if (!answer)
        return factHtml(who, htmlText(EvidencePage::tr("was not asked")));
    QString html = QStringLiteral("<strong>%1</strong>").arg(htmlText(answer->verdict));
    if (!answer->rule.isEmpty())
        html += QStringLiteral(", ") + htmlText(answer->rule);
    if (!answer->source.isEmpty())
        html += QStringLiteral("<br><small>%1</small>").arg(htmlText(answer->source));
    return factHtml(who, html);
}

QString userHtml(const StatsigUser &user)
{
    QString rows;
    const auto document = JsonDocument::parse(user.toJson());
    if (!document)
        return rows;
    const JsonValue root = (*document)->root();
    for (quint32 i = 0; i < root.size(); ++i) {
        const JsonValue member = root.at(i);
        if (!member.isObject()) {
            rows += factHtml(member.key(), codeHtml(textOfJson(jsonCompact(member))));
            continue;
        }
        for (quint32 k = 0; k < member.size(); ++k)
            rows += factHtml(
                member.key() + u'.' + member.at(k).key(), codeHtml(textOfJson(jsonCompact(member.at(k)))));
    }
    return rows;
}

QString rowHtml(const JsonValue &row)
{
    const auto depth = std::min<qint64>(row["depth"].toInt64().value_or(0), 12);
    const QString number = row["number"].isValid() ? row["number"].toInt64().value_or(0) > 0
            ? QString::number(*row["number"].toInt64()) + QStringLiteral(". ")
            : QString()
                                                   : QString();
    QString cells =
        QStringLiteral("<td style=\"padding-left: %1rem\">%2</td>")
            .arg(QString::number(1.25 * double(depth)), htmlText(number + row["text"].toString()));
    for (const char *member : {"user_text", "target_text"})
        cells += QStringLiteral("<td>%1</td>").arg(codeHtml(row[member].toString()));
    const QString note = row["note"].toString();
    cells +=
        QStringLiteral("<td>%1%2</td>")
            .arg(htmlText(row["result_text"].toString()),
                note.isEmpty() ? QString() : QStringLiteral("<br><small>%1</small>").arg(htmlText(note)));
    const QString mark = row["decides"].toBool() ? QStringLiteral(" class=\"decides\"") : QString();
    return QStringLiteral("<tr%1>%2</tr>\n").arg(mark, cells);
}

QString explanationHtml(const QByteArray &explanation)
{
    const auto document = JsonDocument::parse(explanation);
    if (!document)
        return {};
    const JsonValue root = (*document)->root();
    QString html = headingHtml(EvidencePage::tr("Why"))
        + QStringLiteral("<p class=\"headline\">%1</p>\n<p>%2</p>\n")
              .arg(htmlText(root["headline"].toString()), htmlText(root["summary"].toString()));
    for (quint32 i = 0; i < root["buckets"].size(); ++i)
        html += QStringLiteral("<p><small>%1</small></p>\n")
                    .arg(htmlText(root["buckets"].at(i)["text"].toString()));
    html += headingHtml(EvidencePage::tr("Rules"))
        + QStringLiteral(
            "<table><thead><tr><th>%1</th><th>%2</th><th>%3</th><th>%4</th></tr></thead><tbody>\n")
              .arg(htmlText(EvidencePage::tr("Rule or condition")), htmlText(EvidencePage::tr("User")),
                  htmlText(EvidencePage::tr("Target")), htmlText(EvidencePage::tr("Result")));
    for (quint32 i = 0; i < root["rows"].size(); ++i)
        html += rowHtml(root["rows"].at(i));
    return html + QStringLiteral("</tbody></table>\n");
}

QString valueHtml(const QString &title, const std::optional<EvidenceAnswer> &answer)
{
    if (!answer || answer->value.isEmpty())
        return {};
    const auto document = JsonDocument::parse(answer->value);
    const QByteArray indented = document ? jsonIndented((*document)->root()) : answer->value;
    return headingHtml(title) + QStringLiteral("<pre>%1</pre>\n").arg(htmlText(QString::fromUtf8(indented)));
}

QString tableHtml(const QString &rows)
{
    return QStringLiteral("<table><tbody>\n%1</tbody></table>\n").arg(rows);
}

QString factsHtml(const Evidence &evidence)
{
    const QDateTime specs =
        evidence.specsTime > 0 ? QDateTime::fromMSecsSinceEpoch(evidence.specsTime, Qt::UTC) : QDateTime();
    const QString format = [&evidence] {
        const auto document = JsonDocument::parse(evidence.explanation);
        return document ? (*document)->root()["specs"]["format"].toString() : QString();
    }();
    return headingHtml(EvidencePage::tr("Where and when"))
        + tableHtml(factHtml(EvidencePage::tr("Made"), htmlText(evidenceTime(evidence.madeUtc)))
            + factHtml(EvidencePage::tr("Connection"), htmlText(evidence.connection))
            + factHtml(EvidencePage::tr("Endpoint"),
                evidence.address.isEmpty() ? QString() : codeHtml(evidence.address))
            + factHtml(EvidencePage::tr("Tier"), htmlText(evidence.tier))
            + factHtml(EvidencePage::tr("Specs"), htmlText(evidence.specsSource))
            + factHtml(EvidencePage::tr("Specs of"), htmlText(evidenceTime(specs)))
            + factHtml(EvidencePage::tr("Specs format"), htmlText(format))
            + factHtml(EvidencePage::tr("Made by"), htmlText(evidence.program)));
}

/// No tag can end or open in it.
QByteArray scriptJson(QByteArray json)
{
    return json.replace('<', "\\u003c");
}

} // namespace

QByteArray evidenceHtml(const Evidence &evidence)
{
    const QString title = EvidencePage::tr("Evidence: %1").arg(evidence.item.name);
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n"
                       "<title>%2</title>\n<style>%3</style>\n</head>\n<body>\n")
            .arg(htmlText(QLocale().bcp47Name()), htmlText(title), QLatin1String(pageStyle));
    html += QStringLiteral("<h1>%1</h1>\n<p class=\"what\">%2</p>\n")
                .arg(codeHtml(evidence.item.name),
                    htmlText(evidenceName(evidence.item.kind).replace(u'_', u' ')));
    html += headingHtml(EvidencePage::tr("Verdict"))
        + tableHtml(answerHtml(EvidencePage::tr("Server"), evidence.live)
            + answerHtml(EvidencePage::tr("This machine"), evidence.local)
            + factHtml(EvidencePage::tr("Both"), htmlText(evidence.agreement)));
    html += explanationHtml(evidence.explanation);
    html += headingHtml(EvidencePage::tr("User")) + tableHtml(userHtml(evidence.user));
    html += factsHtml(evidence);
    html += valueHtml(EvidencePage::tr("The server's answer"), evidence.live);
    html += valueHtml(EvidencePage::tr("The value of this machine"), evidence.local);
    html += QStringLiteral("<p><small>%1</small></p>\n")
                .arg(htmlText(EvidencePage::tr("Open this file in Gatescope to ask the same again.")));
    const QByteArray data = "<script type=\"application/json\" id=\"gatescope-evidence\">"
        + scriptJson(evidenceJson(evidence)) + "</script>\n</body>\n</html>\n";
    return withoutKeys(html.toUtf8()) + data;
}

} // namespace Gatescope
