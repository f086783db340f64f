// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace Gatescope {

/// The pages down the left edge, and the settings below them. Up and down move between pages.
class PageRail : public QWidget
{
    Q_OBJECT
public:
    explicit PageRail(QWidget *parent = nullptr);

    void addPage(Theme::Icon icon, const QString &word, const QString &toolTip);
    void setCurrent(int index);

Q_SIGNALS:
    void pageChosen(int index);
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_pages;
};

} // namespace Gatescope
