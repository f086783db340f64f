// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "splitterstate.h"

#include <models/ports/preferences.h>
#include <ui/theme/theme.h>

#include <QEvent>
#include <QSplitter>

namespace Gatescope {

namespace {

class SplitterKeeper : public QObject
{
public:
    SplitterKeeper(QSplitter *splitter, Preferences &preferences, QString key, QList<int> defaultSizes)
        : QObject(splitter)
        , m_splitter(splitter)
        , m_preferences(preferences)
        , m_key(std::move(key))
        , m_defaultSizes(std::move(defaultSizes))
    {
        for (int i = 1; i < splitter->count(); ++i)
            splitter->handle(i)->installEventFilter(this);
        connect(splitter, &QSplitter::splitterMoved, this, &SplitterKeeper::save);
    }

    void restore()
    {
        if (!m_splitter->restoreState(m_preferences.viewState(m_key)))
            restoreDefault();
        m_splitter->setChildrenCollapsible(false); // the state carries this too
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::MouseButtonDblClick)
            return QObject::eventFilter(watched, event);
        restoreDefault();
        save();
        return true;
    }

private:
    void restoreDefault()
    {
        QList<int> sizes;
        for (const int size : std::as_const(m_defaultSizes))
            sizes << Theme::instance().scaled(size);
        m_splitter->setSizes(sizes);
    }

    void save() { m_preferences.setViewState(m_key, m_splitter->saveState()); }

    QSplitter *m_splitter;
    Preferences &m_preferences;
    QString m_key;
    QList<int> m_defaultSizes;
};

} // namespace

void rememberSplitter(
    QSplitter *splitter, Preferences &preferences, const QString &key, const QList<int> &defaultSizes)
{
    splitter->setChildrenCollapsible(false);
    auto *keeper = new SplitterKeeper(splitter, preferences, QStringLiteral("splitter/") + key, defaultSizes);
    keeper->restore();
}

} // namespace Gatescope
