// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkmodel.h>

#include <QObject>
#include <QTimer>

namespace Gatescope {

class LocalVerdicts;

/// Compares the answers of the server and of this machine on a worker as they come into the model. UI thread.
class AnswerComparer : public QObject
{
    Q_OBJECT
public:
    AnswerComparer(CheckModel &model, const LocalVerdicts &verdicts, QObject *parent = nullptr);

    void compare(); ///< what came since; several calls are one

Q_SIGNALS:
    void compared();

private:
    void start();

    CheckModel &m_model;
    const LocalVerdicts &m_verdicts;
    QTimer m_soon;
};

} // namespace Gatescope
