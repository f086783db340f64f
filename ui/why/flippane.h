// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/explain/flipwords.h>
#include <ui/widgets/panel.h>

class QVBoxLayout;

namespace Gatescope {

class ActionButton;
class Sentence;
class StatusText;

/// What would flip it: each change with what it leads to and a button that makes it.
class FlipPane : public Panel
{
    Q_OBJECT
public:
    explicit FlipPane(QWidget *parent = nullptr);

    void showSearching(); ///< what was found before stays, muted
    void showReport(const FlipWordsList &flips, const QString &conclusion, bool isComplete);
    /// The user changed since: what is shown can neither be applied nor gone on from until more follows.
    void setOld(bool old);
    void showNothing(const QString &reason); ///< there is nothing to search in
    void setBeside(bool beside); ///< below the evidence there is no room for the footnote

Q_SIGNALS:
    void applyRequested(const Gatescope::UserEdits &edits, const QString &what);
    void stopRequested();
    void searchRequested(); ///< further than it came

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    QWidget *makeRow(const FlipWords &flip);
    void showFoot();
    void clearRows();
    void showEnabled();
    void sayShown();
    void teach() const;

    StatusText *m_count;
    ActionButton *m_stop;
    ActionButton *m_again;
    Sentence *m_conclusion;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    QWidget *m_foot;
    bool m_isBeside = true;
    bool m_isOld = false;
    bool m_isSearching = false;
    bool m_hasFlips = false;
    FlipWordsList m_flips; ///< as they are shown
};

} // namespace Gatescope
