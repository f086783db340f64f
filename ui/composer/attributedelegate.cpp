// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "attributedelegate.h"

#include "attributemodel.h"

#include <ui/theme/paint.h>

#include <QComboBox>
#include <QLineEdit>

namespace Gatescope {

namespace {

bool isBooleanValue(const QModelIndex &index)
{
    const QModelIndex type = index.siblingAtColumn(AttributeModel::Type);
    return index.column() == AttributeModel::Value
        && type.data(Qt::EditRole).toInt() == int(ValueType::Boolean);
}

} // namespace

void AttributeDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem quiet = option;
    quiet.state.setFlag(QStyle::State_Selected, false); // one cell is current, nothing is selected
    CellDelegate::paint(painter, quiet, index);
    if (index.column() == AttributeModel::Remove) {
        const bool near =
            option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_HasFocus);
        Paint::icon(*painter, option.rect, Theme::Icon::Close,
            near ? Theme::Color::Text : Theme::Color::TextMuted, Theme::instance().scaled(12));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        Paint::focusRing(*painter, option.rect, 0);
}

QWidget *AttributeDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    QWidget *editor = nullptr;
    if (index.column() == AttributeModel::Type || isBooleanValue(index)) {
        editor = createChoice(parent, index);
    } else {
        auto *line = new QLineEdit(parent);
        line->setFrame(false);
        line->setFont(Theme::instance().font(Theme::Font::Mono));
        line->setTextMargins(Theme::instance().scaled(5), 0, Theme::instance().scaled(5), 0);
        editor = line;
    }
    editor->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    return editor;
}

QWidget *AttributeDelegate::createChoice(QWidget *parent, const QModelIndex &index) const
{
    auto *choice = new QComboBox(parent);
    choice->setFrame(false);
    if (index.column() == AttributeModel::Type) {
        for (const ValueType type : valueTypes)
            choice->addItem(valueTypeName(type), int(type));
    } else {
        for (const char *value : {"true", "false"})
            choice->addItem(QString::fromLatin1(value), QString::fromLatin1(value));
    }
    // A choice is made when it is made; nobody presses Enter after picking from a list.
    auto *self = const_cast<AttributeDelegate *>(this);
    connect(choice, &QComboBox::activated, self, [self, choice] {
        Q_EMIT self->commitData(choice);
        Q_EMIT self->closeEditor(choice);
    });
    return choice;
}

void AttributeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(qMax(0, choice->findData(index.data(Qt::EditRole))));
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(index.data(Qt::EditRole).toString());
}

void AttributeDelegate::setModelData(
    QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentData());
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text());
}

void AttributeDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

} // namespace Gatescope
