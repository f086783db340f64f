// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsoncells.h"

#include "cellroles.h"
#include "lazymime.h"

#include <models/items/jsontreemodel.h>
#include <models/privacy/personalvalues.h>

#include <QBrush>
#include <QLocale>

namespace Gatescope {

namespace {

/// design.md, "Tokens": text pass, numbers and booleans undetermined, counts muted.
Theme::Color valueColor(JsonValue::Kind kind)
{
    switch (kind) {
    case JsonValue::Kind::String:
        return Theme::Color::Pass;
    case JsonValue::Kind::Number:
    case JsonValue::Kind::True:
    case JsonValue::Kind::False:
        return Theme::Color::Undetermined;
    default:
        return Theme::Color::TextMuted;
    }
}

/// Of what is large enough to think twice before it is unfolded.
QVariant sizeWords(const QVariant &bytes)
{
    constexpr qulonglong large = 1'000;
    if (bytes.toULongLong() < large)
        return {};
    const QString size = QLocale().formattedDataSize(bytes.toLongLong(), 1, QLocale::DataSizeSIFormat);
    return QString(u", " + size);
}

const char jsonType[] = "application/json";

} // namespace

QVariant JsonCells::data(const QModelIndex &index, int role) const
{
    const int column = index.column();
    if (role == CellRole::Font && column != JsonTreeModel::TypeColumn)
        return toVariant(Theme::Font::Mono);
    if (role == CellRole::TextColor && column == JsonTreeModel::ValueColumn)
        return toVariant(valueColor(JsonValue::Kind(index.data(JsonTreeModel::KindRole).toInt())));
    if (role == CellRole::TextColor && column == JsonTreeModel::TypeColumn)
        return toVariant(Theme::Color::TextMuted);
    if (role == CellRole::Personal && column == JsonTreeModel::ValueColumn)
        return personalKind(index);
    if (role == CellRole::Suffix && column == JsonTreeModel::ValueColumn)
        return sizeWords(index.data(JsonTreeModel::SizeRole));
    if (role == Qt::BackgroundRole && index.data(JsonTreeModel::IsFoundRole).toBool())
        return QBrush(Theme::instance().color(Theme::Color::AccentSoft));
    return FlatCells::data(index, role);
}

PersonalKind JsonCells::kindWithin(const JsonValue &value) const
{
    const PersonalKind kind = personalKindWithin(value);
    return kind ? kind : m_within;
}

QVariant JsonCells::personalKind(const QModelIndex &index) const
{
    const JsonValue value = static_cast<const JsonTreeModel *>(sourceModel())->value(mapToSource(index));
    const PersonalKind kind = value.isString() || value.isNumber() ? kindWithin(value) : PersonalKind();
    return kind ? QVariant(int(*kind)) : QVariant();
}

Qt::ItemFlags JsonCells::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = FlatCells::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList JsonCells::mimeTypes() const
{
    return {QStringLiteral("text/plain"), QLatin1String(jsonType)};
}

QMimeData *JsonCells::mimeData(const QModelIndexList &indexes) const
{
    const auto *model = qobject_cast<const JsonTreeModel *>(sourceModel());
    const JsonValue value = indexes.isEmpty() ? JsonValue() : model->value(mapToSource(indexes.first()));
    if (!value.isValid())
        return nullptr;
    auto *mime = new LazyMime(kindWithin(value));
    const JsonDocumentPtr document = model->document(); // which the value lives in
    mime->offerText([document, value] { return jsonPlainText(value); });
    mime->offer(QLatin1String(jsonType), [document, value] {
        const std::string_view raw = value.rawText();
        return QVariant(QByteArray(raw.data(), qsizetype(raw.size())));
    });
    return mime;
}

} // namespace Gatescope
