// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"
#include "verdicts.h"

#include <models/json/jsondocument.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QDir>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Fuzz;
using namespace Gatescope::Test;

/// A payload with one value of the wrong type, for every value and every type: refused with a sentence, or
/// compiled and evaluated with every promise kept.
class TstWrongTypes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void seedsWithOneWrongValue_data();
    void seedsWithOneWrongValue();
    void sampleWithOneWrongValue();
};

namespace {

constexpr const char *replacements[] {"null", "true", "false", "1e400", R"("x")", R"([""])", R"({"a":1})"};

QByteArray withNode(const JsonValue &node, const char *replacement)
{
    const std::string_view source = node.document()->source();
    const std::string_view raw = node.rawText();
    return QByteArray(source.data(), qsizetype(source.size()))
        .replace(raw.data() - source.data(), qsizetype(raw.size()), QByteArray(replacement));
}

std::string placeOf(const JsonValue &node, const char *replacement, const Complaint &complaint)
{
    return node.jsonPath().toStdString() + " = " + replacement + ": " + complaint;
}

} // namespace

void TstWrongTypes::seedsWithOneWrongValue_data()
{
    QTest::addColumn<QString>("file");
    const QDir seeds(QStringLiteral(GATESCOPE_SOURCE_DIR "/tests/fuzz/seeds/evaluator"));
    for (const QFileInfo &file : seeds.entryInfoList(QDir::Files))
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

void TstWrongTypes::seedsWithOneWrongValue()
{
    QFETCH(QString, file);
    QList<QByteArray> parts = readFile(file).split(partSeparator).first(2);
    for (QByteArray &part : parts) { // the payload, then a user
        const JsonDocumentPtr document = JsonDocument::parse(part).value();
        const QByteArray sound = part;
        for (JsonDocument::Id id = 0; id < document->nodeCount(); ++id) {
            for (const char *replacement : replacements) {
                const JsonValue node(document.get(), id);
                part = withNode(node, replacement);
                const Complaint complaint = fuzzEvaluator(parts.join(partSeparator));
                QVERIFY2(complaint.empty(), placeOf(node, replacement, complaint).c_str());
            }
        }
        part = sound;
    }
}

/// Every value, each time with the next of the types; three users, every entity.
void TstWrongTypes::sampleWithOneWrongValue()
{
    const QByteArray sample =
        readFile(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-project.json"));
    const JsonDocumentPtr document = JsonDocument::parse(sample).value();
    QList<EvaluationUser> users;
    for (const char *user : {R"({"userID":"u-1","email":"a@shop.example","country":"DE"})",
             R"({"userID":"u-2","custom":{"plan":"gold"},"appVersion":"4.12.1"})", "{}"})
        users << EvaluationUser(JsonDocument::parse(user).value());
    for (JsonDocument::Id id = 0; id < document->nodeCount(); ++id) {
        const JsonValue node(document.get(), id);
        const char *replacement = replacements[id % std::size(replacements)];
        const auto project = Project::compile(JsonDocument::parse(withNode(node, replacement)).value());
        if (!project) {
            QVERIFY(!project.error().message.isEmpty());
            continue;
        }
        const Evaluator evaluator(*project);
        for (std::uint32_t i = 0; i < (*project)->specs().size(); ++i) {
            for (const EvaluationUser &user : users) {
                const Complaint complaint = checkVerdict(evaluator.evaluate(i, user));
                QVERIFY2(complaint.empty(), placeOf(node, replacement, complaint).c_str());
            }
        }
    }
}

GATESCOPE_TEST(TstWrongTypes)
#include "tst_wrongtypes.moc"
