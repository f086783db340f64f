// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace Gatescope {

/// A few exclusive choices side by side ("Form | JSON"). Tab reaches the chosen one, arrows move between
/// them.
class Segmented : public QWidget
{
    Q_OBJECT
public:
    /// `accessibleName` says what is chosen, such as "View of the user".
    explicit Segmented(const QString &accessibleName, QWidget *parent = nullptr);

    int addSegment(const QString &text); ///< its index; the first one is chosen
    int current() const;
    void setCurrent(int index); ///< does not emit chosen()
    QAbstractButton *segment(int index) const;

Q_SIGNALS:
    void chosen(int index); ///< by the user

private:
    QButtonGroup *m_group;
    QHBoxLayout *m_layout;
};

} // namespace Gatescope
