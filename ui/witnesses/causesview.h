// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/witnesscauses.h>

#include <QWidget>

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

Q_SIGNALS:
    void remedyRequested(Gatescope::WitnessCause::Remedy remedy);

private:
    void fill();
    ActionButton *makeButton(WitnessCause::Remedy remedy);

    QList<WitnessCause> m_causes;
    TextLabel *m_title;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_layout;
    ActionButton *m_fresh = nullptr;
};

} // namespace Gatescope
