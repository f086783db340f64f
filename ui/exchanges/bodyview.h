// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bodytext.h"

#include <QWidget>

namespace Gatescope {

class CodeView;

/// A request or response body to read and copy. It is indented on a worker; another body silences the one
/// before.
class BodyView : public QWidget
{
    Q_OBJECT
public:
    explicit BodyView(const QString &accessibleName, QWidget *parent = nullptr);

    /// `emptyText` stands where the body is empty.
    void setBody(const QByteArray &body, const QString &emptyText);

private:
    void take(const BodyText &text);

    CodeView *m_code;
    QByteArray m_body;
    quint64 m_token = 0;
};

} // namespace Gatescope
