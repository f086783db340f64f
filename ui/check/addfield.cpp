// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "addfield.h"

#include <models/items/entitystatus.h>
#include <ui/entityicons.h>
#include <ui/widgets/celldelegate.h>

#include <QAction>
#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QRegularExpression>

namespace Gatescope {

namespace {

/// Kinds a server can be asked about by a name alone.
constexpr std::array askableKinds {
    EntityKind::Gate, EntityKind::DynamicConfig, EntityKind::Experiment, EntityKind::Layer};

class NameCells : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto kind = [&index] { return EntityKind(index.data(NamesModel::KindRole).toInt()); };
        switch (role) {
        case CellRole::Icon:
            return toVariant(iconOf(kind()));
        case CellRole::Font:
            return toVariant(Theme::Font::Mono);
        case CellRole::Note:
            return kindWords(kind());
        case CellRole::NoteColor:
            return toVariant(Theme::Color::TextMuted);
        default:
            return QIdentityProxyModel::data(index, role);
        }
    }
};

} // namespace

QStringList namesIn(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[\\n\\r,;\\t]"));
    QStringList names;
    for (QString name : text.split(separator, Qt::SkipEmptyParts)) {
        name = name.trimmed();
        while (name.size() > 1 && (name.startsWith(u'"') || name.startsWith(u'\''))
            && name.endsWith(name.front()))
            name = name.mid(1, name.size() - 2).trimmed();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

AddField::AddField(QWidget *parent)
    : QLineEdit(parent)
    , m_model(new NamesModel(this))
    , m_completer(new QCompleter(this))
{
    setPlaceholderText(tr("Add a gate, config, experiment or layer"));
    setAccessibleName(placeholderText());
    setObjectName(QStringLiteral("addField"));
    addAction(Theme::instance().icon(Theme::Icon::Add), LeadingPosition);
    auto *cells = new NameCells(this);
    cells->setSourceModel(m_model);
    auto *popup = new QListView(this);
    m_completer->setModel(cells);
    m_completer->setPopup(popup);
    popup->setItemDelegate(new CellDelegate(popup));
    popup->setUniformItemSizes(true);
    popup->setAccessibleName(tr("Names in the specs"));
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, &AddField::complete);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) {
            const CheckItem item = m_model->item(index.row());
            clear();
            Q_EMIT itemsAdded({item});
        });
}

void AddField::setNames(const EntityNamesPtr &names)
{
    m_names = names;
    m_model->setNames(names);
}

void AddField::complete()
{
    const QString typed = text().trimmed();
    m_model->setQuery(typed);
    if (typed.isEmpty() || m_model->rowCount() == 0)
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void AddField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        return event->ignore();
    if (event->matches(QKeySequence::Paste) && namesIn(QGuiApplication::clipboard()->text()).size() > 1)
        return pasteList();
    if (isEnter && !text().trimmed().isEmpty()) {
        m_completer->popup()->hide();
        return take(text());
    }
    if (event->key() == Qt::Key_Down && text().isEmpty() && m_names) {
        m_model->setQuery({});
        return m_completer->complete();
    }
    QLineEdit::keyPressEvent(event);
}

void AddField::pasteList()
{
    take(QGuiApplication::clipboard()->text());
}

void AddField::take(const QString &text)
{
    CheckItems known;
    QStringList unknown;
    for (const QString &name : namesIn(text)) {
        const CheckItems named = m_names ? m_names->named(name) : CheckItems();
        known += named;
        if (named.isEmpty())
            unknown.append(name);
    }
    if (!known.isEmpty())
        Q_EMIT itemsAdded(known);
    if (unknown.isEmpty())
        return clear();
    setText(unknown.join(QStringLiteral(", ")));
    askKind(unknown);
}

/// One question for all names: a list from somewhere else is usually of one kind.
void AddField::askKind(const QStringList &names)
{
    delete m_kindMenu;
    m_kindMenu = new QMenu(this);
    m_kindMenu->setObjectName(QStringLiteral("kindMenu"));
    for (const EntityKind kind : askableKinds) {
        const QString words = names.size() == 1
            ? tr("Add as %1").arg(kindWords(kind))
            : tr("Add %1 names as %2").arg(names.size()).arg(kindPlural(kind).toLower());
        QAction *action = m_kindMenu->addAction(Theme::instance().icon(iconOf(kind)), words);
        connect(action, &QAction::triggered, this, [this, names, kind] {
            CheckItems items;
            for (const QString &name : names)
                items.append({kind, name});
            clear();
            Q_EMIT itemsAdded(items);
        });
    }
    m_kindMenu->setActiveAction(m_kindMenu->actions().constFirst());
    m_kindMenu->popup(mapToGlobal(QPoint(0, height())));
}

} // namespace Gatescope
