// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "witnesswords.h"

#include <ui/widgets/panel.h>

namespace Gatescope {

class ActionButton;
class StatusText;
class TextLabel;
class VerdictMark;

/// One side of the strip.
class WitnessSide : public QWidget
{
    Q_OBJECT
public:
    explicit WitnessSide(const QString &title, QWidget *parent = nullptr);
    void setWords(const WitnessWords &words);

private:
    QString m_title;
    VerdictMark *m_mark;
    StatusText *m_rule;
    TextLabel *m_time;
    StatusText *m_source;
};

/// Live | Agree or Differ | Local. Agreeing is quiet; differing is a warning that leads to the difference.
class WitnessStrip : public Panel
{
    Q_OBJECT
public:
    explicit WitnessStrip(QWidget *parent = nullptr);
    void setWitnesses(const WitnessWords &live, const WitnessWords &local, const Agreement &agreement);

Q_SIGNALS:
    void differenceRequested();

private:
    WitnessSide *m_live;
    WitnessSide *m_local;
    Panel *m_middle;
    VerdictMark *m_agree;
    ActionButton *m_differ;
};

} // namespace Gatescope
