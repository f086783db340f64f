// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "panel.h"

class QHBoxLayout;

namespace Gatescope {

class StatusText;
class TextLabel;

/// The head of a part of a page: what it is, its state in muted words, tools at the right.
class PaneHeader : public Panel
{
    Q_OBJECT
public:
    explicit PaneHeader(
        const QString &title, Theme::Font subtitleFont = Theme::Font::Label, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &text);
    void addTool(QWidget *tool);

private:
    void applyTheme();

    TextLabel *m_title;
    StatusText *m_subtitle;
    QHBoxLayout *m_layout;
};

} // namespace Gatescope
