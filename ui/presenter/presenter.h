// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>
#include <models/privacy/disguise.h>

#include <QObject>

#include <memory>

namespace Gatescope {

/// Presenter mode: while it is on, pseudonyms stand for all that tells of somebody, in whatever is shown,
/// copied and exported. What is evaluated, sent and saved stays as it is. The one of the program, as Theme
/// is: every widget that shows data asks it, and again on changed(). UI thread.
class Presenter : public QObject
{
    Q_OBJECT
public:
    static Presenter &instance();

    bool isOn() const { return m_isOn; }
    void setOn(bool on);

    /// Teaches what is to be hidden; nothing while the mode is off, when it is asked for by teachersWanted().
    void learn(const PersonalValues &values);
    bool isTaught() const { return m_isOn || m_isLearning; } ///< learn() is not in vain

    /// \name What is shown for it: itself while the mode is off
    /// @{
    QString text(const QString &text) const; ///< as Disguise::text()
    QString value(const QString &text) const; ///< as Disguise::value()
    QByteArray json(const QByteArray &json) const;
    Phrases phrases(const Phrases &phrases) const;
    QString words(const Phrases &phrases) const { return plainText(this->phrases(phrases)); }
    Exchange exchange(const Exchange &exchange) const;
    /// @}
    /// For what is somebody's by where it stands; of no use while the mode is off.
    const Disguise &disguise() const { return *m_disguise; }
    /// As it is now, for a worker or for later; null while the mode is off.
    DisguisePtr kept() const { return m_isOn ? m_disguise : nullptr; }

Q_SIGNALS:
    void teachersWanted(); ///< it is about to be on: learn() is to be told all there is
    void changed(); ///< it was switched, or there is more to be hidden

private:
    explicit Presenter(QObject *parent = nullptr);

    std::shared_ptr<Disguise> m_disguise = std::make_shared<Disguise>();
    bool m_isOn = false;
    bool m_isLearning = false; ///< about to be on
};

/// Puts a text, JSON or not, on the clipboard as it is shown.
void copyText(const QString &text);
inline void copyText(const QByteArray &utf8)
{
    copyText(QString::fromUtf8(utf8));
}

} // namespace Gatescope
