// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "presenter.h"

#include "covers.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>

namespace Gatescope {

Presenter::Presenter(QObject *parent)
    : QObject(parent)
{ }

Presenter &Presenter::instance()
{
    // With the application, as what it watches over is.
    static QPointer<Presenter> presenter;
    if (!presenter) {
        presenter = new Presenter(QCoreApplication::instance());
        new Covers(*presenter);
    }
    return *presenter;
}

void Presenter::setOn(bool on)
{
    if (on == m_isOn)
        return;
    if (on) {
        m_isLearning = true;
        Q_EMIT teachersWanted();
        m_isLearning = false;
    }
    m_isOn = on;
    Q_EMIT changed();
}

void Presenter::learn(const PersonalValues &values)
{
    if (!isTaught() || m_disguise->knows(values))
        return;
    if (m_disguise.use_count() > 1) // what a worker has stays as it was
        m_disguise = std::make_shared<Disguise>(*m_disguise);
    m_disguise->learn(values);
    if (m_isOn)
        Q_EMIT changed();
}

QString Presenter::text(const QString &text) const
{
    return m_isOn ? m_disguise->text(text) : text;
}

QString Presenter::value(const QString &text) const
{
    return m_isOn ? m_disguise->value(text) : text;
}

QByteArray Presenter::json(const QByteArray &json) const
{
    return m_isOn ? m_disguise->json(json) : json;
}

Phrases Presenter::phrases(const Phrases &phrases) const
{
    if (!m_isOn)
        return phrases;
    Phrases shown = phrases;
    for (Phrase &phrase : shown)
        phrase.text = phrase.style == Phrase::Style::Code ? value(phrase.text) : text(phrase.text);
    return shown;
}

Exchange Presenter::exchange(const Exchange &exchange) const
{
    return m_isOn ? disguised(exchange, *m_disguise) : exchange;
}

void copyText(const QString &text)
{
    const Presenter &presenter = Presenter::instance();
    QGuiApplication::clipboard()->setText(
        presenter.isOn() ? QString::fromUtf8(presenter.json(text.toUtf8())) : text);
}

} // namespace Gatescope
