// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/witnesscauses.h>

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace Gatescope {

class ActionButton;
class TextLabel;

/// Why two answers may differ, the likeliest first, each with what can be done about it.
class CausesView : public QWidget
{
    Q_OBJECT
public:
    explicit CausesView(QWidget *parent = nullptr);

    /// `noFreshSpecs`: why specs cannot be fetched now; empty if they can.
    void setCauses(const QList<WitnessCause> &causes, const QString &noFreshSpecs);
    void focusFirst(); ///< the first thing that can be done
    /// Pixels at 100 % that the list takes at most; longer ones scroll.
    void setMostHeight(int pixels);

Q_SIGNALS:
    /// Every one but ChangeUser.
    void remedyRequested(Gatescope::WitnessCause::Remedy remedy);
    void changeRequested(const Gatescope::UserEdits &edits);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void fitHeight();
    ActionButton *makeButton(const WitnessCause &cause);

    QList<WitnessCause> m_causes;
    TextLabel *m_title;
    QScrollArea *m_scroll;
    QWidget *m_list = nullptr;
    std::optional<int> m_mostHeight;
    ActionButton *m_fresh = nullptr;
};

} // namespace Gatescope
