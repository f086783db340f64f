// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Gatescope {

/// The collapsed composer: 40 px with the user's name upwards; pressing it anywhere opens the composer.
class ComposerStrip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ComposerStrip(QWidget *parent = nullptr);

    void setUserName(const QString &name);
    void setHasWarnings(bool warnings);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_userName;
    bool m_hasWarnings = false;
};

} // namespace Gatescope
