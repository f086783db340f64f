// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsonsearch.h>

#include <QWidget>

class QAction;
class QComboBox;
class QHBoxLayout;

namespace Gatescope {

class ActionButton;
class Chip;
class FilterEdit;
class StatusText;
class TextLabel;

/// The line over a JSON tree: what is looked for and how, where one is among what was found, and whether the
/// tree shows anything else.
class JsonSearchBar : public QWidget
{
    Q_OBJECT
public:
    explicit JsonSearchBar(QWidget *parent = nullptr);

    JsonQuery query() const;
    bool wantsOnlyFound() const;
    void focusEdit();
    bool clearQuery(); ///< true if there was one

    void showNothing();
    void showBusy();
    /// `current` counts from 0; negative: none yet.
    void showFound(qsizetype current, qsizetype count, bool isComplete);
    void showProblem(const QString &sentence);
    void showUnfoldedPartly();

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void queryChanged(const Gatescope::JsonQuery &query);
    void onlyFoundChanged(bool only);
    void stepped(int direction); ///< 1 to the next, -1 to the one before

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(bool isNarrow);
    void showParts();
    void makeOptions();
    void tell();
    void say(const QString &place, const QString &problem = {});
    void setStepsEnabled(bool enabled);

    QHBoxLayout *m_line;
    QHBoxLayout *m_below; ///< the line, of narrow panes
    bool m_isNarrow = false;
    FilterEdit *m_edit;
    QComboBox *m_how;
    ActionButton *m_options;
    QAction *m_keys;
    QAction *m_values;
    QAction *m_matchesCase;
    StatusText *m_place;
    ActionButton *m_previous;
    ActionButton *m_next;
    Chip *m_only;
    TextLabel *m_problem; ///< a sentence, which has a line of its own
    JsonQuery m_told;
};

} // namespace Gatescope
