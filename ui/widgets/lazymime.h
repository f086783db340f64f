// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/privacy/disguise.h>

#include <QMimeData>

#include <functional>
#include <utility>
#include <vector>

namespace Gatescope {

/// Content for the clipboard or a drag that is made when somebody takes it: it may be megabytes, and nobody
/// may want it.
class LazyMime : public QMimeData
{
    Q_OBJECT
public:
    using Make = std::function<QVariant()>;

    /// `within`: all of it is somebody's, see Disguise::json().
    explicit LazyMime(PersonalKind within = {})
        : m_within(within)
    { }

    /// Of "text/plain" a QString, of others a QByteArray. UI thread, as often as it is taken. What is offered
    /// in presenter mode has pseudonyms.
    void offer(const QString &format, Make make);
    void offerText(std::function<QString()> make);

    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString &format, QMetaType type) const override;

private:
    std::vector<std::pair<QString, Make>> m_offers;
    const PersonalKind m_within;
    DisguisePtr m_disguise;
};

} // namespace Gatescope
