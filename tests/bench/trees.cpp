// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// bench_trees: a generated initialize response of 50 MB in a tree, on an offscreen window; one JSON object a
// row.

#include "bigresponse.h"
#include "measure.h"

#include <models/json/jsonsearch.h>
#include <ui/theme/theme.h>
#include <ui/widgets/jsontreeview.h>

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardItemModel>
#include <QTreeView>

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>

using namespace Gatescope;

namespace {

constexpr int runs = 5;
const char needle[] = "checkout_77";

double millisecondsOf(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = cpuTime();
        work();
        times.push_back(double((cpuTime() - start).count()) / 1e6);
    }
    std::ranges::sort(times);
    return times[runs / 2];
}

void row(const char *name, double value, double ratio, const char *versus, const char *aim, bool isMet)
{
    printRow({name, value, "ms", ratio, versus, aim, isMet});
}

void fill(QStandardItem *parent, const QString &name, const QJsonValue &value)
{
    auto *item = new QStandardItem(name);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            fill(item, it.key(), it.value());
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            fill(item, QString::number(i), array.at(i));
    }
    parent->appendRow({item, new QStandardItem(value.toVariant().toString())});
}

double usualTree(const QByteArray &json, QTreeView &view)
{
    const auto start = cpuTime();
    QStandardItemModel model;
    fill(model.invisibleRootItem(), QStringLiteral("answer"), QJsonDocument::fromJson(json).object());
    view.setModel(&model);
    view.expandToDepth(0);
    view.grab();
    const double time = double((cpuTime() - start).count()) / 1e6;
    view.setModel(nullptr);
    return time;
}

qint64 countedByBytes(const QByteArray &json)
{
    qint64 count = 0;
    const char *at = json.constData();
    const char *end = at + json.size();
    const std::size_t length = std::strlen(needle);
    while ((at = static_cast<const char *>(memmem(at, std::size_t(end - at), needle, length)))) {
        ++count;
        at += length;
    }
    return count;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme::install({});
    const QByteArray json = generatedResponse();
    const JsonDocumentPtr document = *JsonDocument::parse(json);

    JsonTreeView tree(QStringLiteral("Answer"));
    tree.resize(1000, 700);
    tree.show();
    const double toPaint = millisecondsOf([&] {
        tree.setDocument(*JsonDocument::parse(json));
        tree.grab();
    });
    const double dom = millisecondsOf([&] {
        simdjson::dom::parser parser;
        if (parser.parse(json.constData(), std::size_t(json.size())).error() != simdjson::SUCCESS)
            std::abort();
    });
    row("50 MB in a tree: bytes to first paint", toPaint, toPaint / dom, "simdjson's DOM of the same bytes",
        "ratio <= 1.5", toPaint / dom <= 1.5);
    QTreeView view;
    view.resize(1000, 700);
    view.show();
    const double usual = usualTree(json, view);
    row("50 MB in a tree: the same", toPaint, usual / toPaint, "QStandardItemModel of QJsonDocument, once",
        "ratio >= 20", usual / toPaint >= 20);

    qint64 counted = 0;
    const double bytes = millisecondsOf([&] { counted = countedByBytes(json); });
    for (const bool matchesCase : {true, false}) {
        std::size_t found = 0;
        const JsonQuery query {
            QString::fromLatin1(needle), JsonQuery::How::Text, JsonQuery::Where::Everywhere, matchesCase};
        const double search =
            millisecondsOf([&] { found = findInJson(document->root(), query)->nodes.size(); });
        if (qint64(found) != counted)
            return 1;
        row(matchesCase ? "50 MB searched, the case matters" : "50 MB searched, whatever the case", search,
            search / bytes, "one memmem pass over the bytes", "ratio <= 2", search / bytes <= 2);
    }

    tree.setDocument(document);
    const double unfold = millisecondsOf([&] {
        tree.unfoldTo(100);
        tree.grab();
    });
    row("50 MB unfolded as far as 100,000 rows, painted", unfold, unfold / 100, "100 ms", "ratio <= 1",
        unfold <= 100);
    const double fold = millisecondsOf([&] {
        tree.unfoldTo(0);
        tree.grab();
    });
    row("50 MB folded, painted", fold, fold / 100, "100 ms", "ratio <= 1", fold <= 100);
    return 0;
}
