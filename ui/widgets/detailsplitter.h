// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSplitter>

namespace Gatescope {

class Preferences;

/// A list with its detail: beside it where there is room, below it where there is not. Remembers both sizes
/// under `key`; a double click on the handle restores the default. The preferences must outlive it.
class DetailSplitter : public QSplitter
{
    Q_OBJECT
public:
    /// All pixels at 100 %: the width below which the detail moves under the list, and its default sizes.
    struct Sizes
    {
        int sideBySideFrom = 940;
        int detailWidth = 280; ///< grows to most with the window
        int mostDetailWidth = 400;
        int detailHeight = 224;
    };
    DetailSplitter(
        Preferences &preferences, const QString &key, const Sizes &sizes, QWidget *parent = nullptr);

    /// Takes ownership.
    void setParts(QWidget *list, QWidget *detail);
    bool isSideBySide() const { return orientation() == Qt::Horizontal; }

Q_SIGNALS:
    void sideBySideChanged(bool sideBySide);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString sizeKey() const;
    int usualDetailSize() const;
    void restore();
    void save();

    Preferences &m_preferences;
    QString m_key;
    Sizes m_sizes;
    bool m_isRestored = false;
};

} // namespace Gatescope
