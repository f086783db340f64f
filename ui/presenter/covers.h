// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QWidget;

namespace Gatescope {

class Presenter;

/// While presenter mode is on, gives every field that can be typed into an EditCover, and tool tips, titles
/// and what screen readers say their pseudonyms. Made with the Presenter, and lives with it.
class Covers : public QObject
{
    Q_OBJECT
public:
    explicit Covers(Presenter &presenter);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    static void cover(QWidget *widget);

    Presenter &m_presenter;
    bool m_isOn = false;
};

} // namespace Gatescope
