// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace Gatescope {

class ActionButton;
class Chip;

/// A row of filter chips. Where they do not fit they fold into one "Filters (2)" button whose menu holds
/// them.
class ChipBar : public QWidget
{
    Q_OBJECT
public:
    explicit ChipBar(QWidget *parent = nullptr);

    /// Takes ownership.
    Chip *addChip(Chip *chip);
    Chip *addChip(const QString &text);
    void addSeparator();
    /// A chip that is left out is neither in the row nor in the menu.
    void setChipShown(Chip *chip, bool shown);
    QList<Chip *> chips() const { return m_chips; }
    int activeCount() const;
    bool isFolded() const { return m_folded; }
    int unfoldedWidth() const; ///< below this it folds

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user switched a chip.
    void chipToggled(Gatescope::Chip *chip, bool on);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fold();
    void showMenu();
    void describeButton();

    QHBoxLayout *m_layout;
    ActionButton *m_button;
    QList<Chip *> m_chips;
    QList<QWidget *> m_items; ///< chips and separators in order
    QList<QWidget *> m_leftOut;
    bool m_folded = false;
};

} // namespace Gatescope
