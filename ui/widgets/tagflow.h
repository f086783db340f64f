// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QStringList>
#include <QWidget>

namespace Gatescope {

/// Identifiers in small boxes, in as many lines as the width needs. At most `maxShown` are drawn; the last
/// box then counts the others.
class TagFlow : public QWidget
{
    Q_OBJECT
public:
    explicit TagFlow(const QString &accessibleName, QWidget *parent = nullptr);

    void setTags(const QStringList &tags);
    const QStringList &tags() const { return m_tags; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static constexpr qsizetype maxShown = 24;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Box
    {
        QRect place;
        QString text;
    };
    QList<Box> boxes(int width) const;
    int boxHeight() const;
    void applyTheme();

    QString m_accessibleName;
    QStringList m_tags;
};

} // namespace Gatescope
