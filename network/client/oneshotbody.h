// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIODevice>

namespace Gatescope {

/// A request body that can be read once.
///
/// Qt's network manager sends a request again when the peer hangs up before answering, but only if it can
/// rewind the body. This one cannot be rewound, so that a POST is never doubled.
class OneShotBody : public QIODevice
{
    Q_OBJECT
public:
    explicit OneShotBody(QByteArray body, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    bool seek(qint64) override
    {
        return false;
    } ///< without QIODevice's warning: it is tried at every broken call
    bool atEnd() const override { return bytesAvailable() == 0; }
    /// The transport has taken all of it.
    bool isSpent() const { return m_position == m_body.size(); }

Q_SIGNALS:
    /// The transport takes bytes: the connection is up.
    void taken();

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_body;
    qint64 m_position = 0;
};

} // namespace Gatescope
